import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/**
 * Runs a command of the Pulumi CLI where one is on `PATH`, else of the embedded engine, and answers with what it prints.
 * `GROUPWARE_ENGINE=embedded` chooses the embedded engine all the same.
 * @throws with its own words when it fails.
 */
export async function pulumi(args: readonly string[]): Promise<string> {
  const [command, ...first] =
    isOnPath("pulumi") && process.env.GROUPWARE_ENGINE !== "embedded"
      ? ["pulumi"]
      : [process.execPath, fileURLToPath(new URL(`./main${path.extname(import.meta.url)}`, import.meta.url)), "engine"];
  const child = spawn(command ?? "", [...first, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PULUMI_SKIP_UPDATE_CHECK: "true", ...process.env },
  });
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, exitCode] = await Promise.race([
    Promise.all([text(child.stdout), text(child.stderr), code]),
    failed,
  ]);
  if (exitCode !== 0) {
    throw new Error(`pulumi ${args[0]} ${args[1]}: ${stderr.trim() === "" ? `exit code ${exitCode}` : stderr.trim()}`);
  }
  return stdout;
}

/** Whether the current folder, or one above it, is a Pulumi project. */
export function isInProject(): boolean {
  return projectFolder() !== undefined;
}

/** The folder of the Pulumi project that the current folder belongs to. */
export function projectFolder(): string | undefined {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    if (["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].some((file) => existsSync(path.join(folder, file)))) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
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
