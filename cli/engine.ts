import { Command } from "commander";

/** `groupware engine`: the embedded engine, with the Pulumi CLI's own verbs and flags. */
export function engineCommand(): Command {
  return new Command("engine")
    .description("Runs a Pulumi program where no Pulumi CLI is installed; verbs and flags are the CLI's own.")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .argument("[arguments...]")
    .action(async (args: string[]) => {
      const { run } = await import("../engine/main.ts");
      process.exitCode = await run(args);
    });
}
