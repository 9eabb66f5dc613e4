import type { BariumGroup } from "./group.ts";

/** The groups of one domain; finds them by ID, key and parent without a search, however many there are. */
export class Domain {
  readonly #groups = new Map<number, BariumGroup>();
  readonly #byKey = new Index<string>();
  readonly #byParent = new Index<number>();
  readonly #hidden = new Map<number, number>();

  /** In the order in which they were made. */
  get groups(): ReadonlyMap<number, BariumGroup> {
    return this.#groups;
  }

  /** Makes a group, or puts it in the place of the one with its ID. */
  set(group: BariumGroup): void {
    this.#unindex(group.id);
    this.#groups.set(group.id, group);
    this.#byKey.add(group.key, group.id);
    if (group.parentId !== null) {
      this.#byParent.add(group.parentId, group.id);
    }
  }

  delete(id: number): void {
    this.#unindex(id);
    this.#groups.delete(id);
    this.#hidden.delete(id);
  }

  /** The first group with a key. */
  withKey(key: string): BariumGroup | undefined {
    const [id] = this.#byKey.get(key);
    return id === undefined ? undefined : this.#groups.get(id);
  }

  childrenOf(id: number): BariumGroup[] {
    return [...this.#byParent.get(id)].flatMap((child) => this.#groups.get(child) ?? []);
  }

  /** Whether a group is another one, or somewhere below it. */
  isWithin(id: number, ancestor: number): boolean {
    const seen = new Set<number>();
    for (let at: number | null = id; at !== null && !seen.has(at); at = this.#groups.get(at)?.parentId ?? null) {
      if (at === ancestor) {
        return true;
      }
      seen.add(at);
    }
    return false;
  }

  /** Leaves a group out of the next `lists` lists. */
  hide(id: number, lists: number): void {
    if (lists > 0) {
      this.#hidden.set(id, lists);
    }
  }

  /** The groups that the next list shows; counts as a list. */
  list(): BariumGroup[] {
    const shown = [...this.#groups.values()].filter(({ id }) => !this.#hidden.has(id));
    for (const [id, lists] of this.#hidden) {
      if (lists > 1) {
        this.#hidden.set(id, lists - 1);
      } else {
        this.#hidden.delete(id);
      }
    }
    return shown;
  }

  #unindex(id: number): void {
    const group = this.#groups.get(id);
    if (group !== undefined) {
      this.#byKey.delete(group.key, id);
      this.#byParent.delete(group.parentId, id);
    }
  }
}

/** The IDs of the groups that share something. */
class Index<Shared> {
  readonly #ids = new Map<Shared, Set<number>>();

  get(shared: Shared): ReadonlySet<number> {
    return this.#ids.get(shared) ?? new Set();
  }

  add(shared: Shared, id: number): void {
    const ids = this.#ids.get(shared);
    if (ids === undefined) {
      this.#ids.set(shared, new Set([id]));
    } else {
      ids.add(id);
    }
  }

  delete(shared: Shared | null, id: number): void {
    if (shared === null) {
      return;
    }
    const ids = this.#ids.get(shared);
    if (ids?.delete(id) === true && ids.size === 0) {
      this.#ids.delete(shared);
    }
  }
}
