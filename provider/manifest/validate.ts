import type * as z from "zod";
import { type CheckFailure, check, closestName, unknownProperty } from "../resource/check.ts";
import { canonicalText } from "../resource/compare.ts";
import {
  branchesOf,
  elementOf,
  type FunctionDefinition,
  type ResourceDefinition,
  recordValueOf,
  shapeOf,
} from "../resource/definition.ts";
import type { Properties } from "../resource/errors.ts";
import { parsePath } from "../resource/path.ts";
import { unwrapped } from "../resource/property.ts";
import { containsUnknown, unknownMarker } from "../resource/unknown.ts";
import { systems } from "../systems/index.ts";
import type { Access } from "./access.ts";
import { configTypeProblem } from "./config.ts";
import { argument, evaluate, follow, type World } from "./evaluate.ts";
import { accessesIn, type Expression, memberOf } from "./expression.ts";
import { expressionsOf, type Manifests, packageOf, where } from "./manifests.ts";
import { namedProperties, type Resources, readOption } from "./options.ts";
import { inOrder, ManifestError, type Place, type Problem } from "./problem.ts";
import type { DefaultsEntry, ResourceEntry } from "./template.ts";

/** What is known of where the manifests will be used. */
export interface Setting {
  /** How the resources will be reached: some options need the plugin. */
  readonly host?: "dynamic" | "plugin";
  /** Whether the stack's configuration has a key that no manifest declares. */
  hasConfig?(key: string): boolean;
}

/** The members of `${pulumi.…}`. */
export const pulumiMembers = ["cwd", "organization", "project", "rootDirectory", "stack"];

const providerType = "pulumi:providers:groupware";
const stackReferenceType = "pulumi:pulumi:StackReference";

const resourceDefinitions = new Map(
  systems.flatMap((system) => system.resources.map((resource) => [`groupware:${resource.type}`, resource])),
);
const functionDefinitions = new Map(
  systems.flatMap((system) => system.functions.map((definition) => [`groupware:${definition.type}`, definition])),
);

/** The definition behind a type token, such as `groupware:barium:Group`. */
export function resourceDefinition(token: string): ResourceDefinition | undefined {
  return resourceDefinitions.get(token);
}

/** The definition behind a function's token, such as `groupware:barium:getGroup`. */
export function functionDefinition(token: string): FunctionDefinition | undefined {
  return functionDefinitions.get(token);
}

/**
 * Everything that is wrong with manifests, in the order of the files: their form, names, references and circles, types,
 * properties by the definitions' own check, options and functions. Needs neither Pulumi nor a network; what depends on
 * values that only a run knows passes.
 */
export function validate(manifests: Manifests, setting: Setting = {}): Problem[] {
  return inOrder([...manifests.problems, ...new Validator(manifests, setting).problems()]);
}

class Validator {
  readonly #manifests: Manifests;
  readonly #setting: Setting;
  readonly #problems: Problem[] = [];
  readonly #variables = new Map<string, unknown>();
  /** What tells the object of a resource from all others, where that is known before a run. */
  readonly #objects = new Map<ResourceEntry, string>();
  /** What is wrong with names that lead nowhere. */
  readonly #unknownNames = new Map<string, string>();
  readonly #world: World & Resources<object>;

