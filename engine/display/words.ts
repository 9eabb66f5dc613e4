import { styleText } from "node:util";
import type { Operation, Step } from "../deploy/events.ts";

/** Whether output is coloured: `always`, `never`, or `auto` for a terminal only. */
export type Color = "always" | "never" | "auto";

type Style = "green" | "yellow" | "red" | "magenta" | "dim" | "bold";

/** Styles a text, where colours are wanted. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: Color): Paint {
  const isOn = color === "always" || (color === "auto" && process.stdout.isTTY && process.env.NO_COLOR === undefined);
  return (style, text) => (isOn ? styleText(style, text, { validateStream: false }) : text);
}

interface Words {
  readonly symbol: string;
  readonly style: Style;
  /** In a preview, while it runs, and when it is done. */
  readonly future: string;
  readonly present: string;
  readonly past: string;
}

const same: Words = { symbol: " ", style: "dim", future: "", present: "", past: "" };

const words: Partial<Record<Operation, Words>> = {
  same,
  create: { symbol: "+", style: "green", future: "create", present: "creating", past: "created" },
  update: { symbol: "~", style: "yellow", future: "update", present: "updating", past: "updated" },
  delete: { symbol: "-", style: "red", future: "delete", present: "deleting", past: "deleted" },
  replace: { symbol: "+-", style: "magenta", future: "replace", present: "replacing", past: "replaced" },
  "create-replacement": {
    symbol: "++",
    style: "green",
    future: "create replacement",
    present: "creating replacement",
    past: "created replacement",
  },
  "delete-replaced": {
    symbol: "--",
    style: "red",
    future: "delete original",
    present: "deleting original",
    past: "deleted original",
  },
  read: { symbol: ">", style: "dim", future: "read", present: "reading", past: "read" },
  refresh: { symbol: "~", style: "yellow", future: "refresh", present: "refreshing", past: "refreshed" },
  import: { symbol: "=", style: "green", future: "import", present: "importing", past: "imported" },
};

/** How the CLI speaks of an operation. */
export function wordsOf(operation: Operation): Words {
  return words[operation] ?? same;
}

/** The operation that a step comes to: of a refresh, what it found. */
export function outcomeOf(step: Step): Operation {
  return step.operation === "refresh" ? (step.refreshResult ?? "refresh") : step.operation;
}

/** `name` and `type` of a resource, as the CLI's lines show them. */
export function typeAndName(urn: string): string {
  const [, , qualifiedType = "", ...name] = urn.split("::");
  return `${qualifiedType.split("$").at(-1)} ${name.join("::")}`;
}
