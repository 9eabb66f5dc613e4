import type { Operation, Update } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import type { AttributeChange, DirectoryObject } from "./api/directoryObject.ts";
import type { Envelope } from "./api/envelope.ts";
import {
  type AttributeMap,
  type AttributesInput,
  attributesOf,
  attributesToLoad,
  newAttributesOf,
  propertiesOf,
  setTo,
} from "./attributeMap.ts";
import type { WriteTarget } from "./attributeWriter.ts";
import type { GroupIdClient } from "./client.ts";
import type { Collection } from "./collection.ts";
import { dnIn, dnOf } from "./identity.ts";
import { type IdentityStore, noSuch } from "./identityStore.ts";

/** What is written of an object of a directory. */
interface ObjectInputs {
  readonly identityStoreId?: string | undefined;
  readonly container: string;
  readonly name: string;
  readonly attributes?: AttributesInput | undefined;
}

/** Inputs that are no attributes of the object: where it is, and how it is dealt with. */
const around = new Set(["identityStoreId", "container", "name", "connection", "adopt", "allowEmpty"]);

/** Tells the objects of a resource from others of their class. */
export interface Distinction {
  /** The attributes that tell. */
  readonly attributes: readonly string[];
  /** Whether an object is surely one of the resource's. */
  isOwn(object: DirectoryObject): boolean;
  /** Why an object that has the natural key is none of the resource's, where it surely is not. */
  refusal(object: DirectoryObject): string | undefined;
}

/** How a class of objects is dealt with. */
interface ObjectClass<Inputs extends ObjectInputs> {
  readonly map: AttributeMap;
  collection(store: IdentityStore): Collection;
  /** Reads an object by its GUID; from a list that may be late only where `isExpected` agrees with it. */
  read(
    store: IdentityStore,
    objectId: string,
    attributes: readonly string[],
    isExpected: (listed: DirectoryObject) => Promise<boolean>,
  ): Promise<DirectoryObject | undefined>;
  /** Attributes that go with a create besides those of the properties. */
  newAttributes(inputs: Inputs): readonly AttributeChange[];
  create(
    store: IdentityStore,
    inputs: Inputs,
    attributes: readonly AttributeChange[],
    operation: Operation,
  ): Promise<Envelope>;
  /** Where another resource stands for objects of the same class. */
  readonly distinction?: Distinction;
}

