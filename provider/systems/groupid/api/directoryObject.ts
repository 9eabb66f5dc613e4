import * as z from "zod";
import { numeric, wireObject, wireText } from "./wire.ts";

/** One value of an attribute. */
export interface AttributeValue {
  readonly value: string;
  /** The DN of the object that the value names, where the system shows it beside the value. */
  readonly dn?: string | undefined;
  /** What qualifies the value, such as the scope of a container in a query. */
  readonly qualifiers?: Readonly<Record<string, string>> | undefined;
}

/** Attributes by their name in lower case: the system tells them without case. */
export type Attributes = ReadonlyMap<string, readonly AttributeValue[]>;

/** An object of a directory as GroupID shows it. */
export interface DirectoryObject {
  /** Its GUID in the identity store. */
  readonly objectId: string;
  /** Such as `group`, `user`, `contact`. */
  readonly objectType: string | null;
  readonly displayName: string | null;
  /** Those that were asked for, and some that always come. An attribute without a value has an empty list, or is absent. */
  readonly attributes: Attributes;
}

/** What becomes of an attribute: `set` puts the values in the place of all that are there; none of them clears it. */
export interface AttributeChange {
  readonly name: string;
  readonly action: "set" | "add" | "remove";
  readonly values: readonly AttributeValue[];
}

/**
 * The numbers of actions. The document has no list of them: its samples have 0 where a value takes the place of
 * another, and 1 where one is added; 2 is the number that is left for a removal. Whoever writes several values looks
 * at what has come of it.
 */
const actionNumbers = { set: 0, add: 1, remove: 2 } as const;

const wireValue = wireObject({
  value: wireText,
  dn: wireText,
  attributecollection: z.record(z.string(), z.unknown()).nullish(),
});
const wireCollection = z.record(z.string(), z.array(wireValue).nullish()).nullish();
const wireAttributes = wireObject({ attributescollection: wireCollection }).nullish();

/** An object as reads and lists show it. */
export const wireDirectoryObject = wireObject({
  objectidfromidentitystore: z.string().min(1),
  objecttype: wireText,
  objectdisplayname: wireText,
  displayname: wireText,
  attributesbusinessobject: wireAttributes,
}).transform(
  (object): DirectoryObject => ({
    objectId: object.objectidfromidentitystore,
    objectType: object.objecttype,
    displayName: object.objectdisplayname ?? object.displayname,
    attributes: new Map(
      Object.entries(object.attributesbusinessobject?.attributescollection ?? {}).map(([name, values]) => [
        name.toLowerCase(),
        (values ?? []).flatMap((value) => attributeValueOf(value) ?? []),
      ]),
    ),
  }),
);

/** A list of objects, in which those that do not exist may be `null`. A single one may come without its list. */
export const wireDirectoryObjects = z
  .preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(wireDirectoryObject.nullable()))
  .transform((objects) => objects.filter((object) => object !== null));

/** One page of a search. */
export const wirePage = wireObject({
  total: z.coerce.number().int().nullish(),
  data: z.array(wireDirectoryObject.nullable()).nullish(),
}).transform(({ total, data }) => ({
  total: total ?? 0,
  objects: (data ?? []).filter((object) => object !== null),
}));

/** A page of objects, and how many there are in all. */
export type Page = z.output<typeof wirePage>;

/** Changes in the wire's form, with the capitals of the samples for groups. */
export function capitalAttributes(changes: readonly AttributeChange[]) {
  return {
    AttributesCollection: grouped(changes, ({ value, qualifiers }, action) => ({
      Value: value,
      Action: actionNumbers[action],
      ...(qualifiers === undefined ? {} : { AttributeCollection: qualifiers }),
    })),
  };
}

/** Changes in the wire's form, without capitals, as in the samples for contacts and users. */
export function smallAttributes(changes: readonly AttributeChange[]) {
  return {
    attributesCollection: grouped(changes, ({ value, qualifiers }, action) => ({
      value,
      action: actionNumbers[action],
      ...(qualifiers === undefined ? {} : { attributeCollection: qualifiers }),
    })),
  };
}

/** The same as the sample for many groups has it: there each value names its identity store, too. */
export function smallAttributesIn(identityStoreId: string, changes: readonly AttributeChange[]) {
  const { attributesCollection } = smallAttributes(changes);
  const inStore = (values: (typeof attributesCollection)[string]) =>
    values.map((value) => ({ identityStoreId: numeric(identityStoreId), ...value }));
  return {
    attributesCollection: Object.fromEntries(
      Object.entries(attributesCollection).map(([name, values]) => [name, inStore(values)]),
    ),
  };
}

/** The value lists by attribute; several changes of one attribute make one list. An attribute is cleared by an empty text. */
function grouped<Written>(
  changes: readonly AttributeChange[],
  write: (value: AttributeValue, action: AttributeChange["action"]) => Written,
): Record<string, Written[]> {
  const lists: Record<string, Written[]> = {};
  for (const { name, action, values } of changes) {
    const written = values.length === 0 && action === "set" ? [{ value: "" }] : values;
    lists[name] = [...(lists[name] ?? []), ...written.map((value) => write(value, action))];
  }
  return lists;
}

function attributeValueOf({ value, dn, attributecollection }: z.output<typeof wireValue>): AttributeValue | undefined {
  const text = value ?? dn ?? "";
  if (text === "") {
    return undefined;
  }
  const qualifiers = Object.entries(attributecollection ?? {}).map(([name, part]) => [name, String(part)] as const);
  return {
    value: text,
    ...(dn === null || dn === "" ? {} : { dn }),
    ...(qualifiers.length === 0 ? {} : { qualifiers: Object.fromEntries(qualifiers) }),
  };
}
