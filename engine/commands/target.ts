import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { findProject, type Project } from "../state/project.ts";
import { backendOf, Stack } from "../state/stack.ts";

/** Flags that every command has. */
export interface GlobalOptions {
  readonly cwd?: string;
  readonly stack?: string;
  readonly nonInteractive?: true;
  readonly color?: "always" | "never" | "auto";
}

/** The flags of a command and of those above it. */
export function optionsOf<Options>(command: Command): Options & GlobalOptions {
  return command.optsWithGlobals() as Options & GlobalOptions;
}

export function projectOf({ cwd }: GlobalOptions): Project {
  return findProject(cwd ?? process.cwd());
}

/** The stack that `--stack` names, or the one that was selected, or the only one there is. */
export function stackOf(options: GlobalOptions): Stack {
  const project = projectOf(options);
  const stacks = backendOf(project).list();
  const name =
    options.stack?.split("/").at(-1) ?? selectedStack(project) ?? (stacks.length === 1 ? stacks[0] : undefined);
  if (name === undefined) {
    throw new Error(
      stacks.length === 0
        ? "no stack selected; make one with `stack init NAME`"
        : `no stack selected; name one with --stack (${stacks.join(", ")}), or select it with \`stack select NAME\``,
    );
  }
  return Stack.open(project, name);
}

/** Remembers which stack the commands mean. */
export function selectStack(project: Project, name: string): void {
  mkdirSync(path.dirname(selectionFile(project)), { recursive: true });
  writeFileSync(selectionFile(project), `${JSON.stringify({ stack: name })}\n`);
}

export function selectedStack(project: Project): string | undefined {
  const file = selectionFile(project);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { stack: string }).stack : undefined;
}

function selectionFile(project: Project): string {
  return path.join(project.folder, ".pulumi", "selected.json");
}
