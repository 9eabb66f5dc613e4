import leven from "leven";
import type * as z from "zod";
import {
  branchesOf,
  branchFor,
  elementOf,
  holdsSecret,
  literalOf,
  recordValueOf,
  shapeOf,
  type Violation,
} from "./definition.ts";
import type { Properties } from "./errors.ts";
import { formatPath, valueAt } from "./path.ts";
import { traitsOf, unwrapped } from "./property.ts";
import { containsUnknown } from "./unknown.ts";

/** One thing wrong with one property. */
export interface CheckFailure {
  /** The property's path; empty when it is secret, because the engine prints the value of what is named here. */
  readonly property: string;
  readonly reason: string;
}

export interface CheckResult {
  /** The inputs with defaults filled in; as given when there are failures. */
  readonly inputs: Properties;
  readonly failures: CheckFailure[];
}

/**
 * Checks inputs against a schema, with no network: all failures at once. A value that is not known yet passes, and so
 * does whatever cannot be judged because of one. Rules between properties (`validate`) follow when each by itself is right.
 */
export function check(
  schema: z.ZodObject,
  given: Properties,
  validate: (inputs: Properties) => readonly Violation[] = () => [],
): CheckResult {
  const inputs = withoutEmpty(given);
  const result = schema.safeParse(inputs);
  const failures = (result.error?.issues ?? [])
    .filter((issue) => !containsUnknown(issue.path.length === 0 ? undefined : valueAt(inputs, issue.path)))
    .flatMap((issue) => failuresOf(schema, inputs, issue));
  if (failures.length > 0) {
    return { inputs, failures };
  }
  // With unknown values the parse ends without a result, so the defaults are taken from a parse of what is known.
  const complete = result.success ? withoutEmpty(result.data) : withDefaults(schema, inputs);
  const violations = validate(complete).map(({ path, reason }) => failure(schema, inputs, path, reason));
  return violations.length > 0 ? { inputs, failures: violations } : { inputs: complete, failures: [] };
}

/** Properties without those that are `undefined` or `null`: to Pulumi, absent. */
function withoutEmpty(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== null));
}

function withDefaults(schema: z.ZodObject, inputs: Properties): Properties {
  const filled: Properties = {};
  for (const [name, property] of Object.entries(schema.shape)) {
    const value = inputs[name];
    const parsed = (property as z.ZodType).safeParse(value);
    const result = parsed.success ? parsed.data : value;
    if (result !== undefined) {
      filled[name] = result;
    }
  }
  return filled;
}

/** The messages of a choice that has no error of its own. */
const wordless = /^Invalid (input|discriminator)/;

function failuresOf(schema: z.ZodObject, inputs: Properties, issue: z.core.$ZodIssue): CheckFailure[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(shapeOf(schemaAt(schema, issue.path, inputs) ?? schema) ?? {});
    return issue.keys.map((key) => failure(schema, inputs, [...issue.path, key], unknownProperty(key, known)));
  }
  const reason =
    issue.code === "invalid_union" && wordless.test(issue.message)
      ? unionReason(schema, issue.path, inputs)
      : reasonOf(issue, valueAt(inputs, issue.path));
  return [failure(schema, inputs, issue.path, reason)];
}

function failure(schema: z.ZodObject, inputs: Properties, path: readonly PropertyKey[], reason: string): CheckFailure {
  const property = formatPath(path);
  return showsSecret(schema, path, inputs) ? { property: "", reason: `${property}: ${reason}` } : { property, reason };
}

/** The text for a name that is not among `known`, with the one that was probably meant. */
export function unknownProperty(name: string, known: readonly string[]): string {
  const closest = closestName(name, known);
  return `there is no property ${JSON.stringify(name)}${
    closest === undefined ? `; known are ${known.join(", ")}` : `; did you mean ${JSON.stringify(closest)}?`
  }`;
}

/** The known name nearest to `name`, or `undefined` when none is near. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, distance: leven(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
    return `is required and missing${issue.code === "invalid_type" ? ` (${issue.expected})` : ""}`;
  }
  if (value === undefined && issue.code === "invalid_union") {
    return `is required and missing: it ${issue.message}`;
  }
  switch (issue.code) {
    case "invalid_type":
      return `must be ${articled(issue.expected)}, but is ${articled(typeName(value))}`;
    case "invalid_value":
      return `must be one of ${issue.values.map((allowed) => JSON.stringify(allowed)).join(", ")}`;
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? "must not be empty"
        : `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

/** What a choice allows: the words that choose a branch, or the types of the branches. */
function unionReason(schema: z.ZodObject, path: readonly PropertyKey[], inputs: Properties): string {
  const value = valueAt(inputs, path);
  const own = branchesOf(schemaAt(schema, path, inputs) ?? schema);
  if (own === undefined) {
    const branches = branchesOf(schemaAt(schema, path.slice(0, -1), inputs, false) ?? schema) ?? [];
    const words = branches.map((branch) => literalOf(shapeOf(branch)?.[String(path.at(-1))]));
    return `${value === undefined ? "is required and missing: it is" : "must be"} one of ${words.map((word) => JSON.stringify(word)).join(", ")}`;
  }
  const types = [...new Set(own.map((branch) => articled(unwrapped(branch)._zod.def.type)))];
  return `must be ${types.join(" or ")}, but is ${articled(typeName(value))}`;
}

function unitOf(origin: string): string {
  switch (origin) {
    case "string":
      return " characters long";
    case "array":
    case "set":
      return " elements long";
    default:
      return "";
  }
}

function typeName(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function articled(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** The schema of what stands at a path; of a choice, the branch that the value takes, unless `chosen` is false. */
function schemaAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  inputs: unknown,
  chosen = true,
): z.core.$ZodType | undefined {
  let current: z.core.$ZodType | undefined = schema;
  for (const [index, segment] of path.entries()) {
    if (current === undefined) {
      return undefined;
    }
    const branch = branchFor(current, valueAt(inputs, path.slice(0, index)));
    current = shapeOf(branch)?.[String(segment)] ?? elementOf(branch) ?? recordValueOf(branch);
  }
  return current === undefined || !chosen ? current : branchFor(current, valueAt(inputs, path));
}

/**
 * Whether a secret would be shown with the value at a path: because it stands there, or deeper in a property of the
 * resource, or under a name that is misspelt. Of what lies inside of a property, engines show no value.
 */
function showsSecret(schema: z.ZodObject, path: readonly PropertyKey[], inputs: Properties): boolean {
  const isSecret = path.some((_, index) => {
    const ancestor = schemaAt(schema, path.slice(0, index + 1), inputs, false);
    return ancestor !== undefined && traitsOf(ancestor).secret === true;
  });
  const [name, ...deeper] = path;
  const isShown = name !== undefined && deeper.length === 0 && inputs[String(name)] !== undefined;
  return isSecret || (isShown && holdsSecret(shapeOf(schema)?.[String(name)] ?? schema));
}
