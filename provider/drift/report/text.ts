import { styleText } from "node:util";
import type { Drift } from "../drift.ts";
import { type DriftReport, headline, unlistedTitle, valueText } from "./report.ts";

/** How wide a value is at the most, in characters, and how many rows one resource gets. */
const widest = 48;
const rowsOfOne = 20;

/** A table for the terminal. */
export function driftText(report: DriftReport): string {
  const { failures, notObservable, accepted, ignored, outdated, unmanaged, unmanagedFailures, unlisted, actions } =
    report;
  const drifts = report.drifts.flatMap(rows);
  return [
    ...table(["RESOURCE", "PROPERTY", "DECLARED", "IN THE SYSTEM"], drifts),
    ...section(
      "Could not be read, so nothing is known of them",
      failures.map(({ type, name, message }) => `${type} ${name}: ${message}`),
    ),
    ...section(
      "Drift of these cannot be seen",
      notObservable.map(({ type, property, resources, reason }) => `${type} ${property}: ${reason} (${resources})`),
    ),
    ...section(
      "Accepted",
      accepted.map(
        ({ type, name, path, reason, until }) =>
          `${type} ${name} ${path ?? "gone"}: ${reason}${until === undefined ? "" : ` (until ${until})`}`,
      ),
    ),
    ...section("Without effect in the file of accepted drift", outdated),
    ...table(
      ["MANAGED BY NO STACK", "ID", "NAME"],
      (unmanaged ?? []).map(({ type, id, name, connection }) => [
        type.startsWith(`${connection}:`) ? type : `${type} (${connection})`,
        id,
        valueText(name, widest),
      ]),
    ),
    ...section("Could not be looked through for what no stack manages", unmanagedFailures),
    ...section(unlistedTitle, unlisted),
    ...(ignored === 0 ? [] : [`${ignored} changes of ignored properties.`]),
    ...(actions === 0 ? [] : [`${actions} actions, which have nothing to compare.`]),
    headline(report),
    "",
  ].join("\n");
}

function rows(drift: Drift): string[][] {
  const name = `${drift.type} ${drift.name}`;
  if (drift.status === "gone") {
    return [[name, "", "", "gone"]];
  }
  const changes = drift.changes
    .slice(0, rowsOfOne)
    .map(({ path, declared, held, replaces }, index) => [
      index === 0 ? name : "",
      replaces ? `${path} (replaces)` : path,
      valueText(declared, widest),
      valueText(held, widest),
    ]);
  const more = drift.changes.length - rowsOfOne;
  return more > 0 ? [...changes, ["", `and ${more} more`, "", ""]] : changes;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  if (body.length === 0) {
    return [];
  }
  const widths = head.map((_, column) =>
    [head, ...body].reduce((width, row) => Math.max(width, (row[column] ?? "").length), 0),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [styleText("bold", line(head)), ...body.map(line), ""];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [styleText("bold", title), ...lines.map((text) => `  ${text}`), ""];
}
