import { Batch } from "../../http/batch.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { isRefusal } from "./absence.ts";
import type { AttributeChange, DirectoryObject } from "./api/directoryObject.ts";
import { type Envelope, outcomesOf, RefusalError, refuseFailure } from "./api/envelope.ts";
import { accountNames, formOf, namesOf, sameIdentity } from "./identity.ts";
import { sendEach } from "./sendEach.ts";

/** How many objects a call of many has at the most; the document sets no limit. */
const batchSize = 250;

/** The calls for one class of objects in one identity store. */
export interface ObjectCalls {
  /** What the objects are called, for messages. */
  readonly noun: "group" | "contact" | "user";
  getOne(identity: string, attributes: readonly string[], signal: AbortSignal): Promise<DirectoryObject>;
  getMany(
    identities: readonly string[],
    attributes: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly DirectoryObject[]>;
  updateOne(identity: string, changes: readonly AttributeChange[], signal: AbortSignal): Promise<Envelope>;
  /** Where the system has a call for many. */
  updateMany?(
    updates: readonly { readonly identity: string; readonly changes: readonly AttributeChange[] }[],
    signal: AbortSignal,
  ): Promise<Envelope>;
  deleteOne(identity: string, signal: AbortSignal): Promise<Envelope>;
  deleteMany(identities: readonly string[], signal: AbortSignal): Promise<Envelope>;
}

interface Read {
  readonly identity: string;
  readonly attributes: readonly string[];
}

/** What the list of many says of an object: nothing where the list is refused because of it. */
interface Listed {
  readonly object?: DirectoryObject | undefined;
  readonly isRefused: boolean;
}

/** The objects of a list, and the identities that the system refused to list. */
interface List {
  readonly found: readonly DirectoryObject[];
  readonly refused: readonly string[];
}

interface Update {
  readonly identity: string;
  readonly changes: readonly AttributeChange[];
}

/** Attributes with so many values that they are read only for those who ask for them. */
const large = new Set(["member"]);

/** The objects of one class in an identity store: what is under way together goes out as calls of many. */
export class Collection {
  readonly noun: ObjectCalls["noun"];
  readonly #calls: ObjectCalls;
  readonly #signal: AbortSignal;
  readonly #reads: Batch<Read, Listed>;
  readonly #lookUps: Batch<Read, Listed>;
  readonly #updates: Batch<Update, void>;
  readonly #deletes: Batch<string, void>;

  readonly #wrote: (objectId: string) => void;

  /** @param wrote is told of every object that a call has tried to change. */
  constructor(calls: ObjectCalls, signal: AbortSignal, wrote: (objectId: string) => void = () => undefined) {
    this.noun = calls.noun;
    this.#wrote = wrote;
    this.#calls = calls;
    this.#signal = signal;
    this.#reads = new Batch((reads) => this.#readMany(reads), batchSize);
    this.#lookUps = new Batch((reads) => this.#readMany(reads), batchSize);
    this.#updates = new Batch((updates) => this.#updateMany(updates), batchSize);
    this.#deletes = new Batch((ids) => this.#deleteMany(ids), batchSize);
  }

  /** The object with a GUID, or `undefined` when the system says that there is none. */
  async read(objectId: string, attributes: readonly string[]): Promise<DirectoryObject | undefined> {
    const read = () => this.#reads.add({ identity: objectId, attributes });
    const listed = await read();
    if (listed.object !== undefined) {
      return listed.object;
    }
    const single = await this.#confirm(objectId, attributes, listed);
    // A single read may show less than the list.
    return single === undefined ? undefined : ((await read()).object ?? single);
  }

