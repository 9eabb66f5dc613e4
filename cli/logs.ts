import { mkdirSync } from "node:fs";
import path from "node:path";
import { Argument, Command } from "commander";
import { messageOf } from "../provider/resource/errors.ts";
import { downloadLogs, type LogService, logServices } from "../provider/systems/groupid/api/logs.ts";
import type { GroupIdClient } from "../provider/systems/groupid/client.ts";
import { loadSystem } from "../provider/systems/loadSystem.ts";
import { exitCodes } from "./exitCodes.ts";
import { failing } from "./failing.ts";
import { interruption } from "./interruption.ts";
import { ProgressLine } from "./progressLine.ts";
import { stackConnections } from "./stackConnections.ts";

interface LogsOptions {
  readonly stack?: string;
  readonly connection: string;
  readonly out: string;
}

const kilobyte = 1024;

/** `groupware logs`: the logs of GroupID's services, each in a file. */
export function logsCommand(): Command {
  const command = new Command("logs")
    .description(
      "Downloads the logs of the services of Netwrix Directory Manager (GroupID), each into a file named like the service.\n" +
        "The archives are encrypted: they are for the vendor's support.",
    )
    .addArgument(new Argument("[services...]", "whose logs; by default those of all").choices(logServices))
    .option("-s, --stack <name>", "the stack whose connection is used; by default the one selected here")
    .option("--connection <name>", "the connection to GroupID", "groupid")
    .option("-o, --out <folder>", "where the files go", ".");
  return command.action(
    failing("logs", async (services: readonly LogService[], { stack, connection, out }: LogsOptions) => {
      const signal = interruption();
      const progress = new ProgressLine();
      const connections = await stackConnections(stack, signal);
      const { service: groupId } = connections.get(await loadSystem("groupid"), connection).api as GroupIdClient;
      mkdirSync(out, { recursive: true });
      for (const service of services.length === 0 ? logServices : services) {
        const file = path.join(out, `${service}.zip`);
        try {
          const bytes = await downloadLogs(groupId, service, file, signal, (done, total) =>
            progress.show(`${service}, KB`, kilobytes(done), total === undefined ? undefined : kilobytes(total)),
          );
          progress.end();
          process.stdout.write(`${file}: ${kilobytes(bytes)} KB\n`);
        } catch (error) {
          signal.throwIfAborted();
          // The other services may well answer.
          progress.note(`groupware logs: ${service}: ${messageOf(error)}`);
          process.exitCode = exitCodes.failure;
        }
      }
    }),
  );
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / kilobyte);
}
