import { valuesEqual } from "./equal.ts";
import { formatPath, type PropertyPath } from "./path.ts";
import { isMap, type PropertyMap, type PropertyValue } from "./value.ts";

/** One difference between two maps. */
export interface Change {
  readonly path: PropertyPath;
  readonly kind: "add" | "delete" | "update";
}

/** Every place where two maps differ, as deep as possible, in the order of the written paths. `null` is absent. */
export function compareProperties(old: PropertyMap, current: PropertyMap): readonly Change[] {
  const changes: Change[] = [];
  compareMaps([], old, current, changes);
  return changes
    .map((change) => ({ change, text: formatPath(change.path) }))
    .sort((left, right) => (left.text < right.text ? -1 : 1))
    .map(({ change }) => change);
}

function compareMaps(path: PropertyPath, old: PropertyMap, current: PropertyMap, changes: Change[]): void {
  for (const name of new Set([...Object.keys(old), ...Object.keys(current)])) {
    compareValues([...path, name], old[name] ?? null, current[name] ?? null, changes);
  }
}

function compareValues(path: PropertyPath, old: PropertyValue, current: PropertyValue, changes: Change[]): void {
  if (Array.isArray(old) && Array.isArray(current)) {
    const length = Math.max(old.length, current.length);
    for (let index = 0; index < length; index++) {
      const element: PropertyPath = [...path, index];
      if (index >= old.length) {
        changes.push({ path: element, kind: "add" });
      } else if (index >= current.length) {
        changes.push({ path: element, kind: "delete" });
      } else {
        compareValues(element, old[index] as PropertyValue, current[index] as PropertyValue, changes);
      }
    }
  } else if (isMap(old) && isMap(current)) {
    compareMaps(path, old, current, changes);
  } else if (!valuesEqual(old, current)) {
    changes.push({ path, kind: old === null ? "add" : current === null ? "delete" : "update" });
  }
}
