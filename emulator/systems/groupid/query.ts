import { AndFilter, type Filter, FilterParser, NotFilter, OrFilter } from "ldapts";
import type { DirectoryObject } from "./directoryObject.ts";

/** What of a directory is meant: criteria, the types of the objects, and where they are. */
export interface Query {
  readonly criteria: string;
  readonly objectTypes: readonly string[];
  readonly startPaths: readonly { readonly path: string; readonly scope: string }[];
}

/** The object types by number, from the vendor's table; the rest are no users, contacts or groups. */
const classes: Readonly<Record<string, (object: DirectoryObject) => boolean>> = {
  1: (object) => object.objectClass === "user" && object.text("mail") !== "",
  2: (object) => object.objectClass === "user" && object.text("targetAddress") !== "",
  3: (object) => object.objectClass === "contact" && object.text("mail") !== "",
  4: (object) => object.objectClass === "group" && object.text("mail") !== "",
  6: (object) => object.objectClass === "user",
  7: (object) => object.objectClass === "contact",
  8: (object) => object.objectClass === "group",
};
const scopes: Readonly<Record<string, "base" | "one" | "subtree">> = { 0: "base", 1: "one", 2: "subtree" };

/** The objects that a query finds. Throws an error that says why the criteria cannot be read. */
export function find(objects: readonly DirectoryObject[], query: Query): DirectoryObject[] {
  const filter = query.criteria === "" ? undefined : parse(query.criteria);
  return objects.filter(
    (object) =>
      query.objectTypes.some((type) => classes[type]?.(object) === true) &&
      (query.startPaths.length === 0 || query.startPaths.some(({ path, scope }) => isBelow(object, path, scope))) &&
      (filter === undefined || matches(filter, object)),
  );
}

function isBelow(object: DirectoryObject, path: string, scope: string): boolean {
  // GC=… is the global catalogue: the whole directory.
  return /^GC=/i.test(path) || object.isWithin(path, scopes[scope] ?? "subtree");
}

/** GroupID's own comparisons, as in `(department Contains "engineering")`, in the words of LDAP. */
const comparisons: Readonly<Record<string, (attribute: string, value: string) => string>> = {
  contains: (attribute, value) => `${attribute}=*${value}*`,
  "is exactly": (attribute, value) => `${attribute}=${value}`,
  "starts with": (attribute, value) => `${attribute}=${value}*`,
  "ends with": (attribute, value) => `${attribute}=*${value}`,
  present: (attribute) => `${attribute}=*`,
};

function parse(criteria: string): Filter {
  // A sample of the document lacks its last parenthesis.
  const missing = criteria.split("(").length - criteria.split(")").length;
  const whole = criteria + ")".repeat(Math.max(missing, 0));
  const words = Object.keys(comparisons).join("|");
  const own = new RegExp(`\\(\\s*(\\w+)\\s+(${words})\\s*(?:"([^"]*)")?\\s*\\)`, "gi");
  const text = whole.replace(own, (_, attribute: string, word: string, value = "") => {
    const escaped = String(value).replace(/[\\*()]/g, (special) => `\\${special.charCodeAt(0).toString(16)}`);
    return `(${comparisons[word.toLowerCase()]?.(attribute, escaped)})`;
  });
  return FilterParser.parseString(text.toLowerCase());
}

function matches(filter: Filter, object: DirectoryObject): boolean {
  if (filter instanceof AndFilter) {
    return filter.filters.every((part) => matches(part, object));
  }
  if (filter instanceof OrFilter) {
    return filter.filters.some((part) => matches(part, object));
  }
  if (filter instanceof NotFilter) {
    return !matches(filter.filter, object);
  }
  const { attribute } = filter as Filter & { attribute: string };
  return object.texts(attribute).some((value) => filter.matches({ [attribute]: value.toLowerCase() }, true));
}
