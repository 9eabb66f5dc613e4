import * as z from "zod";

/** What goes wrong, and with which requests. */
export const faultSchema = z.strictObject({
  /**
   * `status`: answers with `status` and `body`. `drop`: breaks the connection. `truncated`: announces more bytes than
   * it sends. `cut`: sends the first half of the JSON as if it were all. `html`: answers with an HTML page. `empty`:
   * answers with an empty body. `slow`: answers after `delay` milliseconds. `expired`: all sessions end first.
   * `partial`: the call is done in part only; of a call of many items, all but the first fail.
   */
  kind: z.enum(["status", "drop", "truncated", "cut", "html", "empty", "slow", "expired", "partial"]),
  /** Whether the request is carried out first; `slow` carries it out after the delay otherwise. */
  applied: z.boolean().default(false),
  /** Which requests are hit: all those that agree with each given part. `path` is whole, without its query. */
  match: z
    .strictObject({ system: z.string(), endpoint: z.string(), method: z.string(), path: z.string() })
    .partial()
    .default({}),
  /** How many matching requests pass before the first is hit. */
  skip: z.number().int().min(0).default(0),
  /** How many requests are hit; 0 stands for all. */
  times: z.number().int().min(0).default(1),
  /** Of `status` (default 500) and of `html` (default 200). */
  status: z.number().int().min(200).max(599).optional(),
  /** The seconds of a `Retry-After` header. */
  retryAfter: z.number().min(0).optional(),
  /** Of `status`; a sentence of the emulator's by default. */
  body: z.unknown().optional(),
  /** Milliseconds. */
  delay: z.number().min(0).default(1000),
});

/** A fault as it is asked for: only the kind is required. */
export type FaultOptions = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** What of a request decides whether a fault hits it. */
export type Target = Readonly<Required<Fault["match"]>>;

/** The faults that wait for their requests. */
export class Faults {
  #waiting: { readonly fault: Fault; seen: number; hit: number }[] = [];

  /** Throws for what is no fault. */
  add(options: FaultOptions): void {
    this.#waiting.push({ fault: faultSchema.parse(options), seen: 0, hit: 0 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that hits a request, if any: the first that was added. It counts as having hit it. */
  take(target: Target): Fault | undefined {
    for (const entry of this.#waiting) {
      const { match, skip, times } = entry.fault;
      const agrees = Object.entries(match).every(([part, value]) => target[part as keyof Target] === value);
      if (!agrees || (times > 0 && entry.hit >= times) || entry.seen++ < skip) {
        continue;
      }
      entry.hit++;
      return entry.fault;
    }
    return undefined;
  }
}
