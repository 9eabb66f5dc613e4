/** How long a snapshot serves, in milliseconds: long enough for a refresh of thousands, and no longer. */
const maximumAge = 60_000;

let sequence = 0;

/** A moment that can be compared with others: later moments are greater. */
export type Moment = number;

/** The present moment. */
export function now(): Moment {
  return ++sequence;
}

interface Load<Contents> {
  readonly begun: Moment;
  readonly time: number;
  readonly contents: Promise<Contents>;
  settled: boolean;
}

/**
 * A whole list of a system, read once for all who ask within a short time. However many ask afresh together, the
 * list is read at most twice.
 */
export class Snapshot<Contents> {
  readonly #load: (signal: AbortSignal) => Promise<Contents>;
  #latest: Load<Contents> | undefined;

  constructor(load: (signal: AbortSignal) => Promise<Contents>) {
    this.#load = load;
  }

  /** The list as it was read at some time after the moment `since`. */
  async get(signal: AbortSignal, since: Moment = 0): Promise<Contents> {
    for (;;) {
      const latest = this.#latest;
      if (latest !== undefined && latest.begun > since && performance.now() - latest.time < maximumAge) {
        return latest.contents;
      }
      if (latest === undefined || latest.settled) {
        return this.#begin(signal);
      }
      await latest.contents.catch(() => undefined);
    }
  }

  #begin(signal: AbortSignal): Promise<Contents> {
    const load: Load<Contents> = {
      begun: now(),
      time: performance.now(),
      contents: this.#load(signal),
      settled: false,
    };
    this.#latest = load;
    load.contents.then(
      () => {
        load.settled = true;
      },
      () => {
        load.settled = true;
        if (this.#latest === load) {
          this.#latest = undefined;
        }
      },
    );
    return load.contents;
  }
}
