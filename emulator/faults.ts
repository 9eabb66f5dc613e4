import * as z from "zod";

/** What goes wrong, and with which requests. */
export const faultSchema = z.strictObject({
  /**
   * `status`: answers with `status` and `body`. `drop`: breaks the connection. `truncated`: announces more bytes than
   * it sends. `cut`: sends the first half of the JSON as if it were all. `html`: answers with an HTML page. `empty`:
   * answers with an empty body. `slow`: answers after `delay` milliseconds. `expired`: all sessions end. `partial`:
   * every item but the first of a call of many fails.
   */
  kind: z.enum(["status", "drop", "truncated", "cut", "html", "empty", "slow", "expired", "partial"]),
  /** Whether the request is carried out first. */
  applied: z.boolean().default(false),
  /** Which requests are hit: all those that agree with each given part. */
  match: z.strictObject({ system: z.string(), endpoint: z.string(), method: z.string() }).partial().default({}),
  /** How many matching requests pass before the first is hit. */
  skip: z.number().int().min(0).default(0),
  /** How many requests are hit; 0 stands for all. */
  times: z.number().int().min(0).default(1),
  status: z.number().int().default(500),
  /** The seconds of a `Retry-After` header. */
  retryAfter: z.number().optional(),
  body: z.unknown().optional(),
  /** Milliseconds. */
  delay: z.number().default(1000),
});

/** A fault as it is asked for: only the kind is required. */
export type FaultOptions = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** The faults that wait for their requests. */
export class Faults {
  #waiting: { fault: Fault; seen: number; hit: number }[] = [];

  add(options: FaultOptions): void {
    this.#waiting.push({ fault: faultSchema.parse(options), seen: 0, hit: 0 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that hits a request, if any; it counts as having hit it. */
  take(request: { readonly system: string; readonly endpoint: string; readonly method: string }): Fault | undefined {
    for (const entry of this.#waiting) {
      const { match, skip, times } = entry.fault;
      const agrees = Object.entries(match).every(([part, value]) => request[part as keyof typeof request] === value);
      if (!agrees || (times > 0 && entry.hit >= times)) {
        continue;
      }
      if (entry.seen++ < skip) {
        continue;
      }
      entry.hit++;
      return entry.fault;
    }
    return undefined;
  }
}
