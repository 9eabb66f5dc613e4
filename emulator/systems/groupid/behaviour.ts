import * as z from "zod";

/** What the document leaves open. */
export const groupIdBehaviour = z.strictObject({
  /** How a read of something that does not exist is answered. */
  missing: z.enum(["status", "404", "null"]).default("status"),
  /** How long a token is valid, in seconds; the vendor's sample has 1200. */
  tokenLifetime: z.number().positive().default(1200),
});

export type GroupIdBehaviour = z.output<typeof groupIdBehaviour>;
