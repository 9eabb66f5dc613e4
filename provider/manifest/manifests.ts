import path from "node:path";
import { accessesIn, type Expression } from "./expression.ts";
import { inOrder, type Place, type Problem } from "./problem.ts";
import { readSources } from "./sourceFile.ts";
import {
  type ConfigEntry,
  type DefaultsEntry,
  type Named,
  type OutputEntry,
  parseTemplate,
  type ResourceEntry,
  type Template,
  type VariableEntry,
} from "./template.ts";

/** Something that refers to others, and that others refer to. */
export type Node = ResourceEntry | VariableEntry;

/** All files together: one space of names, as if they were one file. */
export interface Manifests {
  readonly resources: ReadonlyMap<string, ResourceEntry>;
  readonly variables: ReadonlyMap<string, VariableEntry>;
  readonly config: ReadonlyMap<string, ConfigEntry>;
  readonly outputs: ReadonlyMap<string, OutputEntry>;
  readonly defaults: readonly DefaultsEntry[];
  readonly requiredVersions: readonly Expression[];
  /** Resources and variables, each after those that it refers to. */
  readonly order: readonly Node[];
  /** What is wrong with the files by themselves: their form, names that are there twice, circles. */
  readonly problems: readonly Problem[];
}

/**
 * Reads manifests: files, and folders with all that lies below them. Needs neither Pulumi nor a network, and reports
 * what is wrong instead of throwing it.
 * @param from the folder that relative paths start from.
 */
export function readManifests(paths: readonly string[], from: string = process.cwd()): Manifests {
  const templates: Template[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  // A project's own file may name further ones.
  for (let next = [...paths]; next.length > 0; ) {
    const read = readSources(next, from);
    problems.push(...read.problems);
    next = [];
    for (const file of read.files.filter(({ name }) => !seen.has(name))) {
      seen.add(file.name);
      const template = parseTemplate(file);
      templates.push(template);
      next.push(...template.manifests.map((named) => path.join(path.dirname(file.name), named)));
    }
  }
  return combine(templates, problems);
}

function combine(templates: readonly Template[], given: readonly Problem[]): Manifests {
  const problems = [...given, ...templates.flatMap((template) => template.problems)];
  const names = new Map<string, Named & { kind: string }>();
  const urns = new Map<string, ResourceEntry>();
  const unique = <Entry extends Named & { kind: string }>(entries: readonly Entry[]): Map<string, Entry> => {
    const result = new Map<string, Entry>();
    for (const entry of entries) {
      const other = names.get(entry.name);
      if (entry.name === "pulumi") {
        problems.push({ place: entry.place, message: "the name pulumi is Pulumi's own: ${pulumi.stack}" });
      } else if (other !== undefined) {
        problems.push({ place: entry.place, message: `${describe(entry)} is there already: ${at(other)}` });
      } else {
        names.set(entry.name, entry);
        result.set(entry.name, entry);
      }
    }
    return result;
  };
  const config = unique(templates.flatMap((template) => template.config));
  const resources = unique(templates.flatMap((template) => template.resources));
  const variables = unique(templates.flatMap((template) => template.variables));
  const outputs = new Map<string, OutputEntry>();
  for (const output of templates.flatMap((template) => template.outputs)) {
    const other = outputs.get(output.name);
    if (other !== undefined) {
      problems.push({
        place: output.place,
        message: `the output ${JSON.stringify(output.name)} is there already: ${where(other)}`,
      });
    }
    outputs.set(output.name, output);
  }
  for (const resource of resources.values()) {
    const urn = `${resource.type} ${resource.logicalName}`;
    const other = urns.get(urn);
    if (other !== undefined) {
      problems.push({
        place: resource.place,
        message: `another ${resource.type} has the name ${JSON.stringify(resource.logicalName)} in the stack: ${where(other)}`,
      });
    }
    urns.set(urn, resource);
  }
  const { order, circles } = sorted([...resources.values(), ...variables.values()]);
  return {
    resources,
    variables,
    config,
    outputs,
    defaults: templates.flatMap((template) => template.defaults),
    requiredVersions: templates.flatMap(({ requiredVersion }) => requiredVersion ?? []),
    order,
    problems: inOrder([...problems, ...circles]),
  };
}

function describe({ kind, name }: { kind: string; name: string }): string {
  return kind === "config" ? `the configuration value ${JSON.stringify(name)}` : `the ${kind} ${JSON.stringify(name)}`;
}

function at(other: Named & { kind: string }): string {
  return `${other.kind === "config" ? "a configuration value" : `a ${other.kind}`} of this name stands in ${where(other)}`;
}

/** The file and the line in which something is named. */
export function where({ place }: Named): string {
  return `${place.file.name}:${place.file.position(place.start).line}`;
}

/** Every expression of a resource or variable. */
export function* expressionsOf(node: Node): Generator<Expression> {
  if (node.kind === "variable") {
    yield node.value;
    return;
  }
  const { properties, get, options } = node;
  if (properties !== undefined) {
    yield properties;
  }
  if (get !== undefined) {
    yield get.id;
    if (get.state !== undefined) {
      yield get.state;
    }
  }
  for (const { value } of options.values()) {
    yield value;
  }
}

/** The package of a resource's type; of a provider, the package that it provides. */
export function packageOf(type: string): string {
  return type.startsWith("pulumi:providers:") ? (type.split(":")[2] ?? "") : (type.split(":")[0] ?? "");
}

/** Depth first, without recursion: chains may be as long as the files. */
function sorted(nodes: readonly Node[]): { readonly order: Node[]; readonly circles: Problem[] } {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const defaults = new Map(
    nodes.flatMap((node) =>
      node.kind === "resource" && node.defaultProvider ? [[packageOf(node.type), node] as const] : [],
    ),
  );
  const needs = (node: Node): { readonly name: string; readonly place: Place }[] => {
    const named = [...expressionsOf(node)].flatMap((expression) =>
      [...accessesIn(expression)].map(({ access, place }) => ({ name: access.root, place })),
    );
    const provider =
      node.kind === "resource" && !node.options.has("provider") ? defaults.get(packageOf(node.type)) : undefined;
    return provider === undefined || provider === node || (node.kind === "resource" && node.type.startsWith("pulumi:"))
      ? named
      : [...named, { name: provider.name, place: node.place }];
  };
  const order: Node[] = [];
  const circles: Problem[] = [];
  const done = new Set<Node>();
  for (const start of nodes) {
    const path = [{ node: start, rest: needs(start) }];
    const onPath = new Set<Node>([start]);
    while (!done.has(start)) {
      const top = path.at(-1);
      const need = top?.rest.shift();
      const next = need === undefined ? undefined : byName.get(need.name);
      if (top === undefined) {
        break;
      }
      if (need === undefined) {
        order.push(top.node);
        done.add(top.node);
        onPath.delete(top.node);
        path.pop();
      } else if (next !== undefined && onPath.has(next)) {
        const circle = path.slice(path.findIndex(({ node }) => node === next)).map(({ node }) => node.name);
        circles.push({ place: need.place, message: `this goes in a circle: ${[...circle, next.name].join(" → ")}` });
      } else if (next !== undefined && !done.has(next)) {
        path.push({ node: next, rest: needs(next) });
        onPath.add(next);
      }
    }
  }
  return { order, circles };
}
