import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { LineCounter } from "yaml";
import type { Problem } from "./problem.ts";

/** A file of manifests: its text, and where its lines begin. */
export class SourceFile {
  /** The path as people know it: relative to the folder that they work in. */
  readonly name: string;
  readonly text: string;
  readonly lines = new LineCounter();

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** The line and the column of a character, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The text of a line, from 1. */
  line(number: number): string {
    const start = this.lines.lineStarts[number - 1] ?? 0;
    return (this.text.slice(start).split("\n", 1)[0] ?? "").replace(/\r$/, "");
  }
}

/** Files of Pulumi itself, which are no manifests unless they are named. */
const pulumiFile = /^Pulumi(\..+)?\.ya?ml$/;

/**
 * Reads files, and all YAML files of folders and those below them, in the order of their paths. Hidden files,
 * `node_modules` and Pulumi's own project and stack files are passed over, unless they are named themselves.
 * A folder without any is a problem, and so is a file with nothing in it: taken for "no resources", they would delete
 * what was there before.
 * @param from the folder that relative paths start from.
 */
export function readSources(
  paths: readonly string[],
  from: string,
): { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] } {
  const files = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  for (const given of paths) {
    const absolute = path.resolve(from, given);
    try {
      const found = statSync(absolute).isDirectory() ? filesBelow(absolute) : [absolute];
      if (found.length === 0) {
        problems.push({ message: `${given}: there is no YAML file in this folder` });
      }
      for (const file of found.filter((candidate) => !files.has(candidate))) {
        const name = path.relative(from, file) || file;
        const bytes = readFileSync(file);
        files.set(file, new SourceFile(name, bytes.toString("utf8")));
        if (bytes.toString("latin1").trim() === "") {
          problems.push({ message: `${name}: the file is empty; remove it, or write \`resources: {}\`` });
        }
        if (!isUtf8(bytes)) {
          problems.push({
            message: `${name}:${lineOfOtherEncoding(bytes)}: this is not UTF-8; save the file as UTF-8`,
          });
        }
      }
    } catch (error) {
      problems.push({ message: `${given}: ${reasonOf(error as NodeJS.ErrnoException)}` });
    }
  }
  return { files: [...files.values()], problems };
}

/** The first line, from 1, that is not UTF-8. Characters that were guessed would end up in somebody's directory. */
function lineOfOtherEncoding(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf("\n", start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) {
      return line;
    }
    start = end + 1;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() || (entry.isSymbolicLink() && statSync(file).isDirectory())) {
        return filesBelow(file);
      }
      return /\.ya?ml$/.test(entry.name) && !pulumiFile.test(entry.name) ? [file] : [];
    });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === "ENOENT" ? "there is no such file or folder" : error.message;
}
