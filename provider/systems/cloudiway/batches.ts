import { type Moment, now, Snapshot } from "../../http/snapshot.ts";
import type { Operation } from "../../resource/definition.ts";
import { appliedOf, messageOf, NotFoundError, SystemError } from "../../resource/errors.ts";
import { KeyedLock } from "../../resource/keyedLock.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { Batch, BatchMember, CloudiwayApi } from "./api.ts";
import type { Groups } from "./groups.ts";
import { isInBatch, isInNoBatch, isSoAlready, RefusedError, refuses } from "./refusedError.ts";

/** How it went to put a group into a batch. */
export interface Joined {
  /** The number under which the batch shows the group, where that could be proven. */
  readonly customerGroupId: string | undefined;
  /** The group was in the batch before. */
  readonly existedBefore: boolean;
}

/** How often a group is added, or taken out, when the answers are lost. */
const attempts = 3;
/** How long a group that was added may be missing from the list of its batch, in seconds. */
const longestWaitForMember = 3;

/**
 * The batches of the project. The API shows the groups of a batch by numbers, and no call tells which tag a number belongs
 * to. It is proven by reading the batch before and after a group is added, with nothing else done to the batch between:
 * the one number that is new is the group's.
 */
export class Batches {
  readonly #api: CloudiwayApi;
  readonly #groups: Groups;
  readonly #signal: AbortSignal;
  readonly #locks = new KeyedLock();
  readonly #snapshots = new Map<string, Snapshot<ReadonlySet<string> | undefined>>();
  readonly #written = new Map<string, Moment>();
  /** Proven numbers by tag. */
  readonly #numbers = new Map<string, string>();
  /** What this run has put into each batch: the number of each group, where it was proven. */
  readonly #joined = new Map<string, Map<string, string | undefined>>();
  /** What this run is to put into each batch, and has not yet. */
  readonly #awaited = new Map<string, Set<string>>();

  constructor(api: CloudiwayApi, groups: Groups, signal: AbortSignal) {
    this.#api = api;
    this.#groups = groups;
    this.#signal = signal;
  }

  async read(batchName: string): Promise<Batch | undefined> {
    return this.#api.getBatch(batchName, this.#signal);
  }

  /** The numbers of the groups in a batch; `undefined` when there is no such batch. */
  async numbersIn(batchName: string, fresh: boolean): Promise<ReadonlySet<string> | undefined> {
    let snapshot = this.#snapshots.get(batchName);
    if (snapshot === undefined) {
      snapshot = new Snapshot(() => this.#numbersIn(batchName));
      this.#snapshots.set(batchName, snapshot);
    }
    return snapshot.get(this.#signal, fresh ? now() : this.#written.get(batchName));
  }

  /** The number of a group, where this run has proven it. */
  numberOf(migrationTag: string): string | undefined {
    return this.#numbers.get(migrationTag);
  }

  /** The groups that this run has put into a batch, with their numbers where these were proven. */
  joinedTo(batchName: string): ReadonlyMap<string, string | undefined> {
    return this.#joined.get(batchName) ?? new Map();
  }

  /** Notes which groups are to be put into a batch: until they are, they surely are not in it. */
  await(batchName: string, migrationTags: readonly string[]): void {
    this.#awaited.set(batchName, new Set(migrationTags));
  }

  /** Whether a group was to be put into a batch, and that has not succeeded. */
  isAwaited(batchName: string, migrationTag: string): boolean {
    return this.#awaited.get(batchName)?.has(migrationTag) === true;
  }

  /** Puts a group into a batch, alone, and proves its number. */
  join(batchName: string, migrationTag: string, operation: Operation): Promise<Joined> {
    return this.#locks.run(batchName, async () => {
      const joined = await this.#join(batchName, migrationTag, operation);
      const others = this.#joined.get(batchName) ?? new Map<string, string | undefined>();
      this.#joined.set(batchName, others.set(migrationTag, joined.customerGroupId));
      this.#awaited.get(batchName)?.delete(migrationTag);
      return joined;
    });
  }

