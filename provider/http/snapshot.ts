/** How long a snapshot serves after it was read, in milliseconds: long enough for a refresh of thousands. */
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
  readonly contents: Promise<Contents>;
  /** When all of it was read. A list that takes minutes to read would otherwise be out of date before it serves. */
  ended?: number;
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
      if (latest !== undefined && latest.begun > since && !isOver(latest)) {
        return latest.contents;
      }
      if (latest === undefined || latest.ended !== undefined) {
        return this.#begin(signal);
      }
      await latest.contents.catch(() => undefined);
    }
  }

  #begin(signal: AbortSignal): Promise<Contents> {
    const load: Load<Contents> = { begun: now(), contents: this.#load(signal) };
    this.#latest = load;
    load.contents.then(
      () => {
        load.ended = performance.now();
      },
      () => {
        load.ended = performance.now();
        if (this.#latest === load) {
          this.#latest = undefined;
        }
      },
    );
    return load.contents;
  }
}

function isOver({ ended }: Load<unknown>): boolean {
  return ended !== undefined && performance.now() - ended >= maximumAge;
}
