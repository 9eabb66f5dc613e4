import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import providerServices from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { channelOptions } from "../deploy/grpcServer.ts";
import { forEachLine } from "../program/lines.ts";

export interface PluginCommand {
  /** What errors call the provider. */
  readonly name: string;
  readonly executable: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A running provider: it prints its port as its first line, and what follows is for people. */
export interface PluginProcess {
  readonly client: providerServices.ResourceProviderClient;
  /** Ends the process, and resolves when it has ended. */
  close(): Promise<void>;
}

/**
 * Starts a provider and connects to it.
 * @throws Error with what it printed when it ends before it has told its port.
 */
export async function startPlugin(
  command: PluginCommand,
  engineAddress: string,
  onLine: (line: string) => void,
): Promise<PluginProcess> {
  const child = spawn(command.executable, [...command.args, engineAddress], {
    cwd: command.directory,
    env: { ...process.env, ...command.environment },
    stdio: ["ignore", "pipe", "pipe"],
    // In a process group of its own: the terminal's interrupt is for the engine, which lets calls under way end.
    detached: true,
  });
  const said: string[] = [];
  let listening = false;
  const errors = forEachLine(child.stderr, (line) => (listening ? onLine(line) : said.push(line)));
  const ended = once(child, "close");
  const port = await Promise.race([
    firstLine(child, (line) => (listening ? onLine(line) : said.push(line))),
    ended.then(([code]) => {
      throw new Error(
        [`the provider ${command.name} ended (exit code ${code}) before it could be used`, ...said].join("\n"),
      );
    }),
  ]);
  listening = true;
  said.splice(0).forEach(onLine);
  const client = new providerServices.ResourceProviderClient(
    `127.0.0.1:${port}`,
    credentials.createInsecure(),
    channelOptions,
  );
  return {
    client,
    async close() {
      client.close();
      child.kill("SIGINT");
      // A provider that does not heed the request to end is ended.
      const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await Promise.all([ended, errors]);
      clearTimeout(force);
    },
  };
}

/** Resolves with the port; later lines go to `onLine`. */
function firstLine(
  child: ChildProcess & { stdout: NonNullable<ChildProcess["stdout"]> },
  onLine: (line: string) => void,
): Promise<string> {
  return new Promise((resolve) => {
    let port: string | undefined;
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (port === undefined && /^\d+$/.test(line.trim())) {
        port = line.trim();
        resolve(port);
      } else if (line.trim() !== "") {
        onLine(line);
      }
    });
  });
}
