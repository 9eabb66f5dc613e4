import * as z from "zod";

const word = z.string();

/** What the document leaves open. */
export const bariumBehaviour = z.strictObject({
  /** What a create does with a key that exists. */
  existingKey: z.enum(["update", "refuse", "duplicate"]).default("update"),
  /** What becomes of the children of a deleted group. */
  children: z.enum(["refuse", "cascade", "orphan"]).default("refuse"),
  /** How many groups a page has at the most. */
  pageSize: z.int().positive().default(1000),
  /** How many groups a page has when nothing else is asked for. */
  defaultTake: z.int().positive().default(1000),
  /** Whether IDs in answers are texts. */
  textIds: z.boolean().default(false),
  /** Whether the statuses of a call of many come in another order. */
  shuffled: z.boolean().default(false),
  /** Whether a call of many has statuses of the items that failed only. */
  failuresOnly: z.boolean().default(false),
  /** Whether answers have keys in lower case. */
  lowerCaseKeys: z.boolean().default(false),
  /** Whether an update clears the parent that it leaves out. */
  updateReplaces: z.boolean().default(false),
  /** How many lists a new group is missing from. */
  hiddenLists: z.int().min(0).default(0),
  /**
   * How long the answer of a sign-in is repeated, in milliseconds, even if its ticket has ended meanwhile. Barium Live
   * does so for 15,000; by default the emulator does not, because nobody wants to wait for that in a test.
   */
  authenticationCache: z.number().min(0).default(0),
  /** The statuses of items that succeeded. */
  words: z
    .strictObject({ added: word, updated: word, deleted: word })
    .default({ added: "added", updated: "updated", deleted: "deleted" }),
});

export type BariumBehaviour = z.output<typeof bariumBehaviour>;
