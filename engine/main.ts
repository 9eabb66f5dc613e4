import { Command, CommanderError, Option } from "commander";
import { configCommand } from "./commands/config.ts";
import { deployCommand } from "./commands/deploy.ts";
import { ExitCode } from "./commands/exitCode.ts";
import { stackCommand } from "./commands/stack.ts";
import { optionsOf, stackOf } from "./commands/target.ts";

/**
 * The embedded engine's commands, with the Pulumi CLI's own verbs and flags. What the CLI has and this engine has not
 * is an error, never ignored. Answers with the exit code.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("engine")
    .description(
      "Runs a Pulumi program where no Pulumi CLI is installed; for trying out and for tests.\n\n" +
        "State is kept as files where PULUMI_BACKEND_URL says (file://FOLDER), else in .pulumi of the project's folder.\n" +
        "PULUMI_CONFIG_PASSPHRASE encrypts secrets.",
    )
    .option("-C, --cwd <folder>", "runs as if started in this folder")
    .option("-s, --stack <name>", "the stack to work on")
    .option("--non-interactive", "never asks")
    .addOption(new Option("--color <when>", "colours").choices(["always", "never", "auto"]))
    .exitOverride();
  program.addCommand(deployCommand("up", "update", "Brings the systems to what the program says."));
  program.addCommand(deployCommand("preview", "pre", "Shows what `up` would do."));
  program.addCommand(deployCommand("refresh", undefined, "Brings the state to what the systems hold."));
  program.addCommand(deployCommand("destroy", "down", "Deletes everything that the stack has made."));
  program.addCommand(stackCommand());
  program.addCommand(configCommand());
  const cancel = program
    .command("cancel")
    .argument("[stack]")
    .option("-y, --yes", "does not ask")
    .description("Removes the lock that a killed run left behind.")
    .action((name: string | undefined) => {
      const options = optionsOf(cancel);
      stackOf(name === undefined ? options : { ...options, stack: name }).unlock();
    });
  for (const command of allCommands(program)) {
    command.exitOverride();
    if (command !== program) {
      addGlobalOptions(command);
    }
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof ExitCode) {
      return error.code;
    }
    if (error instanceof CommanderError) {
      return error.exitCode;
    }
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 255;
  }
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
