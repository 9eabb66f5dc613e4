import type * as z from "zod";
import { branchFor, elementOf, type ResourceDefinition, recordValueOf, shapeOf } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import { traitsOf } from "../../resource/property.ts";
import { Secret } from "./propertyValues.ts";

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/**
 * Marks as secret what the definition says is, and what was secret in `originals`, the properties that the engine
 * sent: a value that a program has wrapped stays secret, whatever the definition thinks of it.
 */
export function withSecrets(shape: Shape, properties: Properties, ...originals: readonly Properties[]): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const marked = originals.reduce<unknown>((result, original) => markLike(result, original[name]), value);
      const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return [name, schema === undefined ? marked : markBy(schema, marked)];
    }),
  );
}

/** All properties of a resource. */
export function shapeOfResource({ inputs, outputs }: ResourceDefinition): Shape {
  return { ...outputs, ...inputs };
}

function markLike(value: unknown, original: unknown): unknown {
  if (value instanceof Secret || original === undefined) {
    return value;
  }
  if (original instanceof Secret) {
    return new Secret(value);
  }
  if (isMap(value) && isMap(original)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, markLike(member, original[name])]));
  }
  if (Array.isArray(value) && Array.isArray(original) && value.length === original.length) {
    return value.map((element, index) => markLike(element, original[index]));
  }
  // Which of the elements is the secret one cannot be told any more.
  return containsSecret(original) ? new Secret(value) : value;
}

function markBy(choice: z.core.$ZodType, value: unknown): unknown {
  const schema = branchFor(choice, value);
  if (value instanceof Secret) {
    return value;
  }
  if (traitsOf(schema).secret === true) {
    return new Secret(value);
  }
  const element = elementOf(schema);
  if (element !== undefined && Array.isArray(value)) {
    return value.map((member) => markBy(element, member));
  }
  if (isMap(value)) {
    const shape = shapeOf(schema);
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const inner = shape?.[name] ?? recordValueOf(schema);
        return [name, inner === undefined ? member : markBy(inner, member)];
      }),
    );
  }
  return value;
}

function containsSecret(value: unknown): boolean {
  return (
    value instanceof Secret ||
    (typeof value === "object" && value !== null && Object.values(value).some((member) => containsSecret(member)))
  );
}

function isMap(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Secret);
}