  constructor(manifests: Manifests, setting: Setting) {
    this.#manifests = manifests;
    this.#setting = setting;
    this.#world = {
      resolve: (access, place) => this.#resolve(access, place),
      lift: (args, apply) => (containsUnknown(args) ? unknownMarker : apply(args)),
      resource: (name) => manifests.resources.get(name),
      calls: {
        "fn::secret": (call, world) => argument(call, "value", world),
        "fn::unsecret": (call, world) => argument(call, "value", world),
        "fn::pulumiResourceName": (call) => this.#named(call.args.value)?.logicalName ?? unknownMarker,
        "fn::pulumiResourceType": (call) => this.#named(call.args.value)?.type ?? unknownMarker,
        "fn::invoke": (call, world) => {
          this.#checkInvoke(call, world);
          return unknownMarker;
        },
      },
    };
  }

  problems(): readonly Problem[] {
    const { order, outputs, config, defaults, requiredVersions } = this.#manifests;
    for (const entry of defaults) {
      this.#checkDefaults(entry);
    }
    for (const entry of config.values()) {
      const problem = configTypeProblem(entry);
      if (problem !== undefined) {
        this.#report(entry.place, problem);
      }
    }
    for (const node of order) {
      for (const expression of expressionsOf(node)) {
        this.#checkReferences(expression);
      }
      if (node.kind === "variable") {
        this.#variables.set(node.name, this.#evaluated(node.value));
      } else {
        this.#checkResource(node);
      }
    }
    this.#checkSameObjects();
    for (const expression of [...[...outputs.values()].map(({ value }) => value), ...requiredVersions]) {
      this.#checkReferences(expression);
      this.#evaluated(expression);
    }
    return this.#problems;
  }

  #report(place: Place, message: string): void {
    this.#problems.push({ place, message });
  }

  /** Whatever a function throws becomes a problem; the value is unknown then. */
  #attempt<Result>(run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ManifestError)) {
        throw error;
      }
      this.#problems.push(...error.problems);
      return undefined;
    }
  }

  #evaluated(expression: Expression): unknown {
    const result = this.#attempt(() => evaluate(expression, this.#world));
    return result === undefined ? unknownMarker : result;
  }

  #checkReferences(expression: Expression): void {
    for (const { access, place } of accessesIn(expression)) {
      const problem = this.#referenceProblem(access);
      if (problem !== undefined) {
        this.#report(place, problem);
      }
    }
  }

  #referenceProblem({ root, path }: Access): string | undefined {
    const { resources, variables, config } = this.#manifests;
    const resource = resources.get(root);
    if (resource !== undefined) {
      return outputPathProblem(resource, path);
    }
    const variable = variables.get(root);
    if (variable !== undefined) {
      return invokePathProblem(variable.value, root, path);
    }
    if (root === "pulumi") {
      return pulumiMembers.includes(String(path[0]))
        ? undefined
        : `\${pulumi} has ${pulumiMembers.join(", ")}, and not ${JSON.stringify(path[0] ?? "")}`;
    }
    if (config.has(root) || this.#setting.hasConfig?.(root) === true) {
      return undefined;
    }
    // One misspelt name may stand in all resources, and is compared with all of their names.
    const known = this.#unknownNames.get(root);
    if (known !== undefined) {
      return known;
    }
    const closest = closestName(root, [...resources.keys(), ...variables.keys(), ...config.keys(), "pulumi"]);
    const problem = `there is no resource, variable or configuration value ${JSON.stringify(root)}${closest === undefined ? "" : `; did you mean ${JSON.stringify(closest)}?`}`;
    this.#unknownNames.set(root, problem);
    return problem;
  }

  /** Values that only a run knows are the marker; references that lead nowhere are reported elsewhere. */
  #resolve({ root, path }: Access, place: Place): unknown {
    return follow(this.#variables.get(root) ?? unknownMarker, path, place, this.#world);
  }

  #named(expression: Expression | undefined): ResourceEntry | undefined {
    return expression?.kind === "access" && expression.access.path.length === 0
      ? this.#manifests.resources.get(expression.access.root)
      : undefined;
  }

  #checkResource(resource: ResourceEntry): void {
    for (const [name, option] of resource.options) {
      this.#attempt(() => readOption(name, option, this.#world));
    }
    this.#checkHost(resource);
    if (resource.type === stackReferenceType || resource.type === providerType) {
      this.#checkOwnType(resource);
      return;
    }
    if (resource.defaultProvider) {
      this.#report(resource.typePlace, "only a provider can be the default provider");
    }
    const definition = resourceDefinition(resource.type);
    if (definition === undefined) {
      this.#report(resource.typePlace, unknownType(resource.type));
      return;
    }
    for (const { name, expression } of namedProperties(resource)) {
      const known = Object.keys({ ...definition.inputs, ...definition.outputs });
      if (name !== "*" && !known.includes(name)) {
        this.#report(expression.place, unknownProperty(name, known));
      }
    }
    if (resource.get !== undefined) {
      this.#checkGet(resource, resource.get);
      return;
    }
    const { properties } = resource;
    const value = properties === undefined ? {} : this.#evaluated(properties);
    if (value === unknownMarker) {
      return;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.#report(properties?.place ?? resource.place, "properties must be an object");
      return;
    }
    const { failures } = check(definition.schema, value as Properties, (inputs) => definition.validate?.(inputs) ?? []);
    this.#reportFailures(failures, properties, resource.place);
    const object = objectOf(resource, definition, value as Properties);
    if (object !== undefined) {
      this.#objects.set(resource, object);
    }
  }

  /** What no resource of the file has would otherwise pass, and a misspelt type would have no effect. */
  #checkDefaults({ name: type, place, properties }: DefaultsEntry): void {
    const definition = resourceDefinition(type);
    if (definition === undefined) {
      if (type !== stackReferenceType && type !== providerType) {
        this.#report(place, unknownType(type));
      }
      return;
    }
    const known = Object.keys(definition.inputs);
    for (const { key } of properties?.kind === "object" ? properties.entries : []) {
      if (key.kind === "literal" && !known.includes(String(key.value))) {
        this.#report(key.place, unknownProperty(String(key.value), known));
      }
    }
  }

  /**
   * Two resources of one object: a run would make the first, and fail at the second. Systems that have two objects of one
   * key are there, and both can be imported.
   */
  #checkSameObjects(): void {
    const seen = new Map<string, ResourceEntry>();
    for (const resource of this.#manifests.resources.values()) {
      const object = this.#objects.get(resource);
      const other = object === undefined ? undefined : seen.get(object);
      if (other !== undefined) {
        const key = resourceDefinition(resource.type)?.naturalKey.join(" and ");
        const message = `this is the same object as ${JSON.stringify(other.name)}, by its ${key}: ${where(other)}`;
        this.#problems.push({ place: resource.place, message, isWarning: true });
      } else if (object !== undefined) {
        seen.set(object, resource);
      }
    }
  }

  /** A provider and a reference to a stack have properties of their own. */
  #checkOwnType(resource: ResourceEntry): void {
    const names = resource.type === providerType ? ["connections", "adopt"] : ["name"];
    for (const { key } of resource.properties?.kind === "object" ? resource.properties.entries : []) {
      const name = key.kind === "literal" ? String(key.value) : "";
      if (!names.includes(name)) {
        this.#report(key.place, unknownProperty(name, names));
      }
    }
    if (resource.properties !== undefined) {
      this.#evaluated(resource.properties);
    }
  }

  #checkGet({ properties, place }: ResourceEntry, { state }: NonNullable<ResourceEntry["get"]>): void {
    if (properties !== undefined) {
      this.#report(place, "a resource has either `properties`, and is managed, or `get`, and is only read");
    }
    for (const { key } of state?.kind === "object" ? state.entries : []) {
      if (key.kind === "literal" && key.value !== "connection") {
        this.#report(key.place, "an object is read by its id; the state to begin with may only name the connection");
      }
    }
  }

  /** What the dynamic host cannot do is said before a run. */
  #checkHost({ type, typePlace, options, get }: ResourceEntry): void {
    if (this.#setting.host !== "dynamic") {
      return;
    }
    const needs = (place: Place, what: string, otherwise = "") =>
      this.#report(place, `${what} needs the plugin${otherwise}`);
    if (type === providerType) {
      needs(typePlace, "a provider of its own", "; without it, name a `connection` on each resource");
    }
    if (get !== undefined) {
      needs(get.place, "to read a resource that is not managed");
    }
    for (const name of ["import", "provider", "providers", "version", "pluginDownloadURL", "envVarMappings"]) {
      const option = options.get(name);
      if (option !== undefined) {
        needs(
          option.place,
          `the option ${name}`,
          name === "import" ? "; without it, `adopt: true` takes over an object that exists" : "",
        );
      }
    }
  }

  #checkInvoke(call: Extract<Expression, { kind: "call" }>, world: World): void {
    const token = call.args.function;
    const name = token?.kind === "literal" ? String(token.value) : "";
    const definition = functionDefinition(name);
    if (token === undefined || definition === undefined) {
      const closest = closestName(name, [...functionDefinitions.keys()]);
      this.#report(
        token?.place ?? call.place,
        `there is no function ${JSON.stringify(name)}${closest === undefined ? "" : `; did you mean ${closest}?`}`,
      );
      return;
    }
    const args = (argument(call, "arguments", world) ?? {}) as Properties;
    if (!containsUnknown(args) || typeof args === "object") {
      this.#reportFailures(check(definition.schema, args).failures, call.args.arguments, token.place);
    }
    const result = call.args.return;
    const outputs = Object.keys(definition.outputs);
    if (result?.kind === "literal" && !outputs.includes(String(result.value))) {
      this.#report(result.place, unknownProperty(String(result.value), outputs));
    }
    for (const option of ["parent", "provider", "dependsOn"]) {
      const value = call.args[option];
      if (value !== undefined) {
        this.#attempt(() => readOption(option, { place: value.place, value }, this.#world));
      }
    }
    for (const option of ["provider", "version", "pluginDownloadURL"]) {
      const value = call.args[option];
      if (value !== undefined && this.#setting.host === "dynamic") {
        this.#report(value.place, `the option ${option} needs the plugin`);
      }
    }
  }

  #reportFailures(failures: readonly CheckFailure[], written: Expression | undefined, owner: Place): void {
    for (const { property, reason } of failures) {
      // The path of a secret stands in the reason alone.
      const [, path = property, text = reason] = property === "" ? (/^(\S+): (.*)$/s.exec(reason) ?? []) : [];
      const place = placeOf(written, parsePath(path)) ?? owner;
      const isElsewhere = place === owner || path.includes(".") || path.includes("[");
      this.#report(place, isElsewhere ? `${path}: ${text}` : text);
    }
  }
}

