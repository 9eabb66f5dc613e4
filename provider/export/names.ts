import { createHash } from "node:crypto";
import type { ExportedObject } from "./exported.ts";
import { definitionOf, type Reference } from "./references.ts";

/** How long a part of a name is at the most. */
const longestPart = 60;
/** Letters that have no form without their mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  ø: "o",
  Ø: "O",
  œ: "oe",
  Œ: "Oe",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
};

/** What an object is called in the stack, and the file that it goes to. */
export interface Named {
  readonly name: string;
  /** Without ending, such as `barium/group/42`. */
  readonly file: string;
}

/**
 * A name for each object, made of what tells it from others of its type, so that it stays when other objects come and
 * go: `barium-group-sales`. An object that a natural key names goes into it by its own key instead of its ID.
 * @param fixed inputs that no call enumerates and that have one value: as parts of a natural key they are left out.
 */
export function namesOf(
  objects: readonly ExportedObject[],
  references: ReadonlyMap<ExportedObject, readonly Reference[]>,
  fixed: ReadonlySet<string>,
): ReadonlyMap<ExportedObject, Named> {
  const parts = new Map<ExportedObject, readonly string[]>();
  const partsOf = (object: ExportedObject, within: readonly ExportedObject[] = []): readonly string[] => {
    const known = parts.get(object);
    if (known !== undefined) {
      return known;
    }
    const { naturalKey, list } = definitionOf(object);
    const found = naturalKey
      .filter((name) => !(fixed.has(name) && list?.within.includes(name)))
      .flatMap((name) => {
        const target = references.get(object)?.find(({ path }) => path.length === 1 && path[0] === name)?.target;
        return target === undefined || within.includes(target)
          ? [slug(textOf(object.inputs[name]))]
          : partsOf(target, [...within, object]);
      });
    parts.set(object, found);
    return found;
  };
  const wanted = objects.map((object) => {
    const [, kind = ""] = object.type.split(":");
    const own = partsOf(object);
    const base = [slug(object.connection), `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`];
    return {
      object,
      name: identifier([...base, ...own].join("-")),
      file: [...base, own.slice(0, -1).join("-").toLowerCase()].filter((part) => part !== "").join("/"),
    };
  });
  const taken = new Set<string>();
  // The one that was there first keeps the name: systems count their IDs up.
  const { compare } = new Intl.Collator("en", { numeric: true });
  const named = wanted
    .sort((left, right) => compare(left.object.id, right.object.id))
    .map(({ object, name, file }) => {
      const unique = taken.has(name) ? `${name}-${hash(`${object.connection} ${object.type} ${object.id}`)}` : name;
      taken.add(unique);
      return [object, { name: unique, file }] as const;
    });
  return new Map(named);
}

/** Letters without marks, digits and underscores; what else there is becomes a hyphen. */
function slug(text: string): string {
  const plain = text
    .replace(/[^\0-~]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? hash(text) : plain.slice(0, longestPart);
}

function identifier(text: string): string {
  return /^[A-Za-z_]/.test(text) ? text : `_${text}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
