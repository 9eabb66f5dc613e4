import * as z from "zod";
import { type Applied, appliedOf, messageOf, SystemError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";

/** The groups that an action is about. */
export const groupIds = z
  .array(identifier())
  .min(1)
  .meta({ description: "The GUIDs of the groups: one or many.", set: true });

/** Does something to each group; what is under way together goes out together. Throws what failed, by group. */
export async function onEach<Result>(
  ids: readonly string[],
  done: string,
  run: (groupId: string) => Promise<Result>,
): Promise<Result[]> {
  const settled = await Promise.allSettled(ids.map(run));
  const failures = settled.flatMap((outcome, index) =>
    outcome.status === "rejected" ? [{ groupId: ids[index] ?? "", error: outcome.reason as unknown }] : [],
  );
  if (failures.length === 0) {
    return settled.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  }
  const [first] = failures;
  const applied: Applied = failures.some(({ error }) => appliedOf(error) === "unknown")
    ? "unknown"
    : failures.length < ids.length
      ? "partly"
      : "no";
  throw new SystemError(
    `${failures.length} of ${ids.length} groups could not be ${done}: ` +
      failures.map(({ groupId, error }) => `${groupId}: ${messageOf(error)}`).join("; "),
    applied,
    { cause: first?.error },
  );
}
