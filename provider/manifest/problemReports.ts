import { createHash } from "node:crypto";
import path from "node:path";
import { command } from "../report/annotation.ts";
import { formatProblem, type Problem } from "./problem.ts";

/** What is wrong with manifests, in the forms that people and pipelines read. `resources` is how many there are. */
export const problemReports = {
  /** For a terminal: each place with its line and carets. */
  text: (problems: readonly Problem[], resources: number): string =>
    problems.length === 0
      ? `${resources} resources, and nothing is wrong with them.\n`
      : `${problems.map(formatProblem).join("\n\n")}\n\n${counted(problems)}.\n`,

  /** For other programs. */
  json: (problems: readonly Problem[], resources: number): string =>
    `${JSON.stringify({ resources, problems: problems.map(located) }, null, 2)}\n`,

  /** Workflow commands of GitHub Actions: each mistake stands beside its line in a pull request. */
  github: (problems: readonly Problem[]): string =>
    problems
      .map((problem) => {
        const { message, column: col, file: name, severity, ...place } = located(problem);
        const file = inRepository(name, process.env.GITHUB_WORKSPACE);
        return command(severity, { title: "groupware validate", ...withoutAbsent({ file, ...place, col }) }, message);
      })
      .join(""),

  /** A code quality report of GitLab, an artifact of the job. */
  gitlab: (problems: readonly Problem[]): string =>
    `${JSON.stringify(
      problems.map((problem) => {
        const { file: name = "Pulumi.yaml", line = 1, message, severity } = located(problem);
        const file = inRepository(name, process.env.CI_PROJECT_DIR);
        return {
          description: message,
          check_name: "groupware validate",
          fingerprint: createHash("sha256").update(`${file} ${line} ${message}`).digest("hex"),
          severity: severity === "warning" ? "minor" : "blocker",
          location: { path: file, lines: { begin: line } },
        };
      }),
      null,
      2,
    )}\n`,
} as const;

/** A problem with its place in lines and columns, both from 1; the end is exclusive. */
interface Located {
  readonly severity: "error" | "warning";
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly message: string;
}

function located({ place, message, isWarning }: Problem): Located {
  const start = place?.file.position(place.start);
  const end = place?.file.position(place.end);
  return {
    severity: isWarning === true ? "warning" : "error",
    file: place?.file.name,
    line: start?.line,
    column: start?.column,
    endLine: end?.line,
    endColumn: end?.column,
    message,
  };
}

function counted(problems: readonly Problem[]): string {
  const warnings = problems.filter(({ isWarning }) => isWarning === true).length;
  const count = (number: number, what: string) => (number === 0 ? [] : [`${number} ${what}${number === 1 ? "" : "s"}`]);
  return [...count(problems.length - warnings, "mistake"), ...count(warnings, "warning")].join(", ");
}

/** A file as a pipeline knows it: from the root of the repository, which the project may lie below. */
function inRepository<Name extends string | undefined>(file: Name, root: string | undefined): Name | string {
  return file === undefined || root === undefined || root === ""
    ? file
    : path.relative(root, path.resolve(file)).split(path.sep).join("/");
}

function withoutAbsent(place: Readonly<Record<string, string | number | undefined>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(place).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}
