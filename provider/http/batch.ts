import { StatusError } from "./statusError.ts";

/** The gap after which a batch leaves, in milliseconds: before anything is known, and its bounds. */
const firstGap = 100;
const shortestGap = 10;
const longestGap = 1000;
/** How many usual distances between arrivals make a gap, and how many usual pauses after a batch has returned. */
const distancesPerGap = 4;
const pausesPerGap = 2;
/** How much the newest observation counts in the usual one. */
const weight = 0.3;

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** The statuses of a call that is refused for what it holds: one item that is wrong, or too many of them. */
const refusedForItems = new Set([400, 413, 422]);

/** How often a gap must bring nothing more before the number of calls is believed. */
const confirmations = 2;
/** For how many batches that is believed: at first, and at the most. Each gap that again brings nothing more doubles it. */
const firstTrust = 16;
const longestTrust = 64;

/**
 * Gathers calls that the engine hands over one by one into calls of many. A batch leaves when as many calls are
 * waiting as were ever seen under way at once, because then no more can come; else after a gap that follows the
 * distances at which calls arrive. While a batch is under way the next one gathers: those whose calls have returned
 * soon come again. Ever more rarely it waits for the gap all the same: where one call at a time is
 * sent at once, the next is never seen to wait beside it.
 *
 * A batch that is refused as a whole goes out again in halves, so that an item that is wrong fails alone.
 */
export class Batch<Item, Result> {
  readonly #send: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>;
  readonly #maximumSize: number;
  #waiting: Waiting<Item, Result>[] = [];
  #sending = 0;
  /** The most calls that were ever under way at once. */
  #most = 0;
  #confirmed = 0;
  #trust = firstTrust;
  #sinceProbe = 0;
  /** The usual time between two arrivals, and between the return of a batch and the next arrival. */
  #distance: number | undefined;
  #pause: number | undefined;
  #lastArrival = 0;
  #lastReturn: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param send sends many at once and answers for each, in their order: its result, or its error. What it throws is
   *   the error of all.
   * @param maximumSize how many items a call may have.
   */
  constructor(send: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>, maximumSize: number) {
    this.#send = send;
    this.#maximumSize = maximumSize;
  }

  /** Sends an item with the next batch, and answers with its own result. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#observeArrival();
      this.#waiting.push({ item, resolve, reject });
      this.#observeMost();
      if (this.#waiting.length >= this.#maximumSize || this.#isComplete()) {
        this.#sinceProbe++;
        this.#leave();
      } else {
        this.#await();
      }
    });
  }

  #observeArrival(): void {
    const time = performance.now();
    if (this.#lastReturn !== undefined) {
      this.#pause = average(this.#pause, time - this.#lastReturn);
      this.#lastReturn = undefined;
    } else if (this.#waiting.length > 0) {
      this.#distance = average(this.#distance, time - this.#lastArrival);
    }
    this.#lastArrival = time;
  }

  #observeMost(): void {
    const underWay = this.#waiting.length + this.#sending;
    if (underWay > this.#most) {
      this.#most = underWay;
      this.#confirmed = 0;
      this.#trust = firstTrust;
    }
  }

  #isComplete(): boolean {
    return this.#waiting.length >= this.#most && this.#confirmed >= confirmations && this.#sinceProbe < this.#trust;
  }

  /** Waits for a gap; while a batch is under way, for its return and then a gap. */
  #await(): void {
    clearTimeout(this.#timer);
    if (this.#sending === 0) {
      this.#timer = setTimeout(() => this.#leaveAfterGap(), this.#gap());
    }
  }

  #gap(): number {
    if (this.#distance === undefined) {
      return firstGap;
    }
    const gap = Math.max(this.#distance * distancesPerGap, (this.#pause ?? 0) * pausesPerGap);
    return Math.min(Math.max(gap, shortestGap), longestGap);
  }

  #leaveAfterGap(): void {
    if (this.#waiting.length >= this.#most) {
      if (this.#confirmed >= confirmations) {
        this.#trust = Math.min(this.#trust * 2, longestTrust);
      }
      this.#confirmed++;
      this.#sinceProbe = 0;
    }
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#timer);
    const batch = this.#waiting;
    this.#waiting = [];
    this.#sending += batch.length;
    void this.#answer(batch).finally(() => {
      this.#sending -= batch.length;
      this.#lastReturn = performance.now();
      if (this.#waiting.length > 0) {
        this.#await();
      }
    });
  }

  /** Sends a batch and gives each item its own result. */
  async #answer(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#send(batch.map(({ item }) => item));
      for (const [index, waiting] of batch.entries()) {
        const result = results[index];
        if (result instanceof Error) {
          waiting.reject(result);
        } else {
          waiting.resolve(result as Result);
        }
      }
    } catch (error) {
      if (batch.length > 1 && error instanceof StatusError && refusedForItems.has(error.status)) {
        const middle = Math.ceil(batch.length / 2);
        await this.#answer(batch.slice(0, middle));
        await this.#answer(batch.slice(middle));
        return;
      }
      for (const waiting of batch) {
        waiting.reject(error);
      }
    }
  }
}

function average(usual: number | undefined, newest: number): number {
  return usual === undefined ? newest : weight * newest + (1 - weight) * usual;
}
