import { glob } from "../report/glob.ts";
import { parsePath, valueAt } from "../resource/path.ts";

/** Which objects are exported, by one property. */
export interface Filter {
  /** Whether an object that a list shows in part may be one: a property that it does not show decides later. */
  mayMatch(live: object): boolean;
  matches(properties: object): boolean;
}

/**
 * Reads `property=pattern`, such as `name=Sales*`: `*` stands for any text, and case means nothing.
 * @throws when it has another form.
 */
export function parseFilter(text: string): Filter {
  const [, path, pattern] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || pattern === undefined) {
    throw new Error(`${JSON.stringify(text)} is no filter; one has the form property=pattern, such as name=Sales*`);
  }
  const segments = parsePath(path.trim());
  const matches = glob(pattern);
  const shown = (object: object) => valueAt(object, segments);
  const matchesText = (value: unknown) =>
    Array.isArray(value)
      ? value.some(matchesText)
      : matches(value === undefined || value === null ? "" : String(value));
  return {
    mayMatch: (live) => shown(live) === undefined || matchesText(shown(live)),
    matches: (properties) => matchesText(shown(properties)),
  };
}
