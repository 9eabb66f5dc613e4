import { Command, InvalidArgumentError, Option } from "commander";
import { defaultLimit } from "../provider/guard/limit.ts";
import type { GuardOptions } from "./actions/guard.ts";
import { exitCodes } from "./exitCodes.ts";
import { failing } from "./failing.ts";

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
    .addOption(
      new Option("--format <format>", "what is printed")
        .choices(["text", "json", "markdown", "github"])
        .default("text"),
    );
  return command.action(
    failing("guard", async (file: string, options: GuardOptions) => {
      const { guard } = await import("./actions/guard.ts");
      await guard(file, options);
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