/** What tells an object from all others: its natural key, and how it is reached. A reference stands for its value. */
function objectOf(
  { type, properties, options }: ResourceEntry,
  { naturalKey, inputs, isAction }: ResourceDefinition,
  value: Properties,
): string | undefined {
  if (isAction === true) {
    return undefined;
  }
  const key = [...naturalKey, "connection"].map((name) => {
    const schema = inputs[name];
    const written = memberOf(properties, name)?.value;
    return written?.kind === "access"
      ? written.access.text
      : schema !== undefined && !containsUnknown(value[name])
        ? [canonicalText(schema, value[name] ?? null)]
        : undefined;
  });
  const routes = ["provider", "providers", "parent"].map((name) => {
    const option = options.get(name)?.value;
    return option === undefined ? [] : [...accessesIn(option)].map(({ access }) => access.text);
  });
  return key.includes(undefined) ? undefined : JSON.stringify([type, key, routes]);
}

/** Where a property stands, or the nearest that is written of it: the name of an unknown one, the value of any other. */
function placeOf(written: Expression | undefined, path: readonly (string | number)[]): Place | undefined {
  let current = written;
  let place: Place | undefined;
  for (const segment of path) {
    if (current?.kind === "list" && typeof segment === "number") {
      current = current.elements[segment];
      place = current?.place ?? place;
    } else {
      const entry = memberOf(current, String(segment));
      current = entry?.value;
      place = entry === undefined ? place : entry.key.place;
    }
    if (current === undefined) {
      return place;
    }
  }
  return current === written ? undefined : place;
}

