import { type Moment, now, Snapshot } from "../../http/snapshot.ts";

/** How long an object that was made just now may be missing in the lists and yet be there, in seconds. */
export const longestInvisible = 3;

/** How the objects of a list are told apart. */
interface Naming<Item> {
  id(item: Item): string;
  /** What the object is called by its owner: its natural key. */
  key(item: Item): string;
}

interface Contents<Item> {
  readonly byId: ReadonlyMap<string, Item>;
  readonly byKey: ReadonlyMap<string, readonly Item[]>;
}

/** A whole list of the API, read page by page and shared by all who ask within a short time; a write makes it old. */
export class ObjectList<Item> {
  readonly #snapshot: Snapshot<Contents<Item>>;
  readonly #signal: AbortSignal;
  /** When objects were last written, by ID and by key: what was read before says nothing about them. */
  readonly #written = new Map<string, Moment>();
  #latestWrite: Moment = 0;

  constructor(load: (signal: AbortSignal) => Promise<Item[]>, naming: Naming<Item>, signal: AbortSignal) {
    this.#signal = signal;
    this.#snapshot = new Snapshot(async () => {
      const items = await load(signal);
      return {
        byId: new Map(items.map((item) => [naming.id(item), item])),
        byKey: Map.groupBy(items, (item) => naming.key(item)),
      };
    });
  }

  /** All objects, as they were after the last write at the earliest. `fresh`: as they are now. */
  async all(fresh = false): Promise<Item[]> {
    return [...(await this.#contents(fresh ? now() : this.#latestWrite)).byId.values()];
  }

  /** All objects as they were a short while ago, whatever was written since. */
  async recent(): Promise<Item[]> {
    return [...(await this.#contents()).byId.values()];
  }

  /** The object of an ID; `undefined` when the list, read after the last write of it, has none. */
  async withId(id: string, fresh = false): Promise<Item | undefined> {
    return (await this.#contents(fresh ? now() : this.#written.get(`id ${id}`))).byId.get(id);
  }

  /** The objects that have a natural key. */
  async withKey(key: string, fresh: boolean): Promise<readonly Item[]> {
    const found = (await this.#contents(fresh ? now() : this.#written.get(`key ${key}`))).byKey.get(key) ?? [];
    // An object that was changed or deleted by its ID after the list was read says nothing about its key.
    return fresh || found.length === 0 ? found : ((await this.#contents(this.#latestWrite)).byKey.get(key) ?? []);
  }

  /** Notes that an object was written, or may have been. */
  wrote({ id, key }: { readonly id?: string | undefined; readonly key?: string | undefined }): void {
    const moment = now();
    this.#latestWrite = moment;
    if (id !== undefined) {
      this.#written.set(`id ${id}`, moment);
    }
    if (key !== undefined) {
      this.#written.set(`key ${key}`, moment);
    }
  }

  #contents(since: Moment = 0): Promise<Contents<Item>> {
    return this.#snapshot.get(this.#signal, since);
  }
}

/** A key of several parts. */
export function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts.map((part) => part?.toLowerCase() ?? null));
}
