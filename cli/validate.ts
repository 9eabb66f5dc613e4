import { Command, Option } from "commander";
import type { ValidateOptions } from "./actions/validate.ts";
import { exitCodes } from "./exitCodes.ts";
import { failing } from "./failing.ts";

/** `groupware validate`: all mistakes of all manifests, before anything is sent. */
export function validateCommand(): Command {
  const command = new Command("validate")
    .description(
      "Checks manifests, all of them at once, without Pulumi and without a network.\n" +
        `Exit code ${exitCodes.refused}: there are mistakes.`,
    )
    .argument("[path...]", "files, and folders with all YAML files below them; by default what Pulumi.yaml here names")
    .addOption(new Option("--host <host>", "also finds what the dynamic host cannot do").choices(["dynamic", "plugin"]))
    .addOption(
      new Option("--format <format>", "what is printed").choices(["text", "json", "github", "gitlab"]).default("text"),
    );
  return command.action(
    failing("validate", async (paths: string[], options: ValidateOptions) => {
      const { runValidate } = await import("./actions/validate.ts");
      runValidate(paths, options);
    }),
  );
}
