/** When an attempt has taken too long: a while after it began, or after something last came of it. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** @param seconds how long nothing may come. */
  constructor(seconds: number) {
    this.#timer = setTimeout(() => this.#controller.abort(), seconds * 1000);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something has come: the time begins anew. */
  extend(): void {
    this.#timer.refresh();
  }

  /** The attempt is over. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
