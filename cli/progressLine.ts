/** How often the line is written anew, in milliseconds. */
const interval = 100;

/** One line on the terminal that says how far a command is; nothing where standard error is no terminal. */
export class ProgressLine {
  readonly #isShown = process.stderr.isTTY === true;
  #last = 0;
  #isWritten = false;

  /** @param total how much there is, where that is known. */
  show(text: string, done: number, total: number | undefined): void {
    const now = performance.now();
    if (this.#isShown && (now - this.#last > interval || done === total)) {
      this.#last = now;
      this.#isWritten = true;
      process.stderr.write(`\r\x1b[2K${text}: ${done}${total === undefined ? "" : ` of ${total}`}`);
    }
  }

  /** Writes a line that stays. */
  note(message: string): void {
    this.end();
    process.stderr.write(`${message}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isWritten) {
      process.stderr.write("\r\x1b[2K");
      this.#isWritten = false;
    }
  }
}
