import * as z from "zod";

/** What the document leaves open. */
export const groupIdBehaviour = z.strictObject({
  /** How a read of something that does not exist is answered. */
  missing: z.enum(["status", "404", "null", "data"]).default("status"),
  /** What a create does with a name that a data source, a job, a collection or a route has already. */
  existingName: z.enum(["duplicate", "refuse"]).default("duplicate"),
  /** Whether the list of jobs shows the jobs of collections, too, before the others. */
  listsCopies: z.boolean().default(false),
  /** What a decision does to a workflow request that is decided already. */
  decidedRequest: z.enum(["refuse", "decide"]).default("refuse"),
  /** How long a token is valid, in seconds; the vendor's sample has 1200. */
  tokenLifetime: z.number().positive().default(1200),
  /** What names an object besides its GUID: nothing, or DNs and account names. */
  identities: z.enum(["any", "guid"]).default("any"),
  /**
   * How an attribute shows the objects that it names: `value` has the GUID and `dn` the DN, or `value` has one of them, or
   * the account name. `shouted`: the DN in capitals, with what is special in it escaped as bytes.
   */
  references: z.enum(["both", "dn", "guid", "name", "shouted"]).default("both"),
  /** How often an attribute shows each object that it names. */
  repeats: z.int().positive().default(1),
  /** What a create does with a name that exists. */
  existing: z.enum(["refuse", "duplicate"]).default("refuse"),
  /** Whether the actions of values add and remove, or values always take the place of all that are there. */
  actions: z.enum(["numbered", "ignored"]).default("numbered"),
  /** Whether the members of a group can be written as its attribute `member`. */
  memberAttribute: z.boolean().default(true),
  /** How many reads a new object is missing from. */
  hiddenReads: z.int().min(0).default(0),
  /** How many reads show an object as it was before it was changed. */
  lateReads: z.int().min(0).default(0),
  /** Whether an attribute without a value is left out of an answer. */
  omitsEmpty: z.boolean().default(false),
  /** Whether a list of identities is refused as a whole when one of them does not exist. */
  strictLists: z.boolean().default(false),
  /** Whether the lists of a user's groups show members, or none as if there were none. */
  listedMembers: z.boolean().default(true),
  /** What stands behind the last page of a list: nothing, or the last page again. */
  beyondPages: z.enum(["empty", "last"]).default("empty"),
  /** The most objects that a page has. */
  pageSize: z.int().positive().default(1000),
});

export type GroupIdBehaviour = z.output<typeof groupIdBehaviour>;
