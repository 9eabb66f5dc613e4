import { isMap, type PropertyMap, type PropertyValue, Secret } from "./value.ts";

/** Whether two maps hold the same; `null` is the same as absent, and a secret is not the same as its element. */
export function propertiesEqual(left: PropertyMap, right: PropertyMap): boolean {
  for (const [name, value] of Object.entries(left)) {
    if (!valuesEqual(value, right[name] ?? null)) {
      return false;
    }
  }
  return Object.entries(right).every(([name, value]) => value === null || left[name] !== undefined);
}

/** Whether two values are the same; inside of maps `null` is the same as absent. */
export function valuesEqual(left: PropertyValue, right: PropertyValue): boolean {
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((element, index) => valuesEqual(element, right[index] as PropertyValue))
    );
  }
  if (left instanceof Secret) {
    return right instanceof Secret && valuesEqual(left.element, right.element);
  }
  if (isMap(left)) {
    return isMap(right) && propertiesEqual(left, right);
  }
  return left === right;
}
