import type { SourceFile } from "./sourceFile.ts";

/** A stretch of a file, in characters from its beginning; the end is exclusive. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong, and where; without a place, it is about the files as a whole. */
export interface Problem {
  readonly place?: Place;
  readonly message: string;
  /** It is a mistake in all likelihood, and may be meant: a run goes on. */
  readonly isWarning?: true;
}

/** Manifests that cannot be used: everything that is wrong with them, in the order of the files. */
export class ManifestError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "there is a problem" : `there are ${problems.length} problems`;
    super(`${count} in the manifests:\n\n${problems.map(formatProblem).join("\n\n")}\n`);
    this.name = "ManifestError";
    this.problems = problems;
  }
}

/** Throws a problem with one place: evaluation ends there. */
export function fail(place: Place, message: string): never {
  throw new ManifestError([{ place, message }]);
}

/** The problems by file and place, each once: what many resources share is wrong in one place. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ place, message }: Problem) => `${place?.file.name} ${place?.start} ${message}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()].sort((left, right) => {
    const [first, second] = [left.place, right.place];
    if (first === undefined || second === undefined) {
      return Number(first !== undefined) - Number(second !== undefined);
    }
    return first.file === second.file ? first.start - second.start : first.file.name < second.file.name ? -1 : 1;
  });
}

/** `file:line:column: message`, and the line below it with carets under the place. */
export function formatProblem({ place, message: told, isWarning }: Problem): string {
  const message = isWarning === true ? `warning: ${told}` : told;
  if (place === undefined) {
    return message;
  }
  const { line, column } = place.file.position(place.start);
  const text = place.file.line(line);
  // A tab keeps its width above the caret when it stands there, too.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(place.end - place.start, text.length - column + 1)));
  const number = String(line).padStart(4);
  return `${place.file.name}:${line}:${column}: ${message}\n${number} | ${text}\n     | ${indent}${carets}`;
}
