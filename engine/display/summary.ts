import type { EngineEvent, Operation } from "../deploy/events.ts";
import { operations, type Paint, wordsOf } from "./words.ts";

type Summary = EngineEvent & { type: "summary" };

const uncounted: ReadonlySet<Operation> = new Set(["same", "read", "discard", "read-replacement"]);

/** `Resources:`, how many were changed in which way, and how long it took. */
export function formatSummary({ changes, durationSeconds, preview }: Summary, errored: number, paint: Paint): string {
  const counts = operations
    .map((operation) => ({ operation, count: changes[operation] ?? 0 }))
    .filter(({ operation, count }) => count > 0 && !uncounted.has(operation));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const pieces = [
    ...(counts.length > 1 ? [paint("bold", `${total} ${total === 1 ? "change" : "changes"}`)] : []),
    ...((changes.same ?? 0) > 0 ? [`${changes.same} unchanged`] : []),
  ];
  return [
    paint("magenta", "Resources:"),
    ...counts.map(({ operation, count }) => {
      const { symbol, style, counted } = wordsOf(operation);
      return `    ${paint(style, `${symbol.padEnd(2)}${count} ${preview ? `to ${operation}` : counted}`)}`;
    }),
    ...(pieces.length > 0 ? [`    ${pieces.join(". ")}`] : []),
    ...(errored > 0 ? [`    ${paint("red", `${errored} errored`)}`] : []),
    ...(preview ? [] : ["", `${paint("magenta", "Duration:")} ${formatDuration(durationSeconds)}`]),
    "",
  ].join("\n");
}

/** Whole seconds, rounded up: `1h2m3s`. */
function formatDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${hours > 0 ? `${hours}h` : ""}${whole >= 60 ? `${minutes}m` : ""}${rest}s`;
}
