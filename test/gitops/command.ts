import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";
import { type CommandResult, repository } from "../support/engine.ts";

/** Runs a command of `groupware` to its end, with `input` as its standard input. */
export async function groupware(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(repository, "dist/cli/main.js"), ...args], {
    cwd: options.cwd ?? repository,
    env: { ...inherited, NO_COLOR: "1", ...options.env },
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr, output: stdout + stderr };
}
