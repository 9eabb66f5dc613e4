/**
 * Forms the ID of a resource: the values of its parts, percent-encoded and joined with `/`, such as `42/1115991`.
 * The form is a promise forever: it stands in every stack's state.
 */
export function formatId(parts: readonly string[], values: Readonly<Record<string, unknown>>): string {
  return parts
    .map((part) => {
      const value = values[part];
      if (typeof value !== "string" || value === "") {
        throw new TypeError(`the ID part ${part} has no value`);
      }
      return encodeURIComponent(value);
    })
    .join("/");
}

/** Takes an ID apart. Throws an error that shows the form when it does not have it. */
export function parseId(type: string, parts: readonly string[], id: string): Record<string, string> {
  const segments = id.split("/");
  const values: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = decode(segments[index] ?? "");
    if (value === undefined || value === "" || segments.length !== parts.length) {
      throw new Error(
        `"${id}" is not the ID of a ${type}: it has the form ${parts.join("/")}, each part percent-encoded.`,
      );
    }
    values[part] = value;
  }
  return values;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
