import { copyProperties, isMap, type PropertyMap, type PropertyValue, Secret } from "./value.ts";

/** The steps from a map to one of its values: names and list indexes. `*` stands for any of either. */
export type PropertyPath = readonly (string | number)[];

/**
 * Reads `root.nested[0]["a.name"]`, the notation of resource options and of differences.
 * @throws Error when a bracket or a quote is not closed, or an index is not a number.
 */
export function parsePath(text: string): PropertyPath {
  const path: (string | number)[] = [];
  let rest = text;
  while (rest !== "") {
    const quoted = /^\["((?:[^"\\]|\\.)*)"\]/.exec(rest);
    const bracketed = /^\[(\d+|\*)\]/.exec(rest);
    const named = (path.length === 0 ? /^([^.[]+)/ : /^\.([^.[]+)/).exec(rest);
    const match = quoted ?? bracketed ?? named;
    if (match === null) {
      throw new Error(`"${text}" is not a property path: it cannot be read from "${rest}" on`);
    }
    const key = match[1] as string;
    if (quoted !== null) {
      path.push(key.replaceAll(/\\(.)/g, "$1"));
    } else {
      path.push(bracketed !== null && key !== "*" ? Number(key) : key);
    }
    rest = rest.slice(match[0].length);
  }
  return path;
}

/** Writes a path in the notation that {@link parsePath} reads. */
export function formatPath(path: PropertyPath): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") {
        return `[${key}]`;
      }
      if (!/^\w*$/.test(key)) {
        return `["${key.replaceAll('"', '\\"')}"]`;
      }
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Whether `other` is at `path` or below it. */
export function pathContains(path: PropertyPath, other: PropertyPath): boolean {
  return path.length <= other.length && path.every((key, index) => key === "*" || key === other[index]);
}

/**
 * The new properties with the old values at the given paths, which is what `ignoreChanges` means.
 * `impossible` lists the paths where elements were added or removed, so that the old values have no place.
 */
export function resetPaths(
  old: PropertyMap,
  properties: PropertyMap,
  paths: readonly string[],
): { readonly properties: PropertyMap; readonly impossible: readonly string[] } {
  if (paths.length === 0) {
    return { properties, impossible: [] };
  }
  const changed = copyProperties(properties);
  return { properties: changed, impossible: paths.filter((path) => !reset(parsePath(path), old, changed, false)) };
}

/** `uncovered`: whether an old secret was passed through that the new value is not inside of as well. */
function reset(path: PropertyPath, old: PropertyValue, target: PropertyValue, uncovered: boolean): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    return false;
  }
  const from = open(old);
  const to = open(target);
  const exposed = (uncovered || from.secret) && !to.secret;
  if (key === "*") {
    return resetAll(rest, from.value, to.value, exposed);
  }
  if (rest.length === 0) {
    return resetOne(key, from.value, to.value, exposed);
  }
  const fromHolds = holds(from.value, key);
  const toHolds = holds(to.value, key);
  if (!fromHolds || !toHolds) {
    return (!fromHolds && !isKind(from.value, key) && !isKind(to.value, key)) || (!fromHolds && isMap(to.value));
  }
  return reset(rest, element(from.value, key), element(to.value, key), exposed);
}

function resetOne(key: string | number, old: PropertyValue, target: PropertyValue, exposed: boolean): boolean {
  if (typeof key === "number") {
    if (!Array.isArray(old) || !Array.isArray(target)) {
      return !Array.isArray(old) && !Array.isArray(target);
    }
    if (key >= old.length || key >= target.length) {
      return key >= old.length && key >= target.length;
    }
    target[key] = cover(old[key] as PropertyValue, exposed);
    return true;
  }
  const value = isMap(old) ? old[key] : undefined;
  if (value === undefined) {
    if (isMap(target)) {
      delete target[key];
    }
    return true;
  }
  if (!isMap(target)) {
    return false;
  }
  target[key] = cover(value, exposed);
  return true;
}

function resetAll(rest: PropertyPath, old: PropertyValue, target: PropertyValue, exposed: boolean): boolean {
  if (Array.isArray(old) && Array.isArray(target)) {
    const shared = Math.min(old.length, target.length);
    for (let index = 0; index < shared; index++) {
      if (rest.length === 0) {
        target[index] = cover(old[index] as PropertyValue, exposed);
      } else if (!reset(rest, old[index] as PropertyValue, target[index] as PropertyValue, exposed)) {
        return false;
      }
    }
    return old.length === target.length;
  }
  if (!isMap(old) || !isMap(target)) {
    return rest.length === 0 && (isMap(target) || Array.isArray(target));
  }
  if (rest.length === 0) {
    for (const name of Object.keys(target)) {
      if (old[name] === undefined) {
        delete target[name];
      }
    }
    for (const [name, value] of Object.entries(old)) {
      target[name] = cover(value, exposed);
    }
    return true;
  }
  return Object.entries(old).every(
    ([name, value]) => target[name] !== undefined && reset(rest, value, target[name], exposed),
  );
}

function open(value: PropertyValue): { readonly value: PropertyValue; readonly secret: boolean } {
  return value instanceof Secret ? { value: open(value.element).value, secret: true } : { value, secret: false };
}

function cover(value: PropertyValue, exposed: boolean): PropertyValue {
  return exposed && !(value instanceof Secret) ? new Secret(value) : value;
}

function isKind(value: PropertyValue, key: string | number): boolean {
  return typeof key === "number" ? Array.isArray(value) : isMap(value);
}

function holds(value: PropertyValue, key: string | number): boolean {
  return typeof key === "number"
    ? Array.isArray(value) && key < value.length
    : isMap(value) && value[key] !== undefined;
}

function element(value: PropertyValue, key: string | number): PropertyValue {
  return (value as Record<string | number, PropertyValue>)[key] as PropertyValue;
}
