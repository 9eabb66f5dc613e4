import * as z from "zod";

const text = z.string().nullable();
const moment = z.string().nullable();

/** `jobInfo`: the head of a job, which is also what lists show of it (seeds/001, "Create a New Job"). */
export const jobInfo = z.strictObject({
  jobId: z.int().min(0),
  templateId: z.int().nullable(),
  jobGuid: text,
  name: z.string().min(1),
  // 1: a job of its own. 2: a job of a collection. 3: a template.
  type: z.int().min(1).max(3),
  description: text,
  sourceProvider: z.string().min(1),
  destinationProvider: z.string().min(1),
  lastRun: moment,
  lastOutCome: z.string(),
  lastOutComeDisplayText: text,
  nextRun: moment,
  timesRun: z.int(),
  created: moment,
  modified: moment,
  schedule: text,
  smartgroupSchedule: text,
  enabled: z.boolean(),
  onFailure: z.enum(["Abort", "Continue"]),
  runOrder: z.int().min(0),
  isEnable: z.boolean(),
  action: z.int(),
  collectionId: z.int().nullable(),
  scheduledTask: text,
});

const fieldMap = z.strictObject({
  action: z.int(),
  sourceField: z.string(),
  destinationField: z.string().min(1),
  id: z.int(),
  delimiter: text,
  transform: text,
  forCreateOnly: z.boolean(),
  objectType: z.int(),
  isKey: z.boolean(),
  options: text,
});

const objectOption = z.strictObject({
  objectType: z.int(),
  id: z.int(),
  jobId: z.int(),
  isCreate: z.boolean(),
  displayName: z.string().min(1),
  isDelete: z.boolean(),
  isSelected: z.boolean(),
  containerOption: text,
  containerOptionValue: text,
  createObjectContainerStrategy: z.int(),
  isDeprovisioning: z.boolean(),
  objectTypeSettings: z.unknown(),
  action: z.int(),
});

const syncQuery = z.strictObject({
  action: z.int(),
  id: z.int(),
  queryFor: text,
  objectType: z.int(),
  query: z.string().min(1),
  queryType: z.enum(["SQL", "GroupID"]),
  isSource: z.boolean(),
  timeStampField: text,
  updateAll: z.boolean(),
});

const setting = z.strictObject({
  action: z.int(),
  id: z.int(),
  key: z.string().min(1),
  value: z.string(),
  dataType: z.enum(["System.Int32", "System.String", "System.Boolean"]),
  objectType: z.int().nullable(),
});

/** What of a job is written by hand. */
export const jobParts = {
  isTemplate: z.boolean(),
  jobInfo,
  fieldsMap: z.array(fieldMap),
  objectsOption: z.array(objectOption).min(1),
  syncQuery: z.array(syncQuery),
  settings: z.array(setting),
  // The samples of a collection leave these out.
  delimiterSchema: z.null().optional(),
  sourceSchema: z.null().optional(),
  destinationSchema: z.null().optional(),
  hasAccess: z.boolean(),
};

/** A whole job. */
export const job = z.strictObject(jobParts).superRefine(({ fieldsMap, settings }, context) => {
  for (const key of ["Source.Provider", "Source.ProviderType", "Destination.Provider", "Destination.ProviderType"]) {
    if (!settings.some((candidate) => candidate.key === key)) {
      context.addIssue({ code: "custom", path: ["settings"], message: `${key} is missing`, input: settings });
    }
  }
  if (fieldsMap.length > 0 && !fieldsMap.some(({ isKey }) => isKey)) {
    context.addIssue({ code: "custom", path: ["fieldsMap"], message: "no field is the key", input: fieldsMap });
  }
});

export type JobInfo = z.output<typeof jobInfo>;
export type Job = z.output<typeof job>;
