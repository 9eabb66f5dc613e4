import * as z from "zod";
import type { AttributeChange, AttributeValue, DirectoryObject } from "./api/directoryObject.ts";
import type { Identities } from "./identities.ts";

/** How a property stands in an attribute. `identity` names another object of the directory. */
type Kind = "text" | "number" | "texts" | "numbers" | "identity" | "identities" | "containers";

/** The properties of a resource that are attributes of the directory, each with the attribute's name of the wire. */
export type AttributeMap = Readonly<Record<string, MappedAttribute>>;

interface MappedAttribute {
  readonly attribute: string;
  readonly kind: Kind;
  /** No call shows it. */
  readonly writeOnly?: boolean;
}

/** Where a query looks for objects. */
export interface SearchContainer {
  readonly container: string;
  readonly scope: "base" | "oneLevel" | "subtree";
}

/** The numbers of LDAP; the document's samples have 2. */
const scopes = ["base", "oneLevel", "subtree"] as const;

/** `attributes` of a resource: any others of the directory. */
export const attributesInput = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).meta({ set: true })]))
  .optional()
  .meta({
    description:
      "Any other attributes of the directory by their names, such as `company`; each a text or a list of texts. Names are compared without case. Attributes that are not named here are left alone; an empty text or list clears one.",
    namesIgnoreCase: true,
  });

export type AttributesInput = Readonly<Record<string, string | readonly string[]>>;

/** What is written of an object: its properties and its other attributes. */
type Written = Readonly<Record<string, unknown>> & { readonly attributes?: AttributesInput | undefined };

/** The attributes to ask for: those of the properties that are written, or of all where nothing is. */
export function attributesToLoad(map: AttributeMap, written: Written): string[] {
  const named = Object.keys(map).filter((name) => written[name] !== undefined);
  const isImport = named.length === 0 && written.attributes === undefined && written.name === undefined;
  return [
    ...(isImport ? Object.keys(map) : named).flatMap((name) => {
      const mapped = map[name];
      return mapped === undefined || mapped.writeOnly === true ? [] : [mapped.attribute];
    }),
    ...Object.keys(written.attributes ?? {}),
  ];
}

/** The properties that an object shows, identities and lists as they are written; those that were not asked for are absent. */
export async function propertiesOf(
  map: AttributeMap,
  object: DirectoryObject,
  written: Written,
  identities: Identities,
): Promise<Record<string, unknown>> {
  const loaded = new Set(attributesToLoad(map, written).map((name) => name.toLowerCase()));
  const entries = await Promise.all(
    Object.entries(map)
      .filter(([, { attribute }]) => loaded.has(attribute.toLowerCase()))
      .map(async ([name, { attribute, kind }]) => {
        const values = object.attributes.get(attribute.toLowerCase()) ?? [];
        return [name, await propertyOf(kind, values, written[name], identities)] as const;
      }),
  );
  const attributes = Object.entries(written.attributes ?? {}).map(([name, value]) => {
    const texts = (object.attributes.get(name.toLowerCase()) ?? []).map((part) => part.value);
    const isList = Array.isArray(value) || texts.length > 1;
    return [name, isList ? texts : (texts[0] ?? (value === "" ? "" : null))] as const;
  });
  return {
    ...Object.fromEntries(entries),
    ...(written.attributes === undefined ? {} : { attributes: Object.fromEntries(attributes) }),
  };
}

async function propertyOf(
  kind: Kind,
  values: readonly AttributeValue[],
  written: unknown,
  identities: Identities,
): Promise<unknown> {
  const [first] = values;
  switch (kind) {
    case "text":
      return first?.value ?? (written === "" ? "" : null);
    case "number":
      return first === undefined || !/^-?\d+$/.test(first.value) ? null : Number(first.value);
    case "texts":
      return values.length === 0 && written === undefined ? null : values.map(({ value }) => value);
    case "numbers":
      return values.length === 0 && written === undefined ? null : values.map(({ value }) => Number(value));
    case "identity": {
      const [identity] = await identities.asWritten(values.slice(0, 1), typeof written === "string" ? [written] : []);
      return identity ?? (written === "" ? "" : null);
    }
    case "identities":
      return values.length === 0 && written === undefined
        ? null
        : identities.asWritten(values, Array.isArray(written) ? written : []);
    case "containers":
      return values.length === 0 && written === undefined
        ? null
        : values.map(({ value, qualifiers }) => ({
            container: value,
            scope: scopes[scopeOf(qualifiers)] ?? "subtree",
          }));
  }
}

function scopeOf(qualifiers: Readonly<Record<string, string>> = {}): number {
  const [, scope] = Object.entries(qualifiers).find(([name]) => name.toLowerCase() === "scope") ?? [];
  return Number(scope ?? 2);
}

/** What of an object is to be written: attributes with one value, and those whose values come and go one by one. */
export interface WrittenAttributes {
  readonly single: readonly AttributeChange[];
  readonly multiple: readonly MultipleAttribute[];
}

/** All the values that an attribute is to have. */
export interface MultipleAttribute {
  readonly name: string;
  readonly values: readonly AttributeValue[];
  /** Whether they name objects. */
  readonly isIdentities: boolean;
}

/** Properties as the attributes that they are. */
export function attributesOf(map: AttributeMap, values: Written): WrittenAttributes {
  const single: AttributeChange[] = [];
  const multiple: MultipleAttribute[] = [];
  for (const [name, { attribute, kind }] of Object.entries(map)) {
    const value = values[name];
    if (value === undefined) {
      continue;
    }
    switch (kind) {
      case "text":
      case "number":
      case "identity":
        single.push(setTo(attribute, [String(value)]));
        break;
      case "containers":
        single.push({
          name: attribute,
          action: "set",
          values: (value as SearchContainer[]).map(({ container, scope }) => ({
            value: container,
            qualifiers: { Scope: String(scopes.indexOf(scope)) },
          })),
        });
        break;
      default:
        multiple.push({
          name: attribute,
          values: (value as (string | number)[]).map((part) => ({ value: String(part) })),
          isIdentities: kind === "identities",
        });
    }
  }
  for (const [name, value] of Object.entries(values.attributes ?? {})) {
    if (typeof value === "string") {
      single.push(setTo(name, [value]));
    } else {
      multiple.push({ name, values: value.map((part) => ({ value: part })), isIdentities: false });
    }
  }
  return { single, multiple };
}

/** The same for an object that is to be made: everything is set. */
export function newAttributesOf(map: AttributeMap, values: Written): AttributeChange[] {
  const { single, multiple } = attributesOf(map, values);
  return [
    ...single.filter((change) => change.values.length > 0),
    ...multiple
      .filter((attribute) => attribute.values.length > 0)
      .map(({ name, values: all }): AttributeChange => ({ name, action: "set", values: all })),
  ];
}

/** One attribute set to texts; an empty text is no value. */
export function setTo(name: string, texts: readonly string[]): AttributeChange {
  return { name, action: "set", values: texts.filter((text) => text !== "").map((value) => ({ value })) };
}
