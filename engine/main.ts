import { Command, CommanderError, Option } from "commander";
import { CommandError, exitCodes } from "./commands/commandError.ts";
import { configCommand } from "./commands/config.ts";
import { deployCommand } from "./commands/deploy.ts";
import { importCommand } from "./commands/import.ts";
import { cancelCommand, loginCommand, versionCommand } from "./commands/session.ts";
import { stackCommand } from "./commands/stack.ts";
import { StackNotFoundError } from "./state/stack.ts";

/**
 * The embedded engine's commands, with the Pulumi CLI's own verbs and flags. What the CLI has and this engine has not
 * is an error, never ignored. Answers with the exit code.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("engine")
    .description(
      "Runs a Pulumi program where no Pulumi CLI is installed; for trying out and for tests.\n\n" +
        "State is kept as files where PULUMI_BACKEND_URL says (file://FOLDER), else in .pulumi of the project's folder.\n" +
        "PULUMI_CONFIG_PASSPHRASE, or the file of PULUMI_CONFIG_PASSPHRASE_FILE, encrypts secrets.",
    )
    .addCommand(deployCommand("up", "update", "Brings the systems to what the program says."))
    .addCommand(deployCommand("preview", "pre", "Shows what `up` would do."))
    .addCommand(deployCommand("refresh", undefined, "Brings the state to what the systems hold."))
    .addCommand(deployCommand("destroy", "down", "Deletes everything that the stack has made."))
    .addCommand(importCommand())
    .addCommand(stackCommand())
    .addCommand(configCommand())
    .addCommand(cancelCommand())
    .addCommand(loginCommand())
    .addCommand(versionCommand());
  for (const command of allCommands(program)) {
    addGlobalOptions(command.exitOverride());
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (message !== "") {
      process.stderr.write(`error: ${message}\n`);
    }
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandError) {
    return error.exitCode;
  }
  return error instanceof StackNotFoundError ? exitCodes.stackNotFound : exitCodes.error;
}

/** The CLI takes these flags before the verb and after it. */
function addGlobalOptions(command: Command): void {
  command
    .option("-C, --cwd <folder>", "runs as if started in this folder")
    .option("-s, --stack <name>", "the stack to work on")
    .option("--non-interactive", "never asks")
    .addOption(new Option("--color <when>", "colours").choices(["always", "never", "auto"]));
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2));
}