  /**
   * The object that an identity of any form names. The document shows GUIDs and DNs; an installation that does not take
   * one says nothing about whether there is such an object, so `undefined` is no proof that there is none.
   */
  async lookUp(identity: string, attributes: readonly string[]): Promise<DirectoryObject | undefined> {
    // An object is told by its names, so these must be there.
    const names = formOf(identity) === "name" ? accountNames : [];
    return (await this.#lookUps.add({ identity, attributes: [...attributes, ...names] })).object;
  }

  /** The object that an identity of any form names, by the call for a single one where that shows what is asked for. */
  async get(identity: string, attributes: readonly string[]): Promise<DirectoryObject | undefined> {
    // The call for a single user takes no names of attributes.
    return this.noun === "user" && attributes.length > 0
      ? this.lookUp(identity, attributes)
      : this.#confirm(identity, attributes, { isRefused: true });
  }

  /** Changes attributes of an object. */
  async update(objectId: string, changes: readonly AttributeChange[]): Promise<void> {
    try {
      await this.#updates.add({ identity: objectId, changes });
    } finally {
      this.#wrote(objectId);
    }
  }

  /** Deletes an object; one that is gone is no error. */
  async delete(objectId: string): Promise<void> {
    try {
      await this.#deletes.add(objectId);
    } catch (error) {
      if (!isRefusal(error) || (await this.read(objectId, [])) !== undefined) {
        throw error;
      }
    } finally {
      this.#wrote(objectId);
    }
  }

  async #readMany(reads: readonly Read[]): Promise<Listed[]> {
    const groups = Map.groupBy(reads, ({ attributes }) => attributes.some((name) => large.has(name.toLowerCase())));
    const results = new Map<Read, Listed>();
    await Promise.all(
      [...groups.values()].map(async (group) => {
        const attributes = withoutTwins(group.flatMap((read) => read.attributes));
        const { found, refused } = await this.#list(withoutTwins(group.map(({ identity }) => identity)), attributes);
        for (const read of group) {
          results.set(read, {
            object: found.find((object) => isNamed(object, read.identity)),
            isRefused: refused.some((identity) => sameIdentity(identity, read.identity)),
          });
        }
      }),
    );
    return reads.map((read) => results.get(read) ?? { isRefused: true });
  }

  /** Those that exist. A list that is refused as a whole, because of one identity in it, is read in parts. */
  async #list(identities: readonly string[], attributes: readonly string[]): Promise<List> {
    try {
      return { found: await this.#calls.getMany(identities, attributes, this.#signal), refused: [] };
    } catch (error) {
      if (!isRefusal(error)) {
        throw error;
      }
      if (identities.length === 1) {
        return { found: [], refused: identities };
      }
      const half = Math.ceil(identities.length / 2);
      const parts = [identities.slice(0, half), identities.slice(half)];
      const lists = await Promise.all(parts.map((part) => this.#list(part, attributes)));
      return { found: lists.flatMap(({ found }) => found), refused: lists.flatMap(({ refused }) => refused) };
    }
  }

  /**
   * What the call for a single object says. Only that makes it gone: by its words, or by a status without a word where
   * the list of many was answered, and without it. An outage may give a status without a word, too.
   */
  async #confirm(
    identity: string,
    attributes: readonly string[],
    { isRefused }: Listed,
  ): Promise<DirectoryObject | undefined> {
    try {
      return await this.#calls.getOne(identity, attributes, this.#signal);
    } catch (error) {
      if (error instanceof NotFoundError || (error instanceof RefusalError && !error.hasWords && !isRefused)) {
        return undefined;
      }
      throw error;
    }
  }

  async #updateMany(updates: readonly Update[]): Promise<(Error | undefined)[]> {
    const byObject = [...Map.groupBy(updates, ({ identity }) => identity)].map(([identity, group]) => ({
      identity,
      changes: group.flatMap(({ changes }) => changes),
    }));
    const { updateMany } = this.#calls;
    const outcomes = await sendEach<Update, undefined>(
      byObject,
      async (several) =>
        updateMany === undefined
          ? []
          : outcomesOf(
              await updateMany(several, this.#signal),
              several.map(({ identity }) => identity),
            ),
      async ({ identity, changes }) => refuseFailure(await this.#calls.updateOne(identity, changes, this.#signal)),
    );
    const byId = new Map(byObject.map(({ identity }, index) => [identity, outcomes[index]]));
    return updates.map(({ identity }) => byId.get(identity));
  }

  #deleteMany(ids: readonly string[]): Promise<(Error | undefined)[]> {
    return sendEach<string, undefined>(
      ids,
      async (several) => outcomesOf(await this.#calls.deleteMany(several, this.#signal), several),
      async (objectId) => refuseFailure(await this.#calls.deleteOne(objectId, this.#signal)),
    );
  }
}

function withoutTwins(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** Whether an object is what an identity names: a GUID, a DN, or a name that it signs in with. */
function isNamed(object: DirectoryObject, identity: string): boolean {
  return namesOf(object).some((name) => sameIdentity(name, identity));
}
