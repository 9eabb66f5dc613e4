import * as z from "zod";

const text = z.string();
const name = z.string().min(1);

/** What shows who calls; where it stands differs from call to call (seeds/000). */
const credentials = { consumerKey: name, consumerSecret: name };

/** GETs have the credentials in their query. */
export const query = z.strictObject(credentials);
export const namesQuery = z.strictObject({ ...credentials, sourceGroupName: name, targetGroupName: name });
export const batchQuery = z.strictObject({ ...credentials, batchName: name });

/** The calls about one group have them flat, beside the migration tag. */
export const taggedBody = z.strictObject({ ...credentials, migrationTag: name });
/** The table of removefrombatch writes MigrationTag, its example migrationTag. */
export const leavingBody = z.union([
  taggedBody,
  z
    .strictObject({ ...credentials, MigrationTag: name })
    .transform(({ MigrationTag, ...rest }) => ({ ...rest, migrationTag: MigrationTag })),
]);

const auth = z.strictObject(credentials);
/** Two calls have the migration tag among the credentials. */
const taggedAuth = z.strictObject({ ...credentials, migrationTag: name });

/** The calls about batches, and the one about a connector, have them under `auth`. */
export const batchBody = z.strictObject({ auth, batchName: name });
export const joiningBody = z.strictObject({ auth: taggedAuth, batchName: name });
export const connectorBody = z.strictObject({ auth, sourceConnectorName: name });

/** What create and update take of a group. */
export const groupFields = z.strictObject({
  sourceGroupName: name,
  targetGroupName: name,
  sourceGroupUrl: text,
  targetGroupUrl: text,
  sourceConnectorName: name,
  targetConnectorName: name,
  sourceEmail: text,
  recipientType: z.enum(["Office365_Unified_Groups", "Office365_Shared_Mailbox"]),
});
export const newGroup = groupFields
  .partial()
  .required({ sourceGroupName: true, targetGroupName: true })
  .extend({ auth });
/** The parameter table of update is another object's; its names are taken, too, and have no effect. */
export const changedGroup = groupFields
  .partial()
  .extend({ auth: taggedAuth, firstName: text.optional(), lastName: text.optional(), targetEmail: text.optional() });

/** What may be changed from outside in a group; `null` clears a field. */
export const groupChange = z
  .strictObject({
    ...groupFields.shape,
    sourceGroupUrl: text.nullable(),
    targetGroupUrl: text.nullable(),
    sourceConnectorName: name.nullable(),
    targetConnectorName: name.nullable(),
    sourceEmail: text.nullable(),
    recipientType: groupFields.shape.recipientType.nullable(),
    /** Ends the migration's own course. */
    status: name,
    licensed: z.boolean(),
  })
  .partial();
/** What may be changed from outside in a batch: whether it runs, and the migration tags of its groups. */
export const batchChange = z.strictObject({ running: z.boolean(), migrationTags: z.array(name) }).partial();

export type GroupFields = z.output<typeof groupFields>;
