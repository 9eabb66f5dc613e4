import type { EngineEvent } from "../deploy/events.ts";
import type { Paint } from "./words.ts";

/** Takes the events of a run and prints them. */
export interface Display {
  show(event: EngineEvent): void;
  /** Prints what could not be printed before the run was over. */
  end(): void;
}

/** What is shown of a run. */
export interface DisplayOptions {
  readonly isPreview: boolean;
  /** Whether the run is a refresh and nothing else: its steps are told by what they found. */
  readonly refreshesOnly: boolean;
  readonly showSames: boolean;
  readonly showSecrets: boolean;
  readonly suppressOutputs: boolean;
  readonly paint: Paint;
}
