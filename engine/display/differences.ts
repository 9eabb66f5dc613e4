import type { PropertyDifference, Step } from "../deploy/events.ts";
import { valuesEqual } from "../property/equal.ts";
import { type PropertyPath, parsePath } from "../property/path.ts";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";

/** How a value differs from what it was, with what stands beside the difference. */
export type Difference =
  | { readonly kind: "same" | "add" | "delete"; readonly value: PropertyValue }
  | { readonly kind: "update"; readonly old: PropertyValue; readonly value: PropertyValue }
  | { readonly kind: "map"; readonly members: Members }
  | { readonly kind: "list"; readonly elements: Map<number, Difference> };

/** Differences by the names of properties. */
export type Members = Map<string, Difference>;

/** Names that are Pulumi's own and are not shown. */
export function isInternal(name: string): boolean {
  return name.startsWith("__");
}

/** How two maps differ; what is the same is among it. `undefined` when nothing differs. */
export function compareMaps(old: PropertyMap, next: PropertyMap): Members | undefined {
  const difference = compareValues(old, next);
  return difference.kind === "map" ? difference.members : undefined;
}

/** How two values differ. `null` is as good as absent; a secret differs as a whole. */
export function compareValues(old: PropertyValue, next: PropertyValue): Difference {
  if (isMap(old) && isMap(next)) {
    const names = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((name) => !isInternal(name)).sort();
    const members: Members = new Map();
    for (const name of names) {
      const difference = compareOptional(old[name], next[name]);
      if (difference !== undefined) {
        members.set(name, difference);
      }
    }
    return changesAny(members.values()) ? { kind: "map", members } : { kind: "same", value: next };
  }
  if (Array.isArray(old) && Array.isArray(next)) {
    const elements = new Map<number, Difference>();
    for (let index = 0; index < Math.max(old.length, next.length); index++) {
      const difference =
        index < old.length && index < next.length
          ? compareValues(old[index] ?? null, next[index] ?? null)
          : compareOptional(old[index], next[index]);
      if (difference !== undefined) {
        elements.set(index, difference);
      }
    }
    return changesAny(elements.values()) ? { kind: "list", elements } : { kind: "same", value: next };
  }
  return !(next instanceof Unknown) && valuesEqual(old, next)
    ? { kind: "same", value: next }
    : { kind: "update", old, value: next };
}

function compareOptional(old: PropertyValue = null, next: PropertyValue = null): Difference | undefined {
  if (old === null || next === null) {
    return old !== null ? { kind: "delete", value: old } : next !== null ? { kind: "add", value: next } : undefined;
  }
  return compareValues(old, next);
}

function changesAny(differences: Iterable<Difference>): boolean {
  return [...differences].some(({ kind }) => kind !== "same");
}

/**
 * How a step changes the properties: the provider's or the engine's own paths where there are any, with nothing that is
 * the same; else the inputs compared. `undefined` when the step changes no property.
 */
export function differencesOf(step: Step): Members | undefined {
  const { old, new: next, detailedDiff } = step;
  if (old === undefined || next === undefined || step.operation === "same") {
    return undefined;
  }
  if (detailedDiff === undefined) {
    const members = compareMaps(old.inputs, next.inputs);
    const told = new Set(step.changedKeys);
    return members === undefined || told.size === 0
      ? members
      : new Map([...members].filter(([name]) => told.has(name)));
  }
  const root: Members = new Map();
  for (const { path, kind, inputDiff } of detailedDiff) {
    // Where outputs are compared, only a refresh knows the new ones.
    const newOutputs = step.operation === "refresh" ? next.outputs : next.inputs;
    const values = [inputDiff ? old.inputs : old.outputs, inputDiff ? next.inputs : newOutputs] as const;
    insert(root, readPath(path), kind, ...values);
  }
  return root.size === 0 ? undefined : new Map([...root].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function readPath(path: string): PropertyPath {
  try {
    return parsePath(path);
  } catch {
    return [path];
  }
}

/** Puts a difference at a path. What stands above it on one side only is added or deleted as a whole. */
function insert(
  parent: Map<string | number, Difference>,
  path: PropertyPath,
  kind: PropertyDifference["kind"],
  oldParent: PropertyValue | undefined,
  newParent: PropertyValue | undefined,
): void {
  const [key = "", ...rest] = path;
  const [old, next] = [member(oldParent, key), member(newParent, key)];
  if (rest.length === 0) {
    parent.set(key, leaf(kind, old, next));
  } else if ((old ?? null) === null || (next ?? null) === null) {
    parent.set(key, leaf((old ?? null) === null ? "add" : "delete", old, next));
  } else {
    const isList = typeof rest[0] === "number";
    const known = parent.get(key);
    const inner: Map<string | number, Difference> =
      known?.kind === "map"
        ? (known.members as Map<string | number, Difference>)
        : known?.kind === "list"
          ? (known.elements as Map<string | number, Difference>)
          : new Map();
    insert(inner, rest, kind, old, next);
    parent.set(
      key,
      isList
        ? { kind: "list", elements: inner as Map<number, Difference> }
        : { kind: "map", members: inner as Members },
    );
  }
}

function leaf(
  kind: PropertyDifference["kind"],
  old: PropertyValue = Unknown.value,
  next: PropertyValue = Unknown.value,
): Difference {
  switch (kind) {
    case "add":
    case "add-replace":
      return { kind: "add", value: next };
    case "delete":
    case "delete-replace":
      return { kind: "delete", value: old };
    default: {
      const difference = compareValues(old, next);
      return difference.kind === "same" ? { kind: "update", old, value: next } : difference;
    }
  }
}

/** What is inside of a secret or an unknown is as hidden as it is. */
function member(value: PropertyValue | undefined, key: string | number): PropertyValue | undefined {
  if (value instanceof Secret || value instanceof Unknown) {
    return value;
  }
  return typeof key === "number"
    ? Array.isArray(value)
      ? value[key]
      : undefined
    : isMap(value)
      ? value[key]
      : undefined;
}
