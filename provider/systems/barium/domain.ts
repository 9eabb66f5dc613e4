import { Batch } from "../../http/batch.ts";
import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { NotFoundError, SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { BariumApi, ChangedGroup, Group, ItemStatus, NewGroup } from "./api.ts";

/** How many groups a page is asked to have; the server may answer with fewer. */
const pageSize = 1000;
/** How many items a call of many has at the most; the document sets no limit. */
const batchSize = 250;
/** For how long a group that is not listed may be one that was made just before, in seconds. */
const visibility = 1;
/** For how long a list that changes while its pages are read is read again, in seconds. */
const listTimeout = 2;

/** The groups of a domain by ID and by key, in lower case. Keys need not be unique. */
interface Groups {
  readonly byId: ReadonlyMap<string, Group>;
  readonly byKey: ReadonlyMap<string, readonly Group[]>;
}

/** One domain: reads of its groups share snapshots of the list, writes go out as calls of many. */
export class Domain {
  readonly #api: BariumApi;
  readonly #id: string;
  readonly #signal: AbortSignal;
  readonly #begun = performance.now();
  readonly #snapshot: Snapshot<Groups>;
  readonly #creates: Batch<NewGroup, { groupId: string; existedBefore: boolean }>;
  readonly #updates: Batch<ChangedGroup, void>;
  readonly #deletes: Batch<string, void>;
  /** When the groups of these keys and IDs were last written: what was read before says nothing about them. */
  readonly #written = new Map<string, Moment>();

  constructor(api: BariumApi, id: string, signal: AbortSignal) {
    this.#api = api;
    this.#id = id;
    this.#signal = signal;
    this.#snapshot = new Snapshot(() => this.#list());
    this.#creates = new Batch((groups) => this.#create(groups), batchSize);
    this.#updates = new Batch((groups) => this.#update(groups), batchSize);
    this.#deletes = new Batch((groupIds) => this.#delete(groupIds), batchSize);
  }

  /** All groups, in the order of the server. */
  async all(): Promise<Group[]> {
    // What was read before any group was written does not show all of them as they are.
    const written = [...this.#written.values()].reduce((latest, moment) => Math.max(latest, moment), 0);
    return [...(await this.#snapshot.get(this.#signal, written)).byId.values()];
  }

  /** The groups that have a key, in any case of it. `fresh`: as they are now, not as a snapshot has them. */
  async withKey(key: string, fresh: boolean): Promise<readonly Group[]> {
    const found = (await this.#groups(keyName(key), fresh)).byKey.get(key.toLowerCase()) ?? [];
    // A group that was changed or deleted by its ID after the list was read says nothing about its key.
    const written = Math.max(0, ...found.map((group) => this.#written.get(idName(group.groupId)) ?? 0));
    return written === 0
      ? found
      : ((await this.#snapshot.get(this.#signal, written)).byKey.get(key.toLowerCase()) ?? []);
  }

  /** A group, or `undefined` when the domain surely has none of that ID. */
  async withId(groupId: string): Promise<Group | undefined> {
    const look = async (fresh: boolean) => (await this.#groups(idName(groupId), fresh)).byId.get(groupId);
    // The list is all there is to say that a group is gone, so it is asked twice at the least, and longer in the first
    // moments: a group may have been made just before and not be listed yet.
    const timeout = visibility - (performance.now() - this.#begun) / 1000;
    return (await look(false)) ?? (await waitFor(() => look(true), { timeout, signal: this.#signal }));
  }

  /** Makes a group with the next call of many. Answers with its ID and whether Barium changed an existing one. */
  async create(group: NewGroup): Promise<{ groupId: string; existedBefore: boolean }> {
    try {
      return await this.#creates.add(group);
    } catch (error) {
      throw await this.#explainParent(error, group.parentId);
    } finally {
      this.#written.set(keyName(group.key), now());
    }
  }

  /**
   * Changes a group with the next call of many. Nothing says whether what an update leaves out is kept or cleared, so
   * it is sent whole: a parent that is not managed as the list shows it.
   */
  async update(group: ChangedGroup): Promise<void> {
    const { groupId, name, parentId = await this.#parentOf(groupId) } = group;
    try {
      await this.#updates.add({ groupId, name, parentId });
    } catch (error) {
      if (!(error instanceof ItemError)) {
        throw error;
      }
      const live = (await this.#groups(idName(groupId), true)).byId.get(groupId);
      if (live === undefined) {
        throw new NotFoundError(`Barium Live has no group ${groupId} in domain ${this.#id}.`, { cause: error });
      }
      const isChanged = live.name === name && (parentId === undefined || live.parentId === parentId);
      if (error.applied === "no" || !isChanged) {
        throw await this.#explainParent(error, group.parentId);
      }
    } finally {
      this.#written.set(idName(groupId), now());
    }
  }

  /** Deletes a group with the next call of many; one that is gone is no error. */
  async delete(groupId: string): Promise<void> {
    try {
      await this.#deletes.add(groupId);
    } catch (error) {
      if (!(error instanceof ItemError) || (await this.#groups(idName(groupId), true)).byId.has(groupId)) {
        throw error;
      }
    } finally {
      this.#written.set(idName(groupId), now());
    }
  }

  #groups(name: string, fresh: boolean): Promise<Groups> {
    return this.#snapshot.get(this.#signal, fresh ? now() : this.#written.get(name));
  }

  /** The parent of a group as the list shows it. */
  async #parentOf(groupId: string): Promise<string | undefined> {
    return (await this.#groups(idName(groupId), false)).byId.get(groupId)?.parentId ?? undefined;
  }

  /** Names the property when an item was refused because its parent does not exist. */
  async #explainParent(error: unknown, parentId: string | undefined): Promise<unknown> {
    if (!(error instanceof ItemError) || parentId === undefined) {
      return error;
    }
    const isThere = (await this.#groups(idName(parentId), true)).byId.has(parentId);
    return isThere
      ? error
      : new SystemError(`parentId: there is no group ${parentId} in domain ${this.#id}. ${error.message}`, "no", {
          cause: error,
        });
  }

  /** Reads all pages, again and again until what is read agrees with the total that the pages tell. */
  async #list(): Promise<Groups> {
    let latest = { count: 0, total: 0 };
    const look = async (): Promise<Groups | undefined> => {
      const { byId, total, isSteady } = await this.#listOnce();
      latest = { count: byId.size, total };
      const byKey = Map.groupBy([...byId.values()], (group) => (group.key ?? "").toLowerCase());
      return isSteady && byId.size === total ? { byId, byKey } : undefined;
    };
    const groups = await waitFor(look, { timeout: listTimeout, signal: this.#signal });
    if (groups === undefined) {
      throw new SystemError(
        `Barium Live lists ${latest.count} different groups of domain ${this.#id} and says that there are ${latest.total}: ` +
          "the list is not complete, or changes while it is read. Nothing was concluded from it; try again.",
        "no",
      );
    }
    return groups;
  }

  /** Reads all pages once. `isSteady`: the total has not changed meanwhile. */
  async #listOnce(): Promise<{ byId: Map<string, Group>; total: number; isSteady: boolean }> {
    const byId = new Map<string, Group>();
    const totals = new Set<number>();
    for (let read = 0; ; ) {
      const { groups, totalCount } = await this.#api.getGroups(this.#id, read, pageSize, this.#signal);
      totals.add(totalCount);
      read += groups.length;
      for (const group of groups) {
        byId.set(group.groupId, group);
      }
      if (groups.length === 0 || read >= totalCount) {
        return { byId, total: totalCount, isSteady: totals.size === 1 };
      }
    }
  }

  async #create(groups: readonly NewGroup[]): Promise<(Error | { groupId: string; existedBefore: boolean })[]> {
    const statuses = await this.#api.createGroups(this.#id, groups, this.#signal);
    const keys = groups.map(({ key }) => key);
    return matched(keys, statuses, ({ key }) => key).map((status) => {
      const error = errorOf(status);
      if (error !== undefined || status?.groupId === undefined) {
        return error ?? new ItemError(undefined);
      }
      return { groupId: status.groupId, existedBefore: status.outcome === "updated" };
    });
  }

  async #update(groups: readonly ChangedGroup[]): Promise<(Error | undefined)[]> {
    const statuses = await this.#api.updateGroups(this.#id, groups, this.#signal);
    const groupIds = groups.map(({ groupId }) => groupId);
    return matched(groupIds, statuses, ({ groupId }) => groupId).map(errorOf);
  }

  async #delete(groupIds: readonly string[]): Promise<(Error | undefined)[]> {
    const statuses = await this.#api.deleteGroups(this.#id, groupIds, this.#signal);
    return matched(groupIds, statuses, ({ groupId }) => groupId).map(errorOf);
  }
}

/** Barium Live refused one item of a call of many, or its answer leaves open what became of it. */
class ItemError extends SystemError {
  constructor(status: ItemStatus | undefined) {
    super(
      status === undefined
        ? "Barium Live's answer does not say what became of the group."
        : `Barium Live says: ${status.status === "" ? "an error, without a word" : status.status}`,
      status?.outcome === "failed" ? "no" : "unknown",
    );
    this.name = "ItemError";
  }
}

function keyName(key: string): string {
  return `key ${key}`;
}

function idName(groupId: string): string {
  return `id ${groupId}`;
}

function errorOf(status: ItemStatus | undefined): ItemError | undefined {
  const isDone = status?.outcome === "succeeded" || status?.outcome === "updated";
  return isDone ? undefined : new ItemError(status);
}

/**
 * The status of each item. The order of the answer is not promised, so items are told by their names, which may come
 * back in another case; only where the answer does not name them does their place count. Where an item has several
 * statuses, the one of its success is true.
 */
function matched(
  names: readonly string[],
  statuses: readonly ItemStatus[],
  nameOf: (status: ItemStatus) => string | undefined,
): (ItemStatus | undefined)[] {
  return names.map((name, index) => {
    const found = statuses.filter((status) => nameOf(status)?.toLowerCase() === name.toLowerCase());
    const named = found.find(({ outcome }) => outcome !== "failed") ?? found[0];
    const inPlace = statuses[index];
    const isNameless = inPlace?.groupId === undefined && inPlace?.key === undefined;
    return named ?? (statuses.length === names.length && isNameless ? inPlace : undefined);
  });
}
