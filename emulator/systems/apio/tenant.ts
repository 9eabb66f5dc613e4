import type { ApioGroup } from "./group.ts";

/** The groups of one tenant. */
export class Tenant {
  readonly #groups = new Map<string, ApioGroup>();
  readonly #hidden = new Map<string, number>();

  get groups(): ReadonlyMap<string, ApioGroup> {
    return this.#groups;
  }

  /** Makes a group, or puts it in the place of the one with its ID. */
  set(group: ApioGroup): void {
    this.#groups.set(group.groupId, group);
  }

  delete(groupId: string): void {
    this.#groups.delete(groupId);
    this.#hidden.delete(groupId);
  }

  /** Leaves a group out of the next `reads` reads. */
  hide(groupId: string, reads: number): void {
    if (reads > 0) {
      this.#hidden.set(groupId, reads);
    }
  }

  /** Whether the next read shows a group; counts as a read of it. */
  shows({ groupId }: ApioGroup): boolean {
    const left = this.#hidden.get(groupId) ?? 0;
    if (left > 1) {
      this.#hidden.set(groupId, left - 1);
    } else {
      this.#hidden.delete(groupId);
    }
    return left === 0;
  }
}
