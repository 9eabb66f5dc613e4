import { DN } from "ldapts";

/** The classes of objects of a directory. */
export type ObjectClass = "group" | "contact" | "user";

/** One value of an attribute. Of an attribute that names objects it is the GUID of one. */
export interface StoredValue {
  readonly value: string;
  /** What qualifies the value, such as the scope of a container. */
  readonly qualifiers: Readonly<Record<string, string>>;
}

/** An attribute under the name that it was written with; the directory tells names without case. */
interface StoredAttribute {
  readonly name: string;
  readonly values: readonly StoredValue[];
}

/** Attributes that hold any number of values; all others hold one. */
const multiValued = new Set([
  "member",
  "members",
  "owners",
  "xadditionalowner",
  "proxyaddresses",
  "objectclass",
  "imsgincludes",
  "imsgexcludes",
  "imsgobjecttypes",
  "imsgstartpath",
  "othertelephone",
  "url",
]);

/** Attributes whose values name objects. */
const references = new Set([
  "member",
  "members",
  "owners",
  "managedby",
  "manager",
  "xadditionalowner",
  "imsgincludes",
  "imsgexcludes",
]);

export function isMultiValued(attribute: string): boolean {
  return multiValued.has(attribute.toLowerCase());
}

export function isReference(attribute: string): boolean {
  return references.has(attribute.toLowerCase());
}

/** An object of a directory: a GUID, a class, and attributes. */
export class DirectoryObject {
  readonly guid: string;
  readonly objectClass: ObjectClass;
  /** The user who signs in, who is there from the start and counts as none of the objects. */
  readonly isBuiltIn: boolean;
  readonly #attributes = new Map<string, StoredAttribute>();

  constructor(guid: string, objectClass: ObjectClass, isBuiltIn = false) {
    this.guid = guid;
    this.objectClass = objectClass;
    this.isBuiltIn = isBuiltIn;
  }

  /** The object as it is now. */
  copy(): DirectoryObject {
    const copy = new DirectoryObject(this.guid, this.objectClass, this.isBuiltIn);
    for (const { name, values } of this.#attributes.values()) {
      copy.set(name, values);
    }
    return copy;
  }

  get dn(): string {
    const name = new DN().addPairRDN("CN", this.text("CN")).toString();
    return `${name},${this.text("container")}`;
  }

  get attributeNames(): string[] {
    return [...this.#attributes.values()].map(({ name }) => name);
  }

  values(attribute: string): readonly StoredValue[] {
    return this.#attributes.get(attribute.toLowerCase())?.values ?? [];
  }

  texts(attribute: string): string[] {
    return this.values(attribute).map(({ value }) => value);
  }

  /** The first value; empty where there is none. */
  text(attribute: string): string {
    return this.values(attribute)[0]?.value ?? "";
  }

  /** Puts values in the place of all that are there; none clears the attribute. */
  set(attribute: string, values: readonly StoredValue[]): void {
    const key = attribute.toLowerCase();
    if (values.length === 0) {
      this.#attributes.delete(key);
    } else {
      this.#attributes.set(key, { name: this.#attributes.get(key)?.name ?? attribute, values });
    }
  }

  setTexts(attribute: string, texts: readonly string[]): void {
    this.set(
      attribute,
      texts.map((value) => ({ value, qualifiers: {} })),
    );
  }

  /** Whether it is under a DN: `base` the object itself, `one` directly below it, `subtree` anywhere below it. */
  isWithin(container: string, scope: "base" | "one" | "subtree"): boolean {
    const [own, base] = [canonicalDn(this.dn), canonicalDn(container)];
    switch (scope) {
      case "base":
        return own === base;
      case "one":
        return canonicalDn(this.text("container")) === base;
      case "subtree":
        return own === base || own.endsWith(`,${base}`);
    }
  }
}

/** A DN as it is compared: without case, and without blanks around its commas. */
export function canonicalDn(dn: string): string {
  return dn.toLowerCase().replace(/\s*,\s*/g, ",");
}
