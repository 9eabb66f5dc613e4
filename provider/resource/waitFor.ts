import { setTimeout as sleep } from "node:timers/promises";

/** The first and the longest pause between two looks, in milliseconds; each pause is twice the one before. */
const firstPause = 100;
const longestPause = 5_000;

/**
 * Looks again and again, with growing pauses, until `look` answers something. Answers `undefined` when `timeout`
 * seconds have passed without; throws the reason of `signal` when that ends the wait.
 */
export async function waitFor<Result>(
  look: () => Promise<Result | undefined>,
  { timeout, signal }: { readonly timeout: number; readonly signal: AbortSignal },
): Promise<Result | undefined> {
  const end = performance.now() + timeout * 1000;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const result = await look();
    if (result !== undefined || performance.now() + pause > end) {
      return result;
    }
    await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
