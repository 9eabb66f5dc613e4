/** One step of a property path: a property's name or an array's index. */
export type PathSegment = string | number;

/** Writes a property path as Pulumi does: `settings.servers[0].host`, with `["a.b"]` where a name needs quoting. */
export function formatPath(segments: readonly PropertyKey[]): string {
  let text = "";
  for (const segment of segments) {
    if (typeof segment === "number") {
      text += `[${segment}]`;
    } else if (/^[A-Za-z_$][\w$-]*$/.test(String(segment))) {
      text += text === "" ? String(segment) : `.${String(segment)}`;
    } else {
      text += `[${JSON.stringify(String(segment))}]`;
    }
  }
  return text;
}

/** The value below `segments`, or `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, segments: readonly PropertyKey[]): unknown {
  return segments.reduce<unknown>(
    (current, segment) =>
      typeof current === "object" && current !== null ? (current as Record<PropertyKey, unknown>)[segment] : undefined,
    value,
  );
}

/** Takes a path apart that `formatPath` has written. */
export function parsePath(text: string): PathSegment[] {
  return [...text.matchAll(/\[(\d+)\]|\["((?:\\.|[^"\\])*)"\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(`"${quoted}"`) as string) : (name ?? ""),
  );
}
