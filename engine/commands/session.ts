import os from "node:os";
import { Command } from "commander";
import { pulumiVersion } from "../state/deploymentFile.ts";
import { optionsOf, stackOf } from "./target.ts";

/** `cancel`: lets a stack go that a killed run has left locked. */
export function cancelCommand(): Command {
  const command = new Command("cancel")
    .argument("[stack]")
    .option("-y, --yes", "does not ask; the embedded engine never does here")
    .description("Removes the lock that a killed run left behind.")
    .action((name: string | undefined) => {
      const options = optionsOf(command);
      const stack = stackOf(name === undefined ? options : { ...options, stack: name });
      stack.unlock();
      process.stdout.write(`The currently running update for '${stack.name}' has been canceled!\n`);
    });
  return command;
}

/** `version`. */
export function versionCommand(): Command {
  return new Command("version")
    .description("Prints the version of Pulumi whose verbs and files these are.")
    .action(() => void process.stdout.write(`${pulumiVersion}\n`));
}

/** `login`: files need none, so it is taken where it changes nothing, and refused where it would. */
export function loginCommand(): Command {
  return new Command("login")
    .argument("[url]")
    .option("-l, --local", "keeps state in files, as the embedded engine always does")
    .description("Taken for the sake of scripts: state is kept where PULUMI_BACKEND_URL says.")
    .action((url: string | undefined) => {
      const backend = process.env.PULUMI_BACKEND_URL;
      if (url !== undefined && url !== backend) {
        throw new Error(`the embedded engine remembers no logins; set PULUMI_BACKEND_URL=${url} instead`);
      }
      const place = backend ?? ".pulumi in the project's folder";
      process.stdout.write(`Logged in to ${os.hostname()} as ${os.userInfo().username} (${place})\n`);
    });
}
