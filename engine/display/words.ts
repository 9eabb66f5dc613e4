import { styleText } from "node:util";
import type { Operation, Step } from "../deploy/events.ts";
import { stackType } from "../deploy/urn.ts";

/** Whether output is coloured: `always`, `never`, or `auto` for a terminal only. */
export type Color = "always" | "never" | "auto";

export type Style = "green" | "yellow" | "red" | "magenta" | "cyan" | "dim" | "bold";

/** Styles a text, where colours are wanted. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: Color): Paint {
  const isOn = color === "always" || (color === "auto" && process.stdout.isTTY && process.env.NO_COLOR === undefined);
  return (style, text) => (isOn && text !== "" ? styleText(style, text, { validateStream: false }) : text);
}

interface Words {
  /** One or two characters. */
  readonly symbol: string;
  readonly style: Style;
  /** In a preview, while it runs, and when it is done. */
  readonly future: string;
  readonly present: string;
  readonly past: string;
  /** What the summary counts. */
  readonly counted: string;
}

const words: Readonly<Record<Operation, Words>> = {
  same: { symbol: "", style: "dim", future: "", present: "", past: "", counted: "samed" },
  create: {
    symbol: "+",
    style: "green",
    future: "create",
    present: "creating",
    past: "created",
    counted: "created",
  },
  update: { symbol: "~", style: "yellow", future: "update", present: "updating", past: "updated", counted: "updated" },
  delete: { symbol: "-", style: "red", future: "delete", present: "deleting", past: "deleted", counted: "deleted" },
  replace: {
    symbol: "+-",
    style: "magenta",
    future: "replace",
    present: "replacing",
    past: "replaced",
    counted: "replaced",
  },
  "create-replacement": {
    symbol: "++",
    style: "green",
    future: "create replacement",
    present: "creating replacement",
    past: "created replacement",
    counted: "create-replacementd",
  },
  "delete-replaced": {
    symbol: "--",
    style: "red",
    future: "delete original",
    present: "deleting original",
    past: "deleted original",
    counted: "deleted",
  },
  read: { symbol: ">", style: "cyan", future: "read", present: "reading", past: "read", counted: "read" },
  "read-replacement": {
    symbol: ">>",
    style: "magenta",
    future: "read for replacement",
    present: "reading for replacement",
    past: "read for replacement",
    counted: "read-replacementd",
  },
  refresh: {
    symbol: "~",
    style: "yellow",
    future: "refresh",
    present: "refreshing",
    past: "refresh",
    counted: "refreshed",
  },
  discard: {
    symbol: "<",
    style: "red",
    future: "discard",
    present: "discarding",
    past: "discarded",
    counted: "discarded",
  },
  "discard-replaced": {
    symbol: "<<",
    style: "red",
    future: "discard original",
    present: "discarding original",
    past: "discarded original",
    counted: "discarded",
  },
  "remove-pending-replace": { symbol: "~", style: "dim", future: "", present: "", past: "", counted: "" },
  import: {
    symbol: "=",
    style: "green",
    future: "import",
    present: "importing",
    past: "imported",
    counted: "imported",
  },
  "import-replacement": {
    symbol: "=>",
    style: "magenta",
    future: "import replacement",
    present: "importing replacement",
    past: "imported replacement",
    counted: "imported",
  },
};

/** How the CLI speaks of an operation. */
export function wordsOf(operation: Operation): Words {
  return words[operation];
}

/** The operations in the order in which the CLI counts them. */
export const operations = Object.freeze(Object.keys(words) as Operation[]);

/** Whether an operation is a part of a replacement, which is told as a whole. */
export function isPartOfReplacement(operation: Operation): boolean {
  return operation === "create-replacement" || operation === "delete-replaced" || operation === "discard-replaced";
}

/** The operation that a step comes to: of a run that only refreshes, what it found. */
export function outcomeOf(step: Step, refreshesOnly: boolean): Operation {
  return refreshesOnly && step.operation === "refresh" ? (step.refreshResult ?? "refresh") : step.operation;
}

export function isStack(step: Step): boolean {
  return (step.new ?? step.old)?.type === stackType;
}

/** Whether the engine will let go of an object without deleting it; the CLI says so after the operation. */
export function retainMark({ operation, old }: Step): string {
  const lets = operation === "delete" || operation === "replace" || isPartOfReplacement(operation);
  return lets && old?.retainOnDelete === true ? "[retain]" : "";
}

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How long ago something was, such as `3 minutes ago`. */
export function formatAge(time: Date): string {
  const seconds = Math.floor((Date.now() - time.getTime()) / 1000);
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ["second", 1];
  const count = Math.floor(seconds / length);
  return count <= 0 ? "now" : `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