  /**
   * Takes a group out of a batch; one that is not in it is left where it is, because the call takes a group out of whatever
   * batch it is in.
   */
  leave(batchName: string, migrationTag: string, number: string | undefined): Promise<void> {
    return this.#locks.run(batchName, async () => {
      await this.#leave(batchName, migrationTag, number);
      this.#joined.get(batchName)?.delete(migrationTag);
    });
  }

  /** Makes a batch and waits until it can be read, for `timeout` seconds at the most. */
  async create(batchName: string, timeout: number): Promise<Batch> {
    await this.#api.createBatch(batchName, this.#signal);
    const batch = await waitFor(() => this.read(batchName), { timeout, signal: this.#signal });
    if (batch === undefined) {
      throw new SystemError(`Cloudiway accepted the batch, but does not show it after ${timeout} s.`, "partly");
    }
    return batch;
  }

  /** Deletes a batch; where Cloudiway refuses that because of its groups, `members` leave it first. */
  async delete(batchName: string, members: ReadonlyMap<string, string | undefined>): Promise<void> {
    try {
      await this.#api.deleteBatch(batchName, this.#signal);
    } catch (error) {
      if (!refuses(error)) {
        throw error;
      }
      if ((await this.read(batchName)) === undefined) {
        throw vanishedBatch(batchName, error);
      }
      if (members.size === 0) {
        throw error;
      }
      for (const [migrationTag, number] of members) {
        await this.leave(batchName, migrationTag, number);
      }
      await this.#api.deleteBatch(batchName, this.#signal);
    } finally {
      this.#written.set(batchName, now());
    }
  }

  /** Starts or stops a batch. That it runs, or does not, already is no error. */
  async run(batchName: string, running: boolean): Promise<void> {
    try {
      await (running ? this.#api.startBatch(batchName, this.#signal) : this.#api.stopBatch(batchName, this.#signal));
    } catch (error) {
      if (refuses(error) && (await this.read(batchName)) === undefined) {
        throw vanishedBatch(batchName, error);
      }
      if (!(error instanceof RefusedError && isSoAlready(error.reason, running))) {
        throw error;
      }
    }
  }

  async #join(batchName: string, migrationTag: string, operation: Operation): Promise<Joined> {
    const before = await this.numbersIn(batchName, true);
    if (before === undefined) {
      throw new SystemError(`Cloudiway has no batch ${JSON.stringify(batchName)}.`, "no");
    }
    const known = this.#numbers.get(migrationTag);
    if (known !== undefined && before.has(known)) {
      return { customerGroupId: known, existedBefore: true };
    }
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#api.addToBatch(batchName, migrationTag, this.#signal);
        return {
          customerGroupId: await this.#proven(batchName, migrationTag, before, operation),
          existedBefore: false,
        };
      } catch (error) {
        if (error instanceof RefusedError && isInBatch(error, batchName)) {
          const number = attempt === 1 ? undefined : await this.#proven(batchName, migrationTag, before, operation);
          return { customerGroupId: number, existedBefore: attempt === 1 };
        }
        const isLost = appliedOf(error) === "unknown";
        if (this.#signal.aborted || (!isLost && attempt === 1)) {
          throw await this.#explained(error, migrationTag);
        }
        const added = without(before, await this.numbersIn(batchName, true));
        if (added.length > 0) {
          return { customerGroupId: this.#note(migrationTag, added), existedBefore: false };
        }
        if (!isLost || attempt === attempts) {
          throw error;
        }
      } finally {
        this.#written.set(batchName, now());
      }
    }
  }

  /** The one number that a batch has more than before. */
  async #proven(
    batchName: string,
    migrationTag: string,
    before: ReadonlySet<string>,
    { timeout, report }: Operation,
  ): Promise<string | undefined> {
    const added = await waitFor(
      async () => {
        const numbers = without(before, await this.numbersIn(batchName, true));
        return numbers.length === 0 ? undefined : numbers;
      },
      { timeout: Math.min(timeout, longestWaitForMember), signal: this.#signal },
    );
    const number = this.#note(migrationTag, added ?? []);
    if (number === undefined) {
      report(
        `cloudiway: the batch ${JSON.stringify(batchName)} shows ${added?.length ?? 0} new groups after one was added, ` +
          `so which of its numbers is the group ${migrationTag} is not observable.`,
      );
    }
    return number;
  }

  #note(migrationTag: string, added: readonly string[]): string | undefined {
    const [number, ...others] = added;
    if (number === undefined || others.length > 0) {
      return undefined;
    }
    this.#numbers.set(migrationTag, number);
    return number;
  }

  async #leave(batchName: string, migrationTag: string, given: string | undefined): Promise<void> {
    const number = given ?? this.#numbers.get(migrationTag);
    const before = await this.numbersIn(batchName, true);
    const isThere = before !== undefined && before.size > 0 && (number === undefined || before.has(number));
    if (!isThere) {
      return;
    }
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#api.removeFromBatch(migrationTag, this.#signal);
        return;
      } catch (error) {
        if (error instanceof RefusedError && isInNoBatch(error.reason)) {
          return;
        }
        const after = (await this.numbersIn(batchName, true)) ?? new Set();
        const isOut = number === undefined ? after.size < before.size : !after.has(number);
        if (isOut || (await this.#groups.explained(error, migrationTag)) instanceof NotFoundError) {
          return;
        }
        if (appliedOf(error) !== "unknown" || attempt === attempts || this.#signal.aborted) {
          throw error;
        }
      } finally {
        this.#written.set(batchName, now());
      }
    }
  }

  /** After a group was refused: the error, or that there is no such group. That is no word about the batch. */
  async #explained(error: unknown, migrationTag: string): Promise<unknown> {
    const explained = await this.#groups.explained(error, migrationTag);
    return explained instanceof NotFoundError
      ? new SystemError(messageOf(explained), "no", { cause: error })
      : explained;
  }

  async #numbersIn(batchName: string): Promise<ReadonlySet<string> | undefined> {
    const members = await this.#api.getBatchMembers(batchName, this.#signal);
    if (members !== undefined && members.length > 0) {
      return numbersOf(members);
    }
    // No value may stand for an empty list; and where the batch says other than its list, one look at that is no proof.
    const batch = await this.read(batchName);
    if (batch === undefined) {
      return undefined;
    }
    const again = (batch.groupCount ?? 0) > 0 ? await this.#api.getBatchMembers(batchName, this.#signal) : members;
    return numbersOf(again ?? []);
  }
}

function numbersOf(members: readonly BatchMember[]): ReadonlySet<string> {
  return new Set(members.map(({ customerGroupId }) => customerGroupId));
}

function vanishedBatch(batchName: string, cause: unknown): NotFoundError {
  return new NotFoundError(`Cloudiway has no batch ${JSON.stringify(batchName)}.`, { cause });
}

function without(before: ReadonlySet<string>, after: ReadonlySet<string> | undefined): string[] {
  return [...(after ?? [])].filter((number) => !before.has(number));
}
