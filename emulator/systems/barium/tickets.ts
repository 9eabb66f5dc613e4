/** The sign-ins of Barium Live: tickets, and the answer that is repeated for a while. */
export class Tickets {
  readonly #valid = new Set<string>();
  #last: { readonly ticket: string; readonly time: number } | undefined;
  #count = 0;

  /** A ticket: the last one, valid or not, if it was given out less than `cache` milliseconds ago. */
  give(cache: number): string {
    const time = performance.now();
    if (this.#last !== undefined && time - this.#last.time < cache) {
      return this.#last.ticket;
    }
    const ticket = `emulator-ticket-${++this.#count}`;
    this.#valid.add(ticket);
    this.#last = { ticket, time };
    return ticket;
  }

  has(ticket: string): boolean {
    return this.#valid.has(ticket);
  }

  expire(): void {
    this.#valid.clear();
  }
}
