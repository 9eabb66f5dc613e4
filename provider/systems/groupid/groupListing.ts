import { now, Snapshot } from "../../http/snapshot.ts";
import { SystemError } from "../../resource/errors.ts";
import { isNotOffered } from "./absence.ts";
import type { DirectoryObject, Page } from "./api/directoryObject.ts";
import type { UsersApi } from "./api/users.ts";
import { canonicalIdentity, isCalled } from "./identity.ts";
import { completeOf, type Objects, readAllPages } from "./pages.ts";

/** How many groups a page is asked to have; the server may answer with fewer. */
const pageSize = 1000;
/** After how many single reads the list of all groups may be worth its calls. */
const readsBeforeListing = 64;
/** How many reads one page must stand for, so that a large directory is not listed for a few groups. */
const readsPerPage = 8;

interface Listed extends Objects {
  /** The attributes that were asked for, in lower case. */
  readonly attributes: ReadonlySet<string>;
}

/**
 * All groups of an identity store, as the list from a user's side shows them. The document has no other list of all;
 * where the installation refuses this one, nothing is concluded from it.
 */
export class GroupListing {
  readonly #api: UsersApi;
  readonly #storeId: string;
  readonly #userIdentity: string | undefined;
  readonly #signal: AbortSignal;
  readonly #snapshot: Snapshot<Listed | undefined>;
  readonly #wanted = new Map<string, string>();
  /** Groups that a call has tried to change: of them the list says nothing. */
  readonly #written = new Set<string>();
  #reads = 0;
  /** How many groups there are, once a page told. */
  #total = 0;
  #first: Promise<DirectoryObject | undefined> | undefined;

  constructor(api: UsersApi, storeId: string, userIdentity: string | undefined, signal: AbortSignal) {
    this.#api = api;
    this.#storeId = storeId;
    this.#userIdentity = userIdentity;
    this.#signal = signal;
    this.#snapshot = new Snapshot(() => this.#load());
  }

  /** Whether groups can be listed at all: needs the identity of a user. */
  get isPossible(): boolean {
    return this.#userIdentity !== undefined;
  }

  /** All groups. Throws where they cannot be listed. */
  async all(attributes: readonly string[]): Promise<DirectoryObject[]> {
    this.#want(attributes);
    const listed = await this.#snapshot.get(this.#signal, now());
    if (listed === undefined) {
      throw new SystemError(
        "GroupID lists all groups only from the side of a user: set `userIdentity` on the connection to the GUID of one.",
        "no",
      );
    }
    return this.#completeOf(listed);
  }

  /** Notes that a call has tried to change a group. */
  wrote(objectId: string): void {
    this.#written.add(canonicalIdentity(objectId));
  }

  /**
   * A group, where so many are read that a list of all costs less. `undefined` says nothing about whether it exists, and
   * what is shown of it may be late: the list comes from an index.
   */
  async read(objectId: string, attributes: readonly string[]): Promise<DirectoryObject | undefined> {
    this.#reads++;
    this.#want(attributes);
    if (!(await this.#isWorthIt())) {
      return undefined;
    }
    const key = canonicalIdentity(objectId);
    if (this.#written.has(key)) {
      return undefined;
    }
    const listed = await this.#snapshot.get(this.#signal);
    const isWhole = attributes.every((name) => listed?.attributes.has(name.toLowerCase()));
    const group = listed?.byId.get(key);
    // An installation may show less in this list than it is asked for.
    return isWhole && attributes.every((name) => group?.attributes.has(name.toLowerCase())) ? group : undefined;
  }

  /** The groups with a name in a container; `undefined` where the installation refuses the list. */
  async named(container: string, name: string, fresh: boolean): Promise<DirectoryObject[] | undefined> {
    const listed = await this.#snapshot.get(this.#signal, fresh ? now() : 0);
    return listed === undefined
      ? undefined
      : this.#completeOf(listed).filter((group) => isCalled(group, container, name));
  }

  /** Any group, or `undefined` where there is none or the installation refuses the list. */
  async any(): Promise<DirectoryObject | undefined> {
    this.#first ??= this.#measure();
    this.#first.catch(() => {
      this.#first = undefined;
    });
    return this.#first;
  }

  /** Whether so many groups are read that all of them cost fewer calls. */
  async #isWorthIt(): Promise<boolean> {
    if (!this.isPossible || this.#reads <= readsBeforeListing || (await this.any()) === undefined) {
      return false;
    }
    return Math.ceil(this.#total / pageSize) * readsPerPage <= this.#reads;
  }

  /** Learns how many groups there are, with one of them. */
  async #measure(): Promise<DirectoryObject | undefined> {
    const page = await this.#page(1, 1, []);
    this.#total = page?.total ?? 0;
    return page?.objects[0];
  }

  #want(attributes: readonly string[]): void {
    for (const name of attributes) {
      this.#wanted.set(name.toLowerCase(), name);
    }
  }

  /** Reads all pages, or nothing where the installation refuses the list. */
  async #load(): Promise<Listed | undefined> {
    const attributes = [...this.#wanted.values()];
    let isRefused = false;
    const objects = await readAllPages(1, async (page) => {
      const answer = await this.#page(page, pageSize, attributes);
      isRefused ||= answer === undefined;
      return answer ?? { total: 0, objects: [] };
    });
    this.#total = objects.byId.size;
    return isRefused ? undefined : { ...objects, attributes: new Set(attributes.map((name) => name.toLowerCase())) };
  }

  #completeOf(listed: Listed): DirectoryObject[] {
    return completeOf(listed, `groups of the identity store ${this.#storeId}`);
  }

  async #page(page: number, size: number, attributes: readonly string[]): Promise<Page | undefined> {
    if (this.#userIdentity === undefined) {
      return undefined;
    }
    try {
      const request = { page, pageSize: size, sortOrder: "ascending", nested: true, additional: true } as const;
      return await this.#api.groups(this.#storeId, this.#userIdentity, "all", request, attributes, this.#signal);
    } catch (error) {
      if (isNotOffered(error)) {
        return undefined;
      }
      throw error;
    }
  }
}
