import { isMap, type PropertyValue, Secret, Unknown } from "./value.ts";

/** Whether the value is unknown, or holds an unknown at any depth. */
export function containsUnknown(value: PropertyValue): boolean {
  if (value instanceof Unknown) {
    return true;
  }
  if (value instanceof Secret) {
    return containsUnknown(value.element);
  }
  if (Array.isArray(value)) {
    return value.some(containsUnknown);
  }
  return isMap(value) && Object.values(value).some(containsUnknown);
}
