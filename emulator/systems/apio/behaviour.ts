import * as z from "zod";
import { groupFields } from "./group.ts";

/** What the document leaves open, or to the settings of an installation. */
export const apioBehaviour = z.strictObject({
  /** Where the criteria of a list are read from. */
  criteria: z.enum(["body", "query"]).default("body"),
  /** Whether a list is paged as it is asked, not at all, or its first page comes again and again. */
  paging: z.enum(["asAsked", "ignored", "stuck"]).default("asAsked"),
  /** What a create answers. */
  createAnswer: z.enum(["nothing", "empty", "group"]).default("nothing"),
  /** Whether the installation has the call that reads one group. */
  singleRead: z.boolean().default(true),
  /** Whether that call shows the group's ID. */
  singleReadShowsId: z.boolean().default(true),
  /** Whether that call shows more than is documented, which no PUT takes back. */
  showsMore: z.boolean().default(false),
  /** Whether answers have IDs in upper case, and numbers as texts. */
  restyles: z.boolean().default(false),
  /** Whether a write that is refused is answered with 200 all the same. */
  refusesWithSuccess: z.boolean().default(false),
  /** Whether a PUT clears what it leaves out. */
  putReplaces: z.boolean().default(true),
  /** AUTO_CREATE.GROUP_DEFAULT_DOMAIN: whether a default domain that does not exist is made. */
  autoCreateDomains: z.boolean().default(false),
  /** APIO_OBJECT_CREATION.RESELLER: whether a reseller that does not exist is made; the document's sample has it on. */
  autoCreateResellers: z.boolean().default(true),
  /** The resellers of the tenants that have one. */
  tenantResellers: z.record(z.string(), z.string()).default({}),
  /** The reseller that the signed-in user belongs to; `null` for a user of the system's operator. */
  userReseller: z.string().nullable().default(null),
  /** RESELLER_TENANT: whether such a user reaches the tenants of that reseller only. */
  resellerTenant: z.boolean().default(false),
  /** RESELLER_GROUP: whether such a user sees the groups of that reseller only. */
  resellerGroup: z.boolean().default(false),
  /** The templates of the category `group`, by name: what they set where a create does not. */
  templates: z
    .record(z.string(), groupFields.partial())
    .default({ default_grp_template: {}, other_template: { userLimit: 1000 } }),
  /** DEFAULT_TEMPLATES.GROUP_CREATE: the template of a create that names none; `null` for none. */
  defaultTemplate: z.string().nullable().default(null),
  /** How many reads a new group is missing from. */
  hiddenReads: z.int().min(0).default(0),
  /** How many of the next writes are done in part only, and answered with 207. */
  partialWrites: z.int().min(0).default(0),
});

export type ApioBehaviour = z.output<typeof apioBehaviour>;
