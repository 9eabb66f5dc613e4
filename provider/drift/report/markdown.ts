import { type DriftReport, headline, unlistedTitle, valueText } from "./report.ts";

/**
 * How much is shown, in rows and characters: a comment or an issue may have some 65,000 characters, and a preview or a
 * verdict may stand beside the report.
 */
const longestTable = 150;
const longestReport = 30_000;
const widest = 120;
const longestMessage = 500;

/** For a comment on a pull request, and short enough for one. */
export function driftMarkdown(report: DriftReport): string {
  const tables = new Tables();
  const changes = report.drifts.flatMap((drift) =>
    drift.status === "gone"
      ? [[drift.type, text(drift.name), "", "", "**gone**"]]
      : drift.changes.map(({ path, declared, held, replaces }) => [
          drift.type,
          text(drift.name),
          `${code(path)}${replaces ? " (replaces)" : ""}`,
          value(declared),
          value(held),
        ]),
  );
  return [
    `### Drift of ${report.stacks.map(text).join(", ")}`,
    "",
    headline(report),
    "",
    ...tables.write(["type", "resource", "property", "declared", "in the system"], changes),
    ...tables.write(
      ["could not be read", "resource", "why"],
      report.failures.map(({ type, name, message }) => [type, text(name), code(shortened(message))]),
    ),
    ...details(
      "Drift that cannot be seen",
      tables.write(
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
      tables.write(
        ["type", "resource", "property", "why", "until"],
        report.accepted.map(({ type, name, path, reason, until }) => [
          type,
          text(name),
          code(path ?? "gone"),
          text(reason),
          until ?? "",
        ]),
      ),
    ),
    ...details(
      "Without effect in the file of accepted drift",
      tables.write(
        ["entry"],
        report.outdated.map((entry) => [text(entry)]),
      ),
    ),
    ...details(
      "Managed by no stack",
      tables.write(
        ["type", "ID", "name"],
        (report.unmanaged ?? []).map(({ type, id, name }) => [type, code(id), text(name)]),
      ),
    ),
    ...details(
      "Could not be looked through",
      tables.write(
        ["why"],
        report.unmanagedFailures.map((message) => [code(shortened(message))]),
      ),
    ),
    ...details(
      unlistedTitle,
      tables.write(
        ["type"],
        report.unlisted.map((type) => [type]),
      ),
    ),
  ].join("\n");
}

/** Tables of Markdown that share the length of a report: what comes first is shown first. */
class Tables {
  #left = longestReport;

  /** The lines of a table whose cells are Markdown; none for one without rows. */
  write(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
    const shown: string[] = [];
    for (const row of rows.slice(0, longestTable).map(lineOf)) {
      this.#left -= row.length;
      if (this.#left < 0) {
        break;
      }
      shown.push(row);
    }
    const hidden = rows.length - shown.length;
    return [
      ...(shown.length === 0 ? [] : [lineOf(head), lineOf(head.map(() => "---")), ...shown, ""]),
      ...(hidden === 0 ? [] : [`${shown.length === 0 ? "" : "and "}${hidden} more; the page has all of them.`, ""]),
    ];
  }
}

/** A row is one line, and a bar would end a cell. */
function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s*[\r\n]\s*/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
}

function details(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<details><summary>${title}</summary>`, "", ...lines, "", "</details>", ""];
}

function value(of: unknown): string {
  return of === undefined ? "–" : code(valueText(of, widest));
}

function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage - 1)}…` : message;
}

/** Text that a system or a person gave, as code: nothing in it is Markdown, and a backtick cannot end it. */
function code(given: string): string {
  const ticks = "`".repeat(Math.max(0, ...[...given.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return ticks === "`" ? `\`${given}\`` : `${ticks} ${given} ${ticks}`;
}

/** Text that a system or a person gave: nothing in it is Markdown. */
function text(given: string): string {
  return given.replace(/[\\`*_{}[\]<>#&~@]/g, "\\$&");
}
