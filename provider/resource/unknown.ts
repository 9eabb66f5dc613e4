/** What the Pulumi SDK sends in a preview for a value that is known only after the update. */
export const unknownMarker = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether a value, or anything in it, is not known yet. */
export function containsUnknown(value: unknown): boolean {
  if (value === unknownMarker) {
    return true;
  }
  return typeof value === "object" && value !== null && Object.values(value).some(containsUnknown);
}
