/** The sign-ins of GroupID: bearer tokens that end by themselves. */
export class Tokens {
  readonly #ends = new Map<string, number>();
  #count = 0;

  /** @param lifetime in seconds. */
  give(lifetime: number): string {
    const token = `emulator-token-${++this.#count}`;
    this.#ends.set(token, performance.now() + lifetime * 1000);
    return token;
  }

  has(token: string): boolean {
    return (this.#ends.get(token) ?? 0) > performance.now();
  }

  expire(): void {
    this.#ends.clear();
  }
}
