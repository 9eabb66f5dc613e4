import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Endpoint, EndpointAnswer } from "../../endpoint.ts";
import type { Change, Objects } from "../../system.ts";
import type { Area } from "./area.ts";
import type { GroupIdBehaviour } from "./behaviour.ts";
import { contactEndpoints } from "./contacts.ts";
import { DirectoryObject, isReference, type ObjectClass } from "./directoryObject.ts";
import { answer, type Result } from "./envelope.ts";
import { groupEndpoints } from "./groups.ts";
import { IdentityStore } from "./identityStore.ts";
import { missing } from "./missing.ts";
import { shown } from "./shown.ts";
import { userEndpoints } from "./users.ts";

/** What the scope of an identity store's memberships ends in: there each group with members is an object of its own. */
const memberScope = ":members";

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string()), z.null().transform(() => [])]);

/** The identity stores and what is in them: groups, contacts and users. */
export class Directory implements Area {
  readonly endpoints: readonly Endpoint[];
  readonly behaviour: GroupIdBehaviour;
  readonly #username: string;
  readonly #stores = new Map<string, IdentityStore>();

  constructor(behaviour: GroupIdBehaviour, username: string, storeId: string) {
    this.behaviour = behaviour;
    this.#username = username;
    this.store(storeId);
    this.endpoints = [...groupEndpoints(this), ...contactEndpoints(this), ...userEndpoints(this)];
  }

  /** An identity store; it is made if there is none. */
  store(id: string): IdentityStore {
    let store = this.#stores.get(id);
    if (store === undefined) {
      store = new IdentityStore(id, this.behaviour, this.#username);
      this.#stores.set(id, store);
    }
    return store;
  }

  owns(scope: string): boolean {
    return /^\d+(:members)?$/.test(scope);
  }

  /**
   * Fields are attributes, as a text or as texts; `objectClass` says what to make, a group by default. In the scope of
   * memberships the one field is `member`, and removing an object empties the group.
   */
  change({ scope, id = randomUUID(), set = {}, remove = false }: Change): string {
    const store = this.store(scope.replace(memberScope, ""));
    if (scope.endsWith(memberScope)) {
      const group = store.find(id, "group");
      if (group === undefined) {
        throw new Error(`there is no group ${id}`);
      }
      group.setTexts("member", remove ? [] : guidsOf(store, texts.parse(set.member ?? [])));
      return id;
    }
    if (remove) {
      store.delete(id);
      return id;
    }
    const object = store.get(id) ?? this.#make(store, id, set);
    for (const [name, value] of Object.entries(set)) {
      const values = texts.parse(value);
      object.setTexts(name, isReference(name) ? guidsOf(store, values) : values);
    }
    return id;
  }

  objects(): Objects {
    return Object.fromEntries(
      [...this.#stores.values()].flatMap((store) => {
        const objects = store.objects.filter(({ isBuiltIn }) => !isBuiltIn);
        const members = objects.filter((object) => !isSmart(object) && object.values("member").length > 0);
        return [
          [store.id, Object.fromEntries(objects.map((object) => [object.guid, plain(object)]))],
          [
            store.id + memberScope,
            Object.fromEntries(members.map((object) => [object.guid, { member: object.texts("member") }])),
          ],
        ];
      }),
    );
  }

  /** The answer to a read of one object. */
  read(
    store: IdentityStore,
    objectClass: ObjectClass,
    identity: string,
    attributes: readonly string[],
  ): EndpointAnswer {
    const object = store.findVisible(identity, objectClass);
    return object === undefined
      ? this.#missing(objectClass, identity)
      : { status: 200, body: shown(object, attributes, store, this.behaviour) };
  }

  /** The answer to a read of many objects: those that exist. */
  readMany(
    store: IdentityStore,
    objectClass: ObjectClass,
    identities: readonly string[],
    attributes: readonly string[],
  ): EndpointAnswer {
    const objects = identities.map((identity) => store.findVisible(identity, objectClass));
    const absent = identities.find((_, index) => objects[index] === undefined);
    if (absent !== undefined && this.behaviour.strictLists) {
      return this.#missing(objectClass, absent);
    }
    const present = [...new Set(objects.filter((object) => object !== undefined))];
    return { status: 200, body: present.map((object) => shown(object, attributes, store, this.behaviour)) };
  }

  /** Carries a write out for one object. */
  write(
    store: IdentityStore,
    objectClass: ObjectClass,
    identity: string,
    run: (object: DirectoryObject) => Result,
  ): EndpointAnswer {
    const object = store.find(identity, objectClass);
    return object === undefined ? answer({ message: notFound(objectClass, identity) }) : answer(run(object));
  }

  /** Carries a write out for many objects, each with a detail of its own; the whole has succeeded all the same. */
  writeMany(
    store: IdentityStore,
    objectClass: ObjectClass,
    identities: readonly string[],
    partial: boolean,
    run: (object: DirectoryObject, index: number) => Result,
  ): Result[] {
    return identities.map((identity, index) => {
      const object = store.find(identity, objectClass);
      if (object === undefined) {
        return { message: notFound(objectClass, identity) };
      }
      return partial && index > 0 ? { message: "Internal error" } : run(object, index);
    });
  }

  #missing(objectClass: ObjectClass, identity: string): EndpointAnswer {
    return missing(this.behaviour, notFound(objectClass, identity));
  }

  #make(store: IdentityStore, guid: string, set: Readonly<Record<string, unknown>>): DirectoryObject {
    const objectClass = z.enum(["group", "contact", "user"]).parse(set.objectClass ?? "group");
    const object = new DirectoryObject(guid, objectClass);
    const defaults = { CN: guid, name: guid, container: "OU=Elsewhere,DC=demo,DC=local", objectClass };
    for (const [name, value] of Object.entries(defaults)) {
      object.setTexts(name, [value]);
    }
    store.add(object);
    return object;
  }
}

/** Whether the members of a group are what a query finds. */
export function isSmart(group: DirectoryObject): boolean {
  return group.text("IMSGManagedGroupType") === "2";
}

function notFound(objectClass: ObjectClass, identity: string): string {
  return `The ${objectClass} ${identity} was not found`;
}

function guidsOf(store: IdentityStore, identities: readonly string[]): string[] {
  return identities.map((identity) => {
    const object = store.find(identity);
    if (object === undefined) {
      throw new Error(`there is no object ${identity}`);
    }
    return object.guid;
  });
}

function plain(object: DirectoryObject): Record<string, unknown> {
  return Object.fromEntries(
    object.attributeNames.map((name) => {
      const values = object.texts(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
