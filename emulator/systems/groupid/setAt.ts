/** An object with values at paths such as `jobInfo.description` replaced. */
export function setAt<Value>(object: Value, set: Readonly<Record<string, unknown>>): Value {
  const copy = structuredClone(object);
  for (const [path, value] of Object.entries(set)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const parent = names.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], copy);
    (parent as Record<string, unknown>)[last] = value;
  }
  return copy;
}
