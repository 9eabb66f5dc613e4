import { type PropertyMap, type PropertyValue, Unknown } from "../property/value.ts";
import { compareMaps, type Difference, type Members } from "./differences.ts";
import { isWorthPrinting, type ValuePrinter } from "./values.ts";

/** What outputs are compared with, and how much of them is shown. */
export interface OutputsOptions {
  /** Absent where there were none before. */
  readonly old: PropertyMap | undefined;
  /** What need not be told again. */
  readonly inputs?: PropertyMap;
  readonly showSames: boolean;
  readonly isPreview: boolean;
  readonly indent: number;
}

/** Outputs, or how they differ from the old ones; empty when there is nothing to tell. */
export function formatOutputs(outputs: PropertyMap, options: OutputsOptions, printer: ValuePrinter): string {
  const { old, inputs = {}, showSames, isPreview, indent } = options;
  const compared = old === undefined ? undefined : compareMaps(old, outputs);
  const isNews = (name: string) => !isEqual(inputs[name], outputs[name]);
  if (compared === undefined) {
    return old !== undefined && !showSames
      ? ""
      : printer.map(outputs, indent, "same", (name) => isNews(name) && isWorthPrinting(outputs[name] ?? null, true));
  }
  const members = isPreview ? withoutUnknownUpdates(compared) : compared;
  return printer.differences(
    members,
    indent,
    (name) => isNews(name) && (showSames || members.get(name)?.kind !== "same"),
  );
}

/** Whether a preview knows that a value changes: what is unknown may come out as it was. */
function withoutUnknownUpdates(members: Members): Members {
  const known = [...members].flatMap(([name, difference]): [string, Difference][] => {
    if (difference.kind === "update" && difference.value instanceof Unknown) {
      return [];
    }
    if (difference.kind === "map") {
      const inner = withoutUnknownUpdates(difference.members);
      return [...inner.values()].every(({ kind }) => kind === "same") ? [] : [[name, { kind: "map", members: inner }]];
    }
    return [[name, difference]];
  });
  return new Map(known);
}

function isEqual(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  return left !== undefined && right !== undefined && compareMaps({ value: left }, { value: right }) === undefined;
}
