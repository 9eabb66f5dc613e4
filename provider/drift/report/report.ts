import type { AcceptedDrift } from "../accepted.ts";
import type { Comparison, Drift, Failure, NotObservable } from "../drift.ts";
import type { Unmanaged } from "../unmanaged.ts";

/** All that a drift report tells, in every form of it. */
export interface DriftReport {
  /** ISO 8601. */
  readonly time: string;
  readonly stacks: readonly string[];
  readonly compared: Comparison["compared"];
  readonly actions: Comparison["actions"];
  readonly drifts: readonly Drift[];
  readonly failures: readonly Failure[];
  readonly notObservable: readonly NotObservable[];
  readonly accepted: readonly AcceptedDrift[];
  readonly ignored: number;
  /** What of the reviewed file can go. */
  readonly outdated: readonly string[];
  /** What no stack manages; absent where nobody asked. */
  readonly unmanaged?: readonly Unmanaged[];
  /** Why not all could be looked through for what no stack manages. */
  readonly unmanagedFailures: readonly string[];
  /** The types of which it cannot be told, because no call lists them; empty where nobody asked. */
  readonly unlisted: readonly string[];
}

/** What is said of the types that are `unlisted`. */
export const unlistedTitle = "No call lists these, so nobody knows what of them no stack manages";

/** For other programs. */
export function driftJson(report: DriftReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One line that says how it is. */
export function headline({ compared, drifts, failures, accepted, unmanaged }: DriftReport): string {
  const gone = drifts.filter(({ status }) => status === "gone").length;
  const parts = [
    count(drifts.length - gone, "drifted"),
    count(gone, "gone"),
    count(failures.length, "could not be read"),
    count(accepted.length, "accepted"),
    ...(unmanaged === undefined ? [] : [count(unmanaged.length, "managed by no stack")]),
  ].filter((part) => part !== undefined);
  return `${compared} resources compared: ${parts.length === 0 ? "no drift" : parts.join(", ")}.`;
}

function count(number: number, words: string): string | undefined {
  return number === 0 ? undefined : `${number} ${words}`;
}

/** A value as a report writes it: JSON on one line, cut where it is long. */
export function valueText(value: unknown, longest: number): string {
  if (value === undefined) {
    return "–";
  }
  const text = (JSON.stringify(value) ?? "null").replace(
    /[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    escaped,
  );
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Characters that nobody sees, or that turn a line around, are written out. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
