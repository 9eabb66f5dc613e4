import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";

export const repository = path.join(import.meta.dirname, "../..");

/** The Pulumi CLI where one is on PATH, else the embedded engine; both take the same arguments. */
export const engine: { readonly name: "pulumi" | "embedded"; readonly command: string; readonly args: string[] } =
  isOnPath("pulumi") && process.env.GROUPWARE_ENGINE !== "embedded"
    ? { name: "pulumi", command: "pulumi", args: [] }
    : {
        name: "embedded",
        command: process.execPath,
        args: [path.join(repository, "dist/cli/main.js"), "engine"],
      };

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, for messages. */
  readonly output: string;
}

/** Runs a command to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly onStart?: (kill: () => void) => void },
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += String(data);
    });
    child.stderr.on("data", (data) => {
      stderr += String(data);
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr, output: stdout + stderr }));
    // The whole process group goes: the engine, the program and the provider.
    options.onStart?.(() => process.kill(-(child.pid ?? 0), "SIGKILL"));
  });
}

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