/** Find, create, read and delete of a class of objects, for `defineResource`. */
export function operationsOf<Inputs extends ObjectInputs>(kind: ObjectClass<Inputs>) {
  const live = async (store: IdentityStore, object: DirectoryObject, written: Properties) => ({
    identityStoreId: store.id,
    objectId: object.objectId,
    ...nameOf(object),
    ...(await propertiesOf(kind.map, object, written, store.identities)),
  });
  return {
    async find(groupid: GroupIdClient, inputs: Inputs, { fresh }: { readonly fresh: boolean }) {
      const store = groupid.store(inputs.identityStoreId);
      const attributes = [...attributesToLoad(kind.map, inputs as Properties), ...(kind.distinction?.attributes ?? [])];
      const found = await store.named(kind.collection(store), inputs.container, inputs.name, attributes, fresh);
      const [refusal] = found.flatMap((object) => kind.distinction?.refusal(object) ?? []);
      if (refusal !== undefined) {
        throw new Error(refusal);
      }
      return Promise.all(found.map((object) => live(store, object, inputs as Properties)));
    },

    /** All groups of an identity store, of which there is a list, unlike of contacts and users. */
    list: {
      within: ["identityStoreId" as const],
      async read(groupid: GroupIdClient, { identityStoreId }: Readonly<Record<string, string>>) {
        const store = groupid.store(identityStoreId);
        const groups = await store.listing.all([
          ...attributesToLoad(kind.map, {}),
          ...(kind.distinction?.attributes ?? []),
        ]);
        const own = groups.filter((group) => kind.distinction?.isOwn(group) !== false);
        return Promise.all(own.map((group) => live(store, group, {})));
      },
    },

    async create(groupid: GroupIdClient, inputs: Inputs, operation: Operation) {
      const store = groupid.store(inputs.identityStoreId);
      const { map, collection } = kind;
      const written = { ...inputs, members: undefined } as unknown as Properties;
      const attributes = withoutTwins([...kind.newAttributes(inputs), ...newAttributesOf(map, written)]);
      const answer = await kind.create(store, inputs, attributes, operation);
      const objectId = await store.created(collection(store), answer, inputs as Properties, operation);
      const distinguishedName = dnIn(inputs.container, inputs.name);
      return { live: { ...inputs, identityStoreId: store.id, objectId, distinguishedName } };
    },

    async read(
      groupid: GroupIdClient,
      { identityStoreId = "", objectId = "" }: Readonly<Record<string, string>>,
      _operation: Operation,
      known: Properties,
    ) {
      const store = groupid.store(identityStoreId);
      const isImport = Object.keys(known).every((name) => around.has(name));
      const written = isImport ? {} : known;
      const isExpected = async (listed: DirectoryObject) =>
        !isImport && isSame(await live(store, listed, written), known);
      const object = await kind.read(store, objectId, attributesToLoad(kind.map, written), isExpected);
      return object === undefined ? undefined : live(store, object, written);
    },

    async delete(groupid: GroupIdClient, { identityStoreId = "", objectId = "" }: Readonly<Record<string, string>>) {
      await kind.collection(groupid.store(identityStoreId)).delete(objectId);
    },

    /** The call that changes properties, which are attributes. */
    async apply(
      groupid: GroupIdClient,
      { identityStoreId = "", objectId = "" }: Readonly<Record<string, string>>,
      { changed }: { readonly changed: object },
      { report }: Operation,
    ): Promise<undefined> {
      const store = groupid.store(identityStoreId);
      const target = targetOf(store, kind.collection(store), objectId, report);
      await store.writer.write(target, attributesOf(kind.map, changed as Properties));
    },
  } satisfies { readonly apply: Update<GroupIdClient, never>["apply"] } & Record<string, unknown>;
}

/** An object as the writer of attributes needs it. */
export function targetOf(
  store: IdentityStore,
  collection: Collection,
  objectId: string,
  report: (message: string) => void,
): WriteTarget {
  const label = `${collection.noun} ${objectId}`;
  return {
    label,
    async read(attributes) {
      const object = await collection.read(objectId, attributes);
      if (object === undefined) {
        throw noSuch(collection.noun, objectId, store);
      }
      return object;
    },
    update: (changes) => collection.update(objectId, changes),
    ...(collection === store.groups ? { membership: store.membershipOf(objectId) } : {}),
    removing: (attribute, values) =>
      report(`${label}: ${values.join(", ")} ${values.length === 1 ? "goes" : "go"} out of ${attribute}.`),
  };
}

/** Whether an object is as it is known, apart from the order of lists and letter case. */
function isSame(live: Properties, known: Properties): boolean {
  return Object.entries(live).every(
    ([name, value]) => known[name] === undefined || textOf(value) === textOf(known[name]),
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return JSON.stringify(value.map(textOf).sort());
  }
  return (
    typeof value === "object" && value !== null
      ? JSON.stringify(Object.entries(value).map(([name, part]) => [name, textOf(part)]))
      : String(value ?? "")
  ).toLowerCase();
}

/** Of attributes that come twice, in whatever case, the last one: what the user wrote. */
function withoutTwins(attributes: readonly AttributeChange[]): AttributeChange[] {
  return [...new Map(attributes.map((change) => [change.name.toLowerCase(), change])).values()];
}

/** The attributes that name a new contact or user in the samples. */
export function namingAttributes(name: string, objectClass: string): AttributeChange[] {
  return [setTo("CN", [name]), setTo("objectClass", [objectClass])];
}

function nameOf(object: DirectoryObject): Properties {
  const text = (attribute: string) => object.attributes.get(attribute)?.[0]?.value;
  const [name, container, distinguishedName] = [text("cn") ?? text("name"), text("container"), dnOf(object)];
  return Object.fromEntries(
    Object.entries({ name, container, distinguishedName }).filter(([, value]) => value !== undefined),
  );
}
