import type { Endpoint } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";

/** One subject of GroupID's API: its calls, and the objects behind them. */
export interface Area {
  readonly endpoints: readonly Endpoint[];
  /** Whether it holds the objects of a scope. */
  owns(scope: string): boolean;
  /** Changes an object behind everybody's back; answers with its ID. */
  change(change: Change): string;
  objects(): Objects;
}
