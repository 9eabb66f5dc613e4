import { spawn } from "node:child_process";
import { once } from "node:events";
import type { DeploymentOptions } from "../deploy/options.ts";
import { forEachLine } from "./lines.ts";
import { locateProgram } from "./location.ts";
import { resolveFrom } from "./resolve.ts";

/** The SDK's exit code for "the error has been told already". */
const errorWasTold = 32;

export interface ProgramOptions
  extends Pick<DeploymentOptions, "project" | "stack" | "organization" | "config" | "secretConfigKeys" | "parallel"> {
  readonly preview: boolean;
  readonly monitorAddress: string;
  readonly engineAddress: string;
  /** Takes each line that the program prints. */
  onLine(line: string): void;
}

export interface RunningProgram {
  /** Resolves when the program has ended and its output is read; with a message if it failed and did not say why. */
  readonly ended: Promise<{ readonly succeeded: boolean; readonly message?: string }>;
  kill(): void;
}

/**
 * Starts an unchanged Pulumi program as Pulumi's own Node language host does.
 * @throws Error when the project's runtime is not Node, or its program cannot be found.
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const { project } = options;
  if (project.runtime.name !== "nodejs") {
    throw new Error(
      `the embedded engine runs programs of the runtime "nodejs" alone, and this project's is "${project.runtime.name}": use the Pulumi CLI`,
    );
  }
  const location = await locateProgram(project);
  const { nodeargs, typescript, tsconfig } = project.runtime.options;
  const process_ = spawn(
    process.execPath,
    [
      ...(typeof nodeargs === "string" ? splitArguments(nodeargs) : []),
      resolveFrom(location.directory, "@pulumi/pulumi/cmd/run"),
      ...["--monitor", options.monitorAddress],
      ...["--engine", options.engineAddress],
      ...(options.organization === "" ? [] : ["--organization", options.organization]),
      ...["--project", project.name],
      ...["--root-directory", project.directory],
      ...["--stack", options.stack],
      ...["--pwd", location.directory],
      ...(options.preview ? ["--dry-run"] : []),
      ...["--parallel", String(options.parallel)],
      location.entryPoint,
    ],
    {
      cwd: project.directory,
      env: {
        ...process.env,
        PULUMI_CONFIG: JSON.stringify(toOldKeys(options.config)),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(options.secretConfigKeys),
        ...(typescript !== false && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
        ...(typeof tsconfig === "string" && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
      },
      stdio: ["ignore", "pipe", "pipe"],
      // In a process group of its own: the terminal's interrupt is for the engine, which lets the program end.
      detached: true,
    },
  );
  const output = Promise.all([
    forEachLine(process_.stdout, options.onLine),
    forEachLine(process_.stderr, options.onLine),
  ]);
  return {
    ended: once(process_, "close").then(async ([code, signal]: (number | string | null)[]) => {
      await output;
      if (code === 0) {
        return { succeeded: true };
      }
      if (code === errorWasTold) {
        return { succeeded: false };
      }
      const how = code === null ? `was ended by the signal ${signal}` : `exited with non-zero exit code: ${code}`;
      return { succeeded: false, message: `an unhandled error occurred: Program ${how}` };
    }),
    kill: () => process_.kill("SIGKILL"),
  };
}

/** SDKs of any age read the old form of a key, `namespace:config:name`. */
function toOldKeys(config: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const colon = key.indexOf(":");
      return [`${key.slice(0, colon)}:config:${key.slice(colon + 1)}`, value];
    }),
  );
}

/** Splits at spaces, except inside of quotes, which are dropped. */
function splitArguments(text: string): string[] {
  return (text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []).map((word) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}
