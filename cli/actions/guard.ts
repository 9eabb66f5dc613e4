import { readFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { judge } from "../../provider/guard/guard.ts";
import type { Limit } from "../../provider/guard/limit.ts";
import { readPreview } from "../../provider/guard/preview.ts";
import { guardAnnotations, guardJson, guardMarkdown, guardText } from "../../provider/guard/report.ts";
import { exitCodes } from "../exitCodes.ts";

export interface GuardOptions extends Limit {
  readonly format: keyof typeof formats;
}

const formats = { text: guardText, json: guardJson, markdown: guardMarkdown, github: guardAnnotations };

/** Judges the preview in a file, `-` for standard input, and sets the exit code. */
export async function guard(file: string, { format, ...limit }: GuardOptions): Promise<void> {
  const preview = readPreview(file === "-" ? await readAll(process.stdin) : readFileSync(file, "utf8"));
  const verdict = judge(preview, limit);
  process.stdout.write(formats[format](verdict));
  process.exitCode = verdict.exceeded ? exitCodes.refused : 0;
}
