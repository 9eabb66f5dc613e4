import * as z from "zod";

/**
 * How the installation behaves. The defaults are what was seen on NodeConductor 0.108 with its SaltStack plugin 0.5.0,
 * but for `strict`, which refuses what no document names so that nothing of the kind slips through, and for the quotas
 * of links, which an installation sets.
 */
export const saltstackBehaviour = z.strictObject({
  /** Whether fields and filters that no document names are refused. The installation that was seen ignores them. */
  strict: z.boolean().default(true),
  /** How long each state of a tenant lasts, and a user of a bulk request takes to appear, in milliseconds. */
  stateDuration: z.number().min(0).default(20),
  /** How many of the next tenants end Erred instead of Online, and what the backend says then. */
  failedProvisions: z.int().min(0).default(0),
  /** How many of the next deletions of tenants end Erred. */
  failedDeletions: z.int().min(0).default(0),
  backendError: z.string().default("Salt minion did not return in time."),
  /** Whether the deletion of an Erred tenant that has something behind it goes back to Erred before it is done. */
  waveringDeletion: z.boolean().default(true),
  /** How long an Erred tenant without anything behind it takes to delete: at once, or through the usual states. */
  erredDeletion: z.enum(["atOnce", "slow"]).default("atOnce"),
  /** Whether services can be made through the API; the installation that was seen refuses them. */
  serviceCreation: z.enum(["allowed", "refused"]).default("allowed"),
  /** Whether objects can be read one by one where the document does not say so. */
  impliedReads: z.boolean().default(true),
  /** The most that a page has, and what it has by default. */
  maximumPageSize: z.int().positive().default(300),
  defaultPageSize: z.int().positive().default(10),
  /** Whether the members of a group, too, come in pages. */
  pagedMembers: z.boolean().default(false),
  /** Whether lists without `o` come in an order that every write changes. */
  shuffled: z.boolean().default(true),
  /** Which lists take `o`: all, or those whose ordering the document names. */
  ordering: z.enum(["all", "documented"]).default("all"),
  /** Where URLs in answers lead. */
  publicUrl: z.url().default("http://saltstack.example.com/api"),
  /** Whether the signed-in user has a role; without one, lists are empty and links do not exist. */
  role: z.boolean().default(true),
  /** Whether delegations hold in both directions. */
  symmetricDelegations: z.boolean().default(true),
  /** Whether a PATCH of a user or room without `mailbox_size` crashes. */
  patchNeedsMailboxSize: z.boolean().default(true),
  /** What becomes of what a deleted user manages. */
  managed: z.enum(["cascade", "refuse"]).default("cascade"),
  /** Whether lists show the delivery members of groups, and the links of tenants; the document's samples do not. */
  listsShowAll: z.boolean().default(true),
  /** The usernames that a bulk request never makes, although it says that it will. */
  lostBulkUsers: z.array(z.string()).default([]),
  /** The quotas of new links in MB; what the installation that was seen has is a twentieth of it. */
  exchangeStorage: z.number().default(1_048_576),
  sharepointStorage: z.number().default(1_048_576),
});

export type SaltstackBehaviour = z.output<typeof saltstackBehaviour>;
