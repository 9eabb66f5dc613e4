import * as z from "zod";
import { job, jobInfo } from "./syncJob.ts";

/** `jobCollectionInfo`: the head of a collection (seeds/001, "Create a New Job Collection"). */
const collectionInfo = z.strictObject({
  id: z.int().min(0),
  jobCollectionGuid: z.string().nullable(),
  name: z.string().min(1),
  description: z.string().nullable(),
  totalJobs: z.int(),
  timesRun: z.int(),
  lastRunDate: z.string().nullable(),
  lastOutCome: z.string(),
  lastOutComeDisplayText: z.string().nullable(),
  nextRun: z.string().nullable(),
  created: z.string().nullable(),
  modified: z.string().nullable(),
  schedule: z.string().nullable(),
  smartgroupSchedule: z.string().nullable(),
  enabled: z.boolean(),
  jobs: z.array(jobInfo),
});

/** A whole collection: its jobs stand in it twice, by their heads and whole. */
export const collection = z
  .strictObject({
    isTemplate: z.boolean(),
    description: z.string().nullable(),
    isNotificationEnabled: z.boolean(),
    notificationSendIndividualEmail: z.boolean(),
    notifyWhen: z.int().min(0).max(3),
    notificationRecipients: z.string(),
    jobCollectionInfo: collectionInfo,
    jobs: z.array(job),
    totalJobs: z.int(),
    hasAccess: z.boolean(),
  })
  .superRefine(({ jobCollectionInfo: { jobs: heads }, jobs }, context) => {
    const [byHead, whole] = [heads, jobs.map((one) => one.jobInfo)].map((infos) =>
      infos.map(({ jobId, name, runOrder, type }) => `${jobId} ${name} ${runOrder} ${type}`).join(),
    );
    if (byHead !== whole) {
      context.addIssue({ code: "custom", path: ["jobs"], message: "not those of jobCollectionInfo", input: jobs });
    }
    if (jobs.some(({ jobInfo: { type } }) => type !== 2)) {
      context.addIssue({ code: "custom", path: ["jobs"], message: "the type of each must be 2", input: jobs });
    }
  });

export type Collection = z.output<typeof collection>;
export type CollectionInfo = z.output<typeof collectionInfo>;
