import { execFileSync, spawn } from "node:child_process";
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

/** Where processes keep what they have compiled, so that the next need not. */
export const compileCache = path.join(repository, "node_modules/.cache/node-compile-cache");

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, for messages. */
  readonly output: string;
}

/** Runs a command to its end. `onStart` is handed what kills it, with all that it has started. */
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
    options.onStart?.(() => {
      for (const pid of descendants(child.pid ?? 0)) {
        process.kill(pid, "SIGKILL");
      }
    });
  });
}

/** A process and all that it has started: an engine that is killed cannot take its provider along. */
function descendants(root: number): number[] {
  const pairs = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [root];
  for (const parent of found) {
    found.push(...pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid));
  }
  return found;
}

/** Whether a command is at hand, for tests of what is not everywhere. */
export function isOnPath(command: string): boolean {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
