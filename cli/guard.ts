import { readFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { Command, InvalidArgumentError, Option } from "commander";
import { defaultLimit, judge } from "../provider/guard/guard.ts";
import { readPreview } from "../provider/guard/preview.ts";
import { guardAnnotations, guardJson, guardMarkdown, guardText } from "../provider/guard/report.ts";
import { exitCodes } from "./exitCodes.ts";
import { failing } from "./failing.ts";

interface GuardOptions {
  readonly percent: number;
  readonly atLeast: number;
  readonly format: keyof typeof formats;
}

const formats = { text: guardText, json: guardJson, markdown: guardMarkdown, github: guardAnnotations };

/** `groupware guard`: fails before an `up` that would take too much away. */
export function guardCommand(): Command {
  const command = new Command("guard")
    .description(
      "Reads what `pulumi preview --json --show-sames` prints, and fails when the run would delete, replace or empty too many resources of a kind.\n" +
        `Exit code ${exitCodes.refused}: too many; ${exitCodes.failure}: the preview cannot be judged.`,
    )
    .argument("[file]", "the JSON of the preview; - is standard input", "-")
    .option("--percent <number>", "how many of a kind may go, in percent", percent, defaultLimit.percent)
    .option("--at-least <number>", "so many of a kind may go whatever their share", count, defaultLimit.atLeast)
    .addOption(new Option("--format <format>", "what is printed").choices(Object.keys(formats)).default("text"));
  return command.action(
    failing("guard", async (file: string, { percent, atLeast, format }: GuardOptions) => {
      const preview = readPreview(file === "-" ? await readAll(process.stdin) : readFileSync(file, "utf8"));
      const verdict = judge(preview, { percent, atLeast });
      process.stdout.write(formats[format](verdict));
      process.exitCode = verdict.exceeded ? exitCodes.refused : 0;
    }),
  );
}

function percent(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= 0 && value <= 100)) {
    throw new InvalidArgumentError("A share is a number from 0 to 100.");
  }
  return value;
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError("It is a whole number from 0 on.");
  }
  return Number(text);
}
