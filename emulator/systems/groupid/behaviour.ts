import * as z from "zod";

/** What the document leaves open. */
export const groupIdBehaviour = z.strictObject({
  /** How a read of something that does not exist is answered. */
  missing: z.enum(["status", "404", "null"]).default("status"),
  /** What a create does with a name that a data source, a job, a collection or a route has already. */
  existingName: z.enum(["duplicate", "refuse"]).default("duplicate"),
  /** What a decision does to a workflow request that is decided already. */
  decidedRequest: z.enum(["refuse", "decide"]).default("refuse"),
  /** How long a token is valid, in seconds; the vendor's sample has 1200. */
  tokenLifetime: z.number().positive().default(1200),
});

export type GroupIdBehaviour = z.output<typeof groupIdBehaviour>;
