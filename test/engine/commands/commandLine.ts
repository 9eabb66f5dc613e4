import { join } from "node:path";
import { type CommandResult, runCommand } from "../../support/engine.ts";
import type { Project } from "../deploy/project.ts";

const main = join(import.meta.dirname, "../../../engine/main.ts");

/** Runs commands on a project, with the state in its `home` folder, as a harness would: without a terminal. */
export class CommandLine {
  readonly project: Project;
  readonly #command: readonly string[];

  private constructor(project: Project, command: readonly string[]) {
    this.project = project;
    this.#command = command;
  }

  static embedded(project: Project): CommandLine {
    return new CommandLine(project, [process.execPath, main]);
  }

  /** The Pulumi CLI on the PATH. */
  static cli(project: Project): CommandLine {
    return new CommandLine(project, ["pulumi"]);
  }

  /** Arguments are separated by blanks. */
  run(args: string, env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    const [command = "", ...first] = this.#command;
    const home = join(this.project.directory, "home");
    return runCommand(command, [...first, ...args.split(" ")], {
      cwd: this.project.directory,
      env: {
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: `file://${home}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        ...env,
      },
    });
  }

  /** Runs commands that must succeed; answers with what the last one printed. */
  async succeed(...commands: readonly string[]): Promise<string> {
    let printed = "";
    for (const args of commands) {
      const result = await this.run(args);
      if (result.code !== 0) {
        throw new Error(`\`${args}\` ended with ${result.code}:\n${result.output}`);
      }
      printed = result.stdout;
    }
    return printed;
  }
}
