import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { findProject, type Project } from "../state/project.ts";
import { backendOf, Stack } from "../state/stack.ts";
import { configuredStacks } from "../state/stackConfiguration.ts";

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

/** The name of a stack that is given as `name`, `organization/name` or `organization/project/name`. */
export function stackName(project: Project, text: string): string {
  const parts = text.split("/");
  const name = parts.pop() ?? "";
  const [organization = "organization", ownProject = project.name] = parts;
  if (organization !== "organization" || parts.length > 2) {
    throw new Error("organization name must be 'organization'");
  }
  if (ownProject !== project.name) {
    throw new Error(`the stack '${text}' belongs to another project than '${project.name}'`);
  }
  return name;
}

/** The stack that `--stack` names, or the one that was selected, or the only one there is. */
export function stackOf(options: GlobalOptions): Stack {
  const project = projectOf(options);
  if (options.stack !== undefined) {
    return Stack.open(project, stackName(project, options.stack));
  }
  const stacks = stacksOf(project);
  const name = selectedStack(project) ?? (stacks.length === 1 ? stacks[0] : undefined);
  if (name === undefined) {
    throw new Error(
      stacks.length === 0
        ? "no stack selected; make one with `stack init NAME`"
        : `no stack selected; name one with --stack (${stacks.join(", ")}), or select it with \`stack select NAME\``,
    );
  }
  return Stack.open(project, name);
}

/** The stacks that have state, or at least a configuration file. */
export function stacksOf(project: Project): string[] {
  return [...new Set([...backendOf(project).list(), ...configuredStacks(project)])].sort();
}

/** Remembers which stack the commands mean. */
export function selectStack(project: Project, name: string): void {
  mkdirSync(path.dirname(selectionFile(project)), { recursive: true });
  writeFileSync(selectionFile(project), `${JSON.stringify({ stack: name })}\n`);
}

/** The stack that was selected, while it exists. */
export function selectedStack(project: Project): string | undefined {
  const file = selectionFile(project);
  const name = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { stack: string }).stack : undefined;
  return name !== undefined && stacksOf(project).includes(name) ? name : undefined;
}

function selectionFile(project: Project): string {
  return path.join(project.folder, ".pulumi", "selected.json");
}
