import type { Operation } from "../../resource/definition.ts";
import { IncompleteError, messageOf, type Properties } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";

/**
 * A new object as `look` shows it, once it does: a refresh before that would take the object for gone. Where it stays
 * out of sight, the error carries `known`, so that state has its ID.
 */
export async function visible<Shown>(
  what: string,
  look: () => Promise<Shown | undefined>,
  known: Properties,
  { timeout, signal }: Operation,
): Promise<Shown> {
  let shown: Shown | undefined;
  try {
    shown = await waitFor(look, { timeout, signal });
  } catch (error) {
    throw new IncompleteError(`GroupID made the ${what}, but reading it failed: ${messageOf(error)}`, known, {
      cause: error,
    });
  }
  if (shown === undefined) {
    throw new IncompleteError(`GroupID made the ${what}, but does not show it after ${timeout} s.`, known);
  }
  return shown;
}