function unknownType(type: string): string {
  const known = [...resourceDefinitions.keys(), providerType];
  const closest = closestName(type, known);
  const advice =
    closest !== undefined
      ? `; did you mean ${closest}?`
      : packageOf(type) === "groupware"
        ? `; there are ${known.join(", ")}`
        : "; manifests make resources of the package groupware, and others belong into a program";
  return `there is no resource type ${JSON.stringify(type)}${advice}`;
}

/** What is wrong with the path into a resource's outputs. */
function outputPathProblem(resource: ResourceEntry, path: readonly (string | number)[]): string | undefined {
  const [name, ...rest] = path;
  const definition = resourceDefinition(resource.type);
  if (name === undefined || definition === undefined) {
    return undefined;
  }
  if (name === "id" || name === "urn") {
    return rest.length === 0 ? undefined : `${resource.name}.${name} is a text, which has nothing inside`;
  }
  const shape: Readonly<Record<string, z.core.$ZodType>> = { ...definition.inputs, ...definition.outputs };
  const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
  return schema === undefined
    ? unknownProperty(String(name), [...Object.keys(shape), "id", "urn"])
    : pathProblem(schema, rest, `${resource.name}.${name}`);
}

/** The same for a variable that holds the answer of a function. */
function invokePathProblem(value: Expression, name: string, path: readonly (string | number)[]): string | undefined {
  if (value.kind !== "call" || value.name !== "fn::invoke" || value.args.function?.kind !== "literal") {
    return undefined;
  }
  const definition = functionDefinition(String(value.args.function.value));
  const result = value.args.return;
  const full = result?.kind === "literal" ? [String(result.value), ...path] : path;
  const [first, ...rest] = full;
  if (definition === undefined || first === undefined) {
    return undefined;
  }
  const schema = Object.hasOwn(definition.outputs, first) ? definition.outputs[first] : undefined;
  if (schema === undefined) {
    return result === undefined ? unknownProperty(String(first), Object.keys(definition.outputs)) : undefined;
  }
  return pathProblem(schema, rest, name);
}

function pathProblem(schema: z.core.$ZodType, path: readonly (string | number)[], name: string): string | undefined {
  const [first, ...rest] = path;
  const { type } = unwrapped(schema)._zod.def;
  if (first === undefined || branchesOf(schema) !== undefined || type === "any" || type === "unknown") {
    return undefined;
  }
  const shape = shapeOf(schema);
  const element = elementOf(schema);
  const value = recordValueOf(schema);
  const inner = shape?.[String(first)];
  if (shape !== undefined && inner === undefined) {
    return unknownProperty(String(first), Object.keys(shape));
  }
  if (element !== undefined && typeof first !== "number") {
    return `${name} is a list; take an element: [0]`;
  }
  const next = inner ?? element ?? value;
  return next === undefined
    ? `${name} is a ${type}, which has nothing inside`
    : pathProblem(next, rest, typeof first === "number" ? `${name}[${first}]` : `${name}.${first}`);
}
