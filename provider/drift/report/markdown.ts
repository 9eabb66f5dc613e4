import { type DriftReport, headline, valueText } from "./report.ts";

/** How much is shown: a comment on a pull request may have some 65,000 characters. */
const longestTable = 150;
const widest = 120;

/** For a comment on a pull request. */
export function driftMarkdown(report: DriftReport): string {
  const changes = report.drifts.flatMap((drift) =>
    drift.status === "gone"
      ? [[drift.type, drift.name, "", "", "**gone**"]]
      : drift.changes.map(({ path, declared, held, replaces }) => [
          drift.type,
          drift.name,
          `${code(path)}${replaces ? " (replaces)" : ""}`,
          value(declared),
          value(held),
        ]),
  );
  return [
    `### Drift of ${report.stacks.join(", ")}`,
    "",
    headline(report),
    "",
    ...table(["type", "resource", "property", "declared", "in the system"], changes),
    ...table(
      ["could not be read", "resource", "why"],
      report.failures.map(({ type, name, message }) => [type, name, code(message)]),
    ),
    ...details(
      "Drift that cannot be seen",
      table(
        ["type", "property", "why", "resources"],
        report.notObservable.map(({ type, property, reason, resources }) => [
          type,
          code(property),
          reason,
          String(resources),
        ]),
      ),
    ),
    ...details(
      "Accepted",
      table(
        ["type", "resource", "property", "why", "until"],
        report.accepted.map(({ type, name, path, reason, until }) => [
          type,
          name,
          code(path ?? "gone"),
          reason,
          until ?? "",
        ]),
      ),
    ),
    ...details(
      "Without effect in the file of accepted drift",
      report.outdated.map((text) => `- ${escaped(text)}`),
    ),
    ...details(
      "Managed by no stack",
      table(
        ["type", "ID", "name"],
        (report.unmanaged ?? []).map(({ type, id, name }) => [type, code(id), name]),
      ),
    ),
    ...details(
      "Could not be looked through",
      report.unmanagedFailures.map((text) => `- ${escaped(text)}`),
    ),
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.slice(0, longestTable).map((cells) => line(cells.map(cell))),
    ...(rows.length > longestTable ? ["", `and ${rows.length - longestTable} more.`] : []),
    "",
  ];
}

function details(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, "", ...lines, "", "</details>", ""];
}

function value(of: unknown): string {
  return of === undefined ? "–" : code(valueText(of, widest));
}

/** Text that a system or a person gave, as code: nothing in it is Markdown, and a backtick cannot end it. */
function code(text: string): string {
  const ticks = "`".repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks === "`" ? `\`${text}\`` : `${ticks} ${text} ${ticks}`;
}

/** A cell is one line, and a bar would end it. */
function cell(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
  return line.includes("`") || line.startsWith("**") ? line : escaped(line);
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#&~@]/g, "\\$&");
}
