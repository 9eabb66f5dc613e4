import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Batch } from "../../provider/http/batch.ts";
import { now, Snapshot } from "../../provider/http/snapshot.ts";
import { StatusError } from "../../provider/http/statusError.ts";

const { signal } = new AbortController();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a batch", () => {
  /** An engine with so many workers that hand over `count` items, each some time after the one before. */
  async function drive(workers: number, count: number, distance: number): Promise<number[]> {
    const sizes: number[] = [];
    const batch = new Batch<number, number>(async (items) => {
      sizes.push(items.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items.map((item) => item * 2);
    }, 250);
    let next = 0;
    let free = workers;
    let answered = 0;
    while (answered < count) {
      if (free > 0 && next < count) {
        free--;
        const item = next++;
        void batch.add(item).then((result) => {
          expect(result).toBe(item * 2);
          answered++;
          free++;
        });
      }
      await vi.advanceTimersByTimeAsync(distance);
    }
    return sizes;
  }

  it.each([
    { workers: 8, distance: 5 },
    { workers: 8, distance: 40 },
    { workers: 64, distance: 20 },
  ])("holds what $workers workers hand over every $distance ms", async ({ workers, distance }) => {
    const sizes = await drive(workers, 1000, distance);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
    expect(sizes.length).toBeLessThanOrEqual((1.2 * 1000) / workers + 3);
  });

  it("does not keep a single worker waiting for company forever", async () => {
    const sizes = await drive(1, 20, 5);
    expect(sizes).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it("asks ever more rarely whether more will come, and anew once more have", async () => {
    let waits = 0;
    const batch = new Batch<number, undefined>(async (added) => {
      waits += added.every((time) => time === performance.now()) ? 0 : 1;
      return added.map(() => undefined);
    }, 250);
    const add = async (count: number) => {
      const results = Array.from({ length: count }, () => batch.add(performance.now()));
      await vi.advanceTimersByTimeAsync(2000);
      await Promise.all(results);
    };
    const repeat = async (batches: number, count: number) => {
      waits = 0;
      for (let i = 0; i < batches; i++) {
        await add(count);
      }
      return waits;
    };
    const believed = [16, 32, 64, 64];
    expect(await repeat(2, 1)).toBe(2);
    for (const batches of believed) {
      expect(await repeat(batches, 1)).toBe(0);
      expect(await repeat(1, 1)).toBe(1);
    }
    await add(2);
    expect(await repeat(2, 2)).toBe(2);
    expect(await repeat(16, 2)).toBe(0);
    expect(await repeat(1, 2)).toBe(1);
  });

  it("gives each item its own error, and all of them the error of the call", async () => {
    const single = new Batch<number, string>(
      async (items) => items.map((item) => (item === 1 ? new Error("one") : "fine")),
      10,
    );
    const results = Promise.allSettled([single.add(0), single.add(1)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const whole = new Batch<number, string>(() => Promise.reject(new Error("all")), 10);
    const failed = Promise.allSettled([whole.add(0), whole.add(1)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("that is refused as a whole goes out again in halves, until what is wrong is alone", async () => {
    const sent: number[][] = [];
    const batch = new Batch<number, number>(async (items) => {
      sent.push([...items]);
      if (items.includes(2)) {
        const answer = { status: 400, statusText: "Bad Request", body: {}, words: "2 is wrong", attempts: 1 };
        throw new StatusError({ method: "POST", url: "http://x" }, answer);
      }
      return [...items];
    }, 250);
    const results = Promise.allSettled([0, 1, 2, 3].map((item) => batch.add(item)));
    await vi.advanceTimersByTimeAsync(1000);
    expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(sent).toEqual([[0, 1, 2, 3], [0, 1], [2, 3], [2], [3]]);
  });

  it("is never larger than it may be", async () => {
    const sizes: number[] = [];
    const batch = new Batch<number, number>(async (items) => {
      sizes.push(items.length);
      return [...items];
    }, 3);
    const all = Promise.all(Array.from({ length: 7 }, (_, item) => batch.add(item)));
    await vi.advanceTimersByTimeAsync(2000);
    await all;
    expect(Math.max(...sizes)).toBe(3);
  });
});

describe("a snapshot", () => {
  it("is read once for all who ask, and twice at the most for all who ask afresh", async () => {
    let loads = 0;
    const snapshot = new Snapshot(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return ++loads;
    });
    const many = Promise.all(Array.from({ length: 50 }, () => snapshot.get(signal)));
    await vi.advanceTimersByTimeAsync(100);
    expect(new Set(await many)).toEqual(new Set([1]));
    const fresh = Promise.all(Array.from({ length: 50 }, () => snapshot.get(signal, now())));
    await vi.advanceTimersByTimeAsync(100);
    await fresh;
    expect(loads).toBeLessThanOrEqual(3);
  });

  it("that takes minutes to read is read once all the same", async () => {
    let loads = 0;
    const snapshot = new Snapshot(async () => {
      await new Promise((resolve) => setTimeout(resolve, 120_000));
      return ++loads;
    });
    const first = snapshot.get(signal);
    await vi.advanceTimersByTimeAsync(130_000);
    expect([await first, await snapshot.get(signal)]).toEqual([1, 1]);
  });

  it("never answers what was read before the moment that counts", async () => {
    let value = "old";
    const snapshot = new Snapshot(async () => value);
    expect(await snapshot.get(signal)).toBe("old");
    value = "new";
    expect(await snapshot.get(signal)).toBe("old");
    expect(await snapshot.get(signal, now())).toBe("new");
  });

  it("is dropped after a minute, and after a failure", async () => {
    let loads = 0;
    const snapshot = new Snapshot(async () => {
      loads++;
      if (loads === 2) {
        throw new Error("out of order");
      }
      return loads;
    });
    expect(await snapshot.get(signal)).toBe(1);
    await vi.advanceTimersByTimeAsync(61_000);
    await expect(snapshot.get(signal)).rejects.toThrow("out of order");
    expect(await snapshot.get(signal)).toBe(3);
  });
});
