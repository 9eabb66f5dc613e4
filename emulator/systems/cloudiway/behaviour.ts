import * as z from "zod";

const word = z.string().min(1);
const connector = z.strictObject({ name: word, type: word });

/** What the document leaves open, and how far the project is. */
export const cloudiwayBehaviour = z.strictObject({
  /** Whether sentences stand without quotes, as in the document's samples, which makes an answer no JSON. */
  unquotedSentences: z.boolean().default(false),
  /** Where the text of an error stands: under `response`, under another key, or as the document garbles it (no JSON). */
  errorForm: z.enum(["response", "otherKey", "garbled"]).default("response"),
  /** Whether an error comes with a status of HTTP that says so. The document shows no error with its status. */
  errorStatus: z.enum(["ok", "http"]).default("ok"),
  /** What a read of something that does not exist answers: an error, or no value. */
  missing: z.enum(["error", "null"]).default("error"),
  /** What a create does with names that a group has already. */
  existingNames: z.enum(["duplicate", "refuse", "update"]).default("duplicate"),
  /** What the migration tag of names that several groups have is: all their tags, the first one, or an error. */
  tagsOfSameNames: z.enum(["all", "first", "error"]).default("all"),
  /** What the creation of a batch does with a name that exists. */
  existingBatch: z.enum(["refuse", "ignore"]).default("refuse"),
  /** What becomes of a group that is added to a second batch. */
  secondBatch: z.enum(["refuse", "move"]).default("refuse"),
  /** Whether a batch that still has groups can be deleted. */
  deletesBatchWithGroups: z.boolean().default(true),
  /** How many look-ups by names, and how many lists, a new group is missing from. */
  hiddenReads: z.int().min(0).default(0),
  /** Whether an update clears what it leaves out. */
  updateReplaces: z.boolean().default(false),
  /** Whether names are shown in small letters, however they were written. */
  smallLetters: z.boolean().default(false),
  /** Whether the list shows the URL of the target beside that of the source. */
  listShowsTargetUrl: z.boolean().default(true),
  /** The statuses that a migration goes through once it is started, and how long each but the last lasts, in milliseconds. */
  migration: z
    .strictObject({ statuses: z.array(word).min(1), step: z.number().min(0) })
    .default({ statuses: ["WORKING", "CALENDARPOSTPROCESS_DONE"], step: 600_000 }),
  /** How many group licenses are left to assign. */
  licenses: z.int().min(0).default(100),
  /** Whether the migration of a group without a license ends with LICENSE_EXCEEDED. */
  licenseRequired: z.boolean().default(false),
  /** The connectors of the project; the first ones as the document's samples have them. */
  sourceConnectors: z.array(connector).default([
    { name: "GroupStystem", type: "GroupSystem" },
    { name: "GSites Connector", type: "GSuite" },
    { name: "IN-Google-Demo", type: "GSuite" },
    { name: "IN-0365-Lab", type: "OneDrive" },
    { name: "OneDrive source", type: "OneDrive" },
    { name: "testonedrive", type: "OneDrive" },
    { name: "SourceConnector", type: "GSuite" },
    { name: "myConnectorName", type: "GSuite" },
  ]),
  targetConnectors: z.array(connector).default([
    { name: "GroupStystem", type: "GroupSystem" },
    { name: "GSites Connector", type: "GSuite" },
    { name: "IN-Google-Demo", type: "GSuite" },
    { name: "IN-0365-Lab", type: "OneDrive" },
    { name: "OneDrive target", type: "OneDrive" },
    { name: "testonedrive", type: "OneDrive" },
    { name: "OfficeTarget", type: "Office365" },
  ]),
});

export type CloudiwayBehaviour = z.output<typeof cloudiwayBehaviour>;
