import { containsUnknown } from "../resource/unknown.ts";
import { describe } from "./builtins.ts";
import { evaluate, type World } from "./evaluate.ts";
import { type Expression, memberOf } from "./expression.ts";
import { fail } from "./problem.ts";
import type { OptionEntry, ResourceEntry } from "./template.ts";

/** Where options find the resources that they name. */
export interface Resources<Resource> {
  /** The resource of that name; `undefined` if there is none. */
  resource(name: string): Resource | undefined;
}

const aliasMembers = ["name", "noParent", "parent", "project", "stack", "type", "urn"];
const timeoutMembers = ["create", "update", "delete", "read"];
/** Go's notation of a time, which Pulumi's engine reads. */
const duration = /^(\d+(\.\d+)?(h|ms|us|µs|ns|m|s))+$/;

type Reader = <Resource>(value: Expression, world: World & Resources<Resource>) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  additionalSecretOutputs: texts,
  aliases: (value, world) => elements(value).map((element) => alias(element, world)),
  customTimeouts: (value, world) => members(value, timeoutMembers, (member) => timeout(member, world)),
  deleteBeforeReplace: flag,
  deletedWith: resource,
  dependsOn: resources,
  envVarMappings: (value, world) => members(value, undefined, (member) => text(member, world)),
  hideDiffs: texts,
  ignoreChanges: texts,
  import: writtenText,
  parent: resource,
  pluginDownloadURL: writtenText,
  protect(value, world) {
    const result = evaluate(value, world);
    return typeof result === "boolean" || isPending(result)
      ? result
      : fail(value.place, `protect must be true or false, not ${describe(result)}`);
  },
  provider: resource,
  providers: resources,
  replaceOnChanges: texts,
  replaceWith: resources,
  replacementTrigger: evaluate,
  retainOnDelete: flag,
  version: writtenText,
};

/** Evaluates one option of a resource. Throws a `ManifestError` at the place that is wrong. */
export function readOption<Resource>(
  name: string,
  { value }: OptionEntry,
  world: World & Resources<Resource>,
): unknown {
  return readers[name]?.(value, world);
}

/** Options of a resource that name properties, and the texts that they hold. */
export function namedProperties(resource: ResourceEntry): { readonly name: string; readonly expression: Expression }[] {
  return ["ignoreChanges", "replaceOnChanges", "additionalSecretOutputs", "hideDiffs"].flatMap((option) => {
    const value = resource.options.get(option)?.value;
    return value?.kind !== "list"
      ? []
      : value.elements.flatMap((expression) =>
          expression.kind === "literal" && typeof expression.value === "string"
            ? [{ name: /^[^.[]+/.exec(expression.value)?.[0] ?? "*", expression }]
            : [],
        );
  });
}

/** A resource is named by `${name}` alone: what is more would be a value. */
function resource<Resource>(value: Expression, world: World & Resources<Resource>): Resource {
  const named = value.kind === "access" && value.access.path.length === 0 ? value.access.root : undefined;
  const found = named === undefined ? undefined : world.resource(named);
  return (
    found ??
    fail(
      value.place,
      named === undefined ? "this must be a resource: ${name}" : `there is no resource ${JSON.stringify(named)}`,
    )
  );
}

function resources<Resource>(value: Expression, world: World & Resources<Resource>): Resource[] {
  return elements(value, "a list of resources").map((element) => resource(element, world));
}

function elements(value: Expression, what = "a list"): readonly Expression[] {
  return value.kind === "list" ? value.elements : fail(value.place, `this must be ${what}`);
}

function texts(value: Expression): string[] {
  return elements(value, "a list of texts").map(writtenText);
}

function writtenText(value: Expression): string {
  return value.kind === "literal" && typeof value.value === "string"
    ? value.value
    : fail(value.place, "this must be a text that is written out");
}

function flag(value: Expression): boolean {
  return value.kind === "literal" && typeof value.value === "boolean"
    ? value.value
    : fail(value.place, "this must be true or false");
}

function text(value: Expression, world: World): unknown {
  const result = evaluate(value, world);
  return typeof result === "string" || isPending(result)
    ? result
    : fail(value.place, `this must be a text, not ${describe(result)}`);
}

function timeout(value: Expression, world: World): unknown {
  const result = evaluate(value, world);
  return isPending(result) || (typeof result === "string" && duration.test(result))
    ? result
    : fail(value.place, 'a time is a text such as "30s", "5m" or "1h30m"');
}

/** Values that an evaluation before a run does not know are this package's marker, and in a run outputs. */
function isPending(value: unknown): boolean {
  return containsUnknown(value) || (typeof value === "object" && value !== null && "apply" in value);
}

function members(
  value: Expression,
  known: readonly string[] | undefined,
  read: (member: Expression) => unknown,
): Record<string, unknown> {
  if (value.kind !== "object") {
    fail(value.place, "this must be an object");
  }
  return Object.fromEntries(
    value.entries.map(({ key, value: member }) => {
      if (key.kind !== "literal" || (known !== undefined && !known.includes(String(key.value)))) {
        fail(key.place, `this is none of ${(known ?? []).join(", ")}`);
      }
      return [String(key.value), read(member)];
    }),
  );
}

/** A URN, or what differs from the resource's own. */
function alias<Resource>(value: Expression, world: World & Resources<Resource>): unknown {
  if (value.kind !== "object") {
    return text(value, world);
  }
  const parent = memberOf(value, "parent")?.value;
  const isResource =
    parent?.kind === "access" && parent.access.path.length === 0 && world.resource(parent.access.root) !== undefined;
  return members(value, aliasMembers, (member) =>
    member === parent && isResource
      ? resource(member, world)
      : member === memberOf(value, "noParent")?.value
        ? flag(member)
        : text(member, world),
  );
}
