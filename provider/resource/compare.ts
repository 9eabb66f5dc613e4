import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { branchFor, elementOf, recordValueOf, shapeOf } from "./definition.ts";
import { formatPath } from "./path.ts";
import { memberNamed, namesOfBoth, traitsOf } from "./property.ts";

/** How one path differs between two values. */
export interface Difference {
  readonly path: string;
  readonly kind: "add" | "delete" | "update";
}

/** Compares two values as the system would: sets as sets, text without case where the schema says so. */
export function equalBy(schema: z.core.$ZodType, a: unknown, b: unknown): boolean {
  return differencesBy(schema, a, b).length === 0;
}

/** The paths at which `next` differs from `old`, deepest first reached. */
export function differencesBy(
  choice: z.core.$ZodType,
  old: unknown,
  next: unknown,
  path: readonly (string | number)[] = [],
): Difference[] {
  const schema = branchFor(choice, next);
  if (isAbsent(old) || isAbsent(next)) {
    return isAbsent(old) && isAbsent(next) ? [] : [{ path: formatPath(path), kind: isAbsent(old) ? "add" : "delete" }];
  }
  if (Array.isArray(old) && Array.isArray(next)) {
    const element = elementOf(schema);
    if (element !== undefined) {
      return traitsOf(schema).set === true
        ? setDifferences(element, old, next, path)
        : listDifferences(element, old, next, path);
    }
  }
  if (isObject(old) && isObject(next)) {
    return namesOfBoth(schema, next, old).flatMap((name) => {
      const member = shapeOf(schema)?.[name] ?? recordValueOf(schema);
      const [before, after] = [memberNamed(schema, old, name), memberNamed(schema, next, name)];
      return member === undefined
        ? plainDifference(before, after, [...path, name])
        : differencesBy(member, before, after, [...path, name]);
    });
  }
  if (typeof old === "string" && typeof next === "string" && traitsOf(schema).ignoreCase === true) {
    return plainDifference(old.toLowerCase(), next.toLowerCase(), path);
  }
  return plainDifference(old, next, path);
}

function plainDifference(old: unknown, next: unknown, path: readonly (string | number)[]): Difference[] {
  return isDeepStrictEqual(old ?? null, next ?? null) ? [] : [{ path: formatPath(path), kind: "update" }];
}

function listDifferences(
  element: z.core.$ZodType,
  old: readonly unknown[],
  next: readonly unknown[],
  path: readonly (string | number)[],
): Difference[] {
  return Array.from({ length: Math.max(old.length, next.length) }).flatMap((_, index) =>
    differencesBy(element, old[index], next[index], [...path, index]),
  );
}

function setDifferences(
  element: z.core.$ZodType,
  old: readonly unknown[],
  next: readonly unknown[],
  path: readonly (string | number)[],
): Difference[] {
  const removed = withoutMatches(element, old, next);
  const added = withoutMatches(element, next, old);
  // One path has one difference: an element that stands where another one goes is an update of its place.
  const kinds = new Map<number, Difference["kind"]>(removed.map((index) => [index, "delete"]));
  for (const index of added) {
    kinds.set(index, kinds.has(index) ? "update" : "add");
  }
  return [...kinds].map(([index, kind]) => ({ path: formatPath([...path, index]), kind }));
}

/** The indexes of the elements of `elements` that `others` lacks. */
function withoutMatches(element: z.core.$ZodType, elements: readonly unknown[], others: readonly unknown[]): number[] {
  const canonical = new Set(others.map((other) => canonicalText(element, other)));
  return elements.flatMap((candidate, index) => (canonical.has(canonicalText(element, candidate)) ? [] : [index]));
}

/** A text that is the same for values that are equal by the schema. */
export function canonicalText(schema: z.core.$ZodType, value: unknown): string {
  return JSON.stringify(canonical(schema, value));
}

function canonical(choice: z.core.$ZodType | undefined, value: unknown): unknown {
  const schema = choice === undefined ? undefined : branchFor(choice, value);
  if (typeof value === "string" && schema !== undefined && traitsOf(schema).ignoreCase === true) {
    return value.toLowerCase();
  }
  if (Array.isArray(value)) {
    const element = schema === undefined ? undefined : elementOf(schema);
    const elements = value.map((entry) => canonical(element, entry));
    const isSet = schema !== undefined && traitsOf(schema).set === true;
    return isSet ? elements.map((entry) => JSON.stringify(entry)).sort() : elements;
  }
  if (isObject(value)) {
    const ignoresCase = schema !== undefined && traitsOf(schema).namesIgnoreCase === true;
    return Object.fromEntries(
      Object.keys(value)
        .filter((name) => !isAbsent(value[name]))
        .map((name) => [
          ignoresCase ? name.toLowerCase() : name,
          canonical(schema === undefined ? undefined : (shapeOf(schema)?.[name] ?? recordValueOf(schema)), value[name]),
        ])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  }
  return value;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
