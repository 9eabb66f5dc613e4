import * as z from "zod";
import type { CloudiwayClient } from "./client.ts";

/** What every action answers. */
export const answer = z.string().meta({ description: "What Cloudiway answered." });

/** Does something with a group. Where that is refused because there is no such group, the error says so. */
export async function forGroup(
  { groups, signal }: CloudiwayClient,
  migrationTag: string,
  run: (signal: AbortSignal) => Promise<string>,
): Promise<string> {
  try {
    return await run(signal);
  } catch (error) {
    throw await groups.explained(error, migrationTag);
  }
}
