import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import { StatusError } from "../../http/statusError.ts";
import { IncompleteError, messageOf, NotFoundError, SystemError } from "../../resource/errors.ts";
import { waitFor } from "../../resource/waitFor.ts";
import { present } from "../present.ts";
import type { ApioApi, Group, GroupFields, ListCriteria, ListedGroup, NewGroup } from "./api.ts";

/** How many groups a page is asked to have when all are wanted. */
const pageSize = 500;

/** A group as far as the installation shows it: all of it, or the three fields of a list. */
export type VisibleGroup = Group | ListedGroup;

/** One tenant: existence is looked up in a shared list, fields are read one by one where the installation allows it. */
export class Tenant {
  readonly #api: ApioApi;
  readonly #id: string;
  readonly #signal: AbortSignal;
  readonly #snapshot: Snapshot<ReadonlyMap<string, ListedGroup>>;
  readonly #written = new Map<string, Moment>();
  /** Whether the installation has the call that reads one group. */
  #singleRead: "unknown" | "yes" | "no" = "unknown";

  constructor(api: ApioApi, id: string, signal: AbortSignal) {
    this.#api = api;
    this.#id = id;
    this.#signal = signal;
    this.#snapshot = new Snapshot(async () => {
      const groups = await this.list({}, pageSize);
      return new Map(groups.map((group) => [group.groupId, group]));
    });
  }

  /**
   * All groups that fit the criteria, page by page. There is no total: a page that is not full is the last, and one that
   * has more than was asked for has all.
   */
  async list(criteria: ListCriteria, size: number, startIndex = 1): Promise<ListedGroup[]> {
    const groups = new Map<string, ListedGroup>();
    for (let index = startIndex; ; index += size) {
      const pagingControl = { startIndex: index, pageSize: size };
      const page = await this.#api
        .getGroups(this.#id, { ...criteria, pagingControl }, this.#signal)
        .catch((error: unknown) => {
          // An index beyond the last group is out of range (416).
          if (error instanceof StatusError && error.status === 416) {
            return [];
          }
          throw error;
        });
      const count = groups.size;
      for (const group of page) {
        groups.set(group.groupId, group);
      }
      if (page.length !== size) {
        return [...groups.values()];
      }
      if (groups.size === count) {
        throw new SystemError(
          `APIO lists the same ${size} groups of tenant ${this.#id} again, whatever page is asked for: the list is not ` +
            "complete. Nothing was concluded from it.",
          "no",
        );
      }
    }
  }

  /** All groups, each with what a list shows. */
  async all(): Promise<ListedGroup[]> {
    const written = [...this.#written.values()].reduce((latest, moment) => Math.max(latest, moment), 0);
    return [...(await this.#snapshot.get(this.#signal, written)).values()];
  }

  /** The group for a look-up before a create: most are not there, and one list says so of all of them. */
  async find(groupId: string, fresh: boolean): Promise<VisibleGroup | undefined> {
    if (!fresh && !(await this.#listed(groupId)).has(groupId)) {
      return undefined;
    }
    return this.read(groupId);
  }

  /** A group, or `undefined` when the tenant surely has none of that ID. */
  async read(groupId: string): Promise<VisibleGroup | undefined> {
    if (this.#singleRead === "no") {
      return (await this.#listed(groupId)).get(groupId) ?? (await this.#findInList(groupId));
    }
    const group = await this.#readOne(groupId);
    if (group !== undefined) {
      return group;
    }
    // A 404 may also mean that the installation lacks this call; the list knows whether the group is there.
    const listed = await this.#findInList(groupId);
    if (listed === undefined) {
      return undefined;
    }
    // Or the group has become visible just now.
    const again = await this.#readOne(groupId);
    if (again === undefined && this.#singleRead === "unknown") {
      this.#singleRead = "no";
    }
    return again ?? listed;
  }

  /** Makes a group and waits until it can be seen, for `timeout` seconds at the most. */
  async create(group: NewGroup, timeout: number): Promise<VisibleGroup> {
    try {
      await this.#api.createGroup(this.#id, group, this.#signal);
    } finally {
      this.#written.set(group.groupId, now());
    }
    const live = { ...group, tenantId: this.#id };
    let visible: VisibleGroup | undefined;
    try {
      visible = await waitFor(() => this.read(group.groupId), { timeout, signal: this.#signal });
    } catch (error) {
      throw new IncompleteError(`APIO accepted the group, but then: ${messageOf(error)}`, live, { cause: error });
    }
    if (visible === undefined) {
      throw new IncompleteError(`APIO accepted the group, but does not show it after ${timeout} s.`, live);
    }
    return visible;
  }

  /**
   * Changes a group. Nothing says whether what a PUT leaves out is kept or cleared, so it is sent whole: the fields
   * that are not managed as the system holds them.
   */
  async update(groupId: string, fields: GroupFields): Promise<void> {
    const current = await this.read(groupId);
    if (current === undefined) {
      throw new NotFoundError(`APIO has no group ${groupId} in tenant ${this.#id}.`);
    }
    try {
      await this.#api.updateGroup(this.#id, groupId, whole(current, fields), this.#signal);
    } catch (error) {
      throw await this.#explainNotFound(error, groupId, "changing");
    } finally {
      this.#written.set(groupId, now());
    }
  }

  /** Deletes a group; one that is gone is no error. */
  async delete(groupId: string): Promise<void> {
    try {
      await this.#api.deleteGroup(this.#id, groupId, this.#signal);
    } catch (error) {
      const failure = await this.#explainNotFound(error, groupId, "deleting");
      if (!(failure instanceof NotFoundError)) {
        throw failure;
      }
    } finally {
      this.#written.set(groupId, now());
    }
  }

  async #readOne(groupId: string): Promise<Group | undefined> {
    try {
      const group = await this.#api.getGroup(this.#id, groupId, this.#signal);
      this.#singleRead = "yes";
      return group;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return undefined;
      }
      throw error;
    }
  }

  /** A 404 for a group that is listed all the same means that the installation lacks the call. */
  async #explainNotFound(error: unknown, groupId: string, what: string): Promise<unknown> {
    return error instanceof NotFoundError && (await this.#findInList(groupId)) !== undefined
      ? new SystemError(`The group is still listed, and ${what} it was refused: ${error.message}`, "no", {
          cause: error,
        })
      : error;
  }

  #listed(groupId: string): Promise<ReadonlyMap<string, ListedGroup>> {
    return this.#snapshot.get(this.#signal, this.#written.get(groupId));
  }

  /** The group, told by its ID, which may come back in another case. */
  async #findInList(groupId: string): Promise<ListedGroup | undefined> {
    const groups = await this.list({ sensitiveGroupIdEquals: groupId }, pageSize);
    const found =
      groups.find((group) => group.groupId === groupId) ??
      groups.find((group) => group.groupId.toLowerCase() === groupId.toLowerCase());
    return found === undefined ? undefined : { ...found, groupId };
  }
}

/** The fields to write, and what the system holds beside them, also inside the contact and the address. */
function whole(current: VisibleGroup, fields: GroupFields): GroupFields {
  const { groupId: _id, userCount: _count, ...held }: Group = current;
  const written = Object.entries(fields).map(([name, value]: [string, unknown]) => {
    const heldValue: unknown = held[name as keyof GroupFields];
    return [name, isMap(value) && isMap(heldValue) ? { ...heldValue, ...value } : value];
  });
  return { ...present(held), ...Object.fromEntries(written) };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
