import { Batch } from "../../http/batch.ts";
import type { Operation } from "../../resource/definition.ts";
import { appliedOf, IncompleteError, NotFoundError, SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import { isNotOffered, isRefusal } from "./absence.ts";
import { ContactsApi } from "./api/contacts.ts";
import type { DirectoryObject } from "./api/directoryObject.ts";
import { type Envelope, failureOf, outcomesOf, refuseFailure, untold } from "./api/envelope.ts";
import { GroupsApi, type MembershipTerms, smartAttributes } from "./api/groups.ts";
import type { GroupIdService } from "./api/service.ts";
import { UsersApi } from "./api/users.ts";
import { setTo } from "./attributeMap.ts";
import { AttributeWriter, type WriteTarget } from "./attributeWriter.ts";
import { Collection } from "./collection.ts";
import { GroupListing } from "./groupListing.ts";
import { Identities } from "./identities.ts";
import { dnIn, dnOf, isCalled, sameIdentity } from "./identity.ts";
import { completeOf, readAllPages } from "./pages.ts";
import { sendEach } from "./sendEach.ts";

/** How many groups a call of many has at the most; the document sets no limit. */
const batchSize = 250;
/** How many objects a page of a search is asked to have; the server may answer with fewer. */
const searchPageSize = 1000;
/** The numbers of object types in a query. */
const searchedTypes = { user: "6", contact: "7", group: "8" } as const;
/** How long a new object may take to be visible, in seconds. */
const visibility = 30;

/** How often a join or a leave is sent when its answers are lost. */
const moveAttempts = 3;

/** A membership without an end, as the document's samples write it. */
export const permanent: MembershipTerms = {
  membershipType: 1,
  startDate: "0001-01-01T00:00:00",
  endDate: "0001-01-01T00:00:00",
  reason: "",
};

/** One identity store behind a connection. */
export class IdentityStore {
  readonly id: string;
  readonly groups: Collection;
  readonly contacts: Collection;
  readonly users: Collection;
  readonly groupsApi: GroupsApi;
  readonly contactsApi: ContactsApi;
  readonly usersApi: UsersApi;
  readonly identities: Identities;
  readonly listing: GroupListing;
  readonly writer: AttributeWriter;
  #dns: Promise<boolean> | undefined;
  readonly #userIdentity: string | undefined;
  readonly #signal: AbortSignal;
  readonly #renewals: Batch<string, void>;
  readonly #expirations: Batch<string, void>;
  readonly #smartUpdates: Batch<string, string | undefined>;

  /** @param userIdentity the user from whose side all groups are listed. */
  constructor(service: GroupIdService, id: string, userIdentity: string | undefined, signal: AbortSignal) {
    this.id = id;
    this.#userIdentity = userIdentity;
    this.#signal = signal;
    const groups = new GroupsApi(service);
    const contacts = new ContactsApi(service);
    const users = new UsersApi(service);
    [this.groupsApi, this.contactsApi, this.usersApi] = [groups, contacts, users];
    this.groups = new Collection(
      {
        noun: "group",
        getOne: (...args) => groups.getOne(id, ...args),
        getMany: (...args) => groups.getMany(id, ...args),
        updateOne: (...args) => groups.updateOne(id, ...args),
        updateMany: (...args) => groups.updateMany(id, ...args),
        deleteOne: (...args) => groups.deleteOne(id, ...args),
        deleteMany: (...args) => groups.deleteMany(id, ...args),
      },
      signal,
      (objectId) => this.listing.wrote(objectId),
    );
    const ofPeople = (noun: "contact" | "user", api: ContactsApi | UsersApi) =>
      new Collection(
        {
          noun,
          getOne: (...args) => api.getOne(id, ...args),
          getMany: (...args) => api.getMany(id, ...args),
          updateOne: (...args) => api.updateOne(id, ...args),
          deleteOne: (...args) => api.deleteOne(id, ...args),
          deleteMany: (...args) => api.deleteMany(id, ...args),
        },
        signal,
      );
    this.contacts = ofPeople("contact", contacts);
    this.users = ofPeople("user", users);
    this.identities = new Identities([this.users, this.groups, this.contacts]);
    this.listing = new GroupListing(users, id, userIdentity, signal);
    this.writer = new AttributeWriter(this.identities, signal);
    this.#renewals = new Batch((ids) => this.#age(ids, "Renew"), batchSize);
    this.#expirations = new Batch((ids) => this.#age(ids, "Expire"), batchSize);
    this.#smartUpdates = new Batch((ids) => this.#updateSmart(ids), batchSize);
  }

  /**
   * A group by its GUID: from the list of all where many are read and `isExpected` agrees with what the list shows, which
   * may be late, or less than there is; else with the next call of many.
   */
  async readGroup(
    objectId: string,
    attributes: readonly string[],
    isExpected: (listed: DirectoryObject) => Promise<boolean>,
  ): Promise<DirectoryObject | undefined> {
    const listed = await this.listing.read(objectId, attributes);
    return listed !== undefined && (await isExpected(listed)) ? listed : this.groups.read(objectId, attributes);
  }

  /**
   * The objects with a name in a container: none or one, as in every directory, or more where the system allows it. Throws
   * where a `fresh` look must tell and the installation shows nothing that does.
   */
  async named(
    collection: Collection,
    container: string,
    name: string,
    attributes: readonly string[],
    fresh: boolean,
  ): Promise<DirectoryObject[]> {
    const found = await collection.lookUp(dnIn(container, name), attributes);
    if (found !== undefined) {
      this.#dns = Promise.resolve(true);
      return [found];
    }
    if (await this.#takesDns()) {
      return [];
    }
    const listed =
      (collection === this.groups ? await this.listing.named(container, name, fresh) : undefined) ??
      (await this.#search(collection, container, name));
    if (listed === undefined && fresh) {
      throw new SystemError(
        `GroupID does not tell whether the ${collection.noun} ${name} is in ${container}: the installation takes no DN ` +
          "for an identity, and refuses its lists. Look there first, and import what is there.",
        "unknown",
      );
    }
    const objects = await Promise.all((listed ?? []).map(({ objectId }) => collection.read(objectId, attributes)));
    return objects.filter((object) => object !== undefined);
  }

  /**
   * The same by the preview of a smart group's query, which is the one search that the document has. `undefined` where the
   * installation refuses it.
   */
  async #search(collection: Collection, container: string, name: string): Promise<DirectoryObject[] | undefined> {
    const [longest = ""] = (name.match(/[\p{L}\p{N} ._-]+/gu) ?? []).toSorted((a, b) => b.length - a.length);
    const query = [
      setTo(smartAttributes.objectTypes, [searchedTypes[collection.noun]]),
      setTo(smartAttributes.criteria, [`(name Contains "${longest.trim()}")`]),
      {
        name: smartAttributes.startPath,
        action: "set",
        values: [{ value: container, qualifiers: { Scope: "2" } }],
      } as const,
    ];
    try {
      const objects = await readAllPages(1, (page) => {
        const request = { page, pageSize: searchPageSize, sortOrder: "ascending" } as const;
        return this.groupsApi.previewSmart(this.id, query, request, [], this.#signal);
      });
      return completeOf(objects, `objects in ${container}`).filter((object) => isCalled(object, container, name));
    } catch (error) {
      if (isNotOffered(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** After a create: the GUID that the answer gives, once the object can be read. */
  async created(
    collection: Collection,
    answer: Envelope,
    inputs: Readonly<Record<string, unknown>>,
    { signal, timeout }: Operation,
  ): Promise<string> {
    const failure = failureOf(answer);
    const objectId = typeof answer.data === "string" && answer.data !== "" ? answer.data : undefined;
    if (objectId === undefined) {
      throw failure ?? new SystemError("GroupID's answer to the creation has no ID of the new object.", "unknown");
    }
    const live = { ...inputs, identityStoreId: this.id, objectId };
    if (failure !== undefined) {
      throw new IncompleteError(`The ${collection.noun} is made, but not as asked. ${failure.message}`, live);
    }
    const wait = { timeout: Math.min(timeout, visibility), signal };
    const visible = await waitFor(() => collection.read(objectId, []), wait);
    if (visible === undefined) {
      throw new IncompleteError(
        `GroupID made the ${collection.noun} ${objectId}, and does not show it after ${wait.timeout} s. ` +
          "It may still replicate: run `pulumi up` again.",
        live,
      );
    }
    return objectId;
  }

  /** How members come and go one by one, as if they did so themselves. */
  membershipOf(objectId: string, terms: MembershipTerms = permanent): NonNullable<WriteTarget["membership"]> {
    const { groupsApi: api, id } = this;
    return {
      add: (member) => this.#move(objectId, member, true, () => api.join(id, objectId, member, terms, this.#signal)),
      remove: (member) =>
        this.#move(objectId, member, false, () => api.leave(id, objectId, member, terms, this.#signal)),
    };
  }

  /** The same for the user who signs in, whose identity is `member`. */
  ownMembershipOf(objectId: string, terms: MembershipTerms): NonNullable<WriteTarget["membership"]> {
    const { groupsApi: api, id } = this;
    return {
      add: (member) => this.#move(objectId, member, true, () => api.join(id, objectId, undefined, terms, this.#signal)),
      remove: (member) =>
        this.#move(objectId, member, false, () => api.leave(id, objectId, undefined, terms, this.#signal)),
    };
  }

  /** Who is where they shall be already, or is after a lost answer, is no failure. */
  async #move(objectId: string, member: string, joins: boolean, call: () => Promise<Envelope>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        refuseFailure(await call());
        return;
      } catch (error) {
        const isLost = appliedOf(error) === "unknown";
        if (!isLost && !isRefusal(error)) {
          throw error;
        }
        const group = await this.groups.read(objectId, ["member"]);
        const values = group?.attributes.get("member") ?? [];
        const { missing } = await this.identities.difference(values, [member]);
        if ((missing.length === 0) === joins) {
          return;
        }
        if (!isLost || attempt === moveAttempts) {
          throw error;
        }
      } finally {
        this.listing.wrote(objectId);
      }
    }
  }

  /** Applies the expiration policy of a group from today on, with the next call of many. */
  renew(objectId: string): Promise<void> {
    return this.#renewals.add(objectId);
  }

  /** Ends a group, with the next call of many. */
  expire(objectId: string): Promise<void> {
    return this.#expirations.add(objectId);
  }

  /** Has the membership of a smart group computed, with the next call of many; answers with the task's number. */
  updateSmart(objectId: string): Promise<string | undefined> {
    return this.#smartUpdates.add(objectId);
  }

  /**
   * Whether the installation takes a DN for an identity, which the document does not promise: a group or the user who is
   * there must be found by its own.
   */
  #takesDns(): Promise<boolean> {
    this.#dns ??= this.#tryDn();
    this.#dns.catch(() => {
      this.#dns = undefined;
    });
    return this.#dns;
  }

  async #tryDn(): Promise<boolean> {
    const group = await this.listing.any();
    const [collection, object] =
      group === undefined ? [this.users, await this.#ownUser()] : ([this.groups, group] as const);
    const dn = object === undefined ? undefined : dnOf(object);
    return dn !== undefined && (await collection.lookUp(dn, [])) !== undefined;
  }

  /** The user from whose side groups are listed, where the installation tells who that is. */
  async #ownUser(): Promise<DirectoryObject | undefined> {
    return this.#userIdentity === undefined ? undefined : this.users.lookUp(this.#userIdentity, []);
  }

  #age(ids: readonly string[], how: "Renew" | "Expire"): Promise<(Error | undefined)[]> {
    return sendEach<string, undefined>(
      ids,
      async (several) => outcomesOf(await this.groupsApi.ageMany(this.id, several, how, this.#signal), several),
      async (objectId) => refuseFailure(await this.groupsApi.ageOne(this.id, objectId, how, this.#signal)),
    );
  }

  #updateSmart(ids: readonly string[]): Promise<(Error | string | undefined)[]> {
    return sendEach(
      ids,
      async (several) => {
        const tasks = await this.groupsApi.updateSmartMany(this.id, several, this.#signal);
        return several.map((objectId) => {
          const task = tasks.find(({ groupId }) => sameIdentity(groupId, objectId));
          if (task === undefined) {
            return untold;
          }
          return task.failure === undefined ? task.taskId : new SystemError(`GroupID says: ${task.failure}`, "no");
        });
      },
      async (objectId) => {
        const answer = await this.groupsApi.updateSmartOne(this.id, objectId, this.#signal);
        refuseFailure(answer);
        return textOf(answer.data);
      },
    );
  }
}

function textOf(data: unknown): string | undefined {
  return data === null || data === undefined || data === "" ? undefined : String(data);
}

/** The error for an object that is not there. */
export function noSuch(noun: string, identity: string, store: IdentityStore): NotFoundError {
  return new NotFoundError(`the identity store ${store.id} has no ${noun} ${identity}.`);
}
