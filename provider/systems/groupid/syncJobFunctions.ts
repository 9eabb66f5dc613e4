import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import type { CollectionSummary } from "./api/syncJobCollections.ts";
import { definitionOf, isSecretSetting, type JobMapping } from "./api/syncJobDefinition.ts";
import { summaryOf } from "./api/syncJobs.ts";
import type { WireJob } from "./api/syncJobWire.ts";
import type { GroupIdClient } from "./client.ts";
import { syncJob } from "./syncJob.ts";
import { syncJobCollection } from "./syncJobCollection.ts";

const text = (description: string) => z.string().optional().meta({ description });
const number = (description: string) => z.number().int().optional().meta({ description });

const runOutputs = {
  created: text("When it was made."),
  lastRun: text("When it last ran."),
  lastOutcome: text("How that went, in GroupID's words."),
  nextRun: text("When it runs next."),
  timesRun: number("How often it has run."),
};
const summaryOutputs = {
  jobId: z.string().meta({ description: "The ID of the job." }),
  name: z.string().meta({ description: "Its name." }),
  description: text("What it is for."),
  sourceName: text("The name of what it reads."),
  destinationName: text("The name of what it writes."),
  schedule: text("The schedule that runs it."),
  enabled: z.boolean().meta({ description: "Whether it runs." }),
  onFailure: text("What becomes of the other jobs of its collection when it fails: `abort` or `continue`."),
  runOrder: number("Its place in a collection, from 1."),
  ...runOutputs,
};
const jobSummary = z
  .object(summaryOutputs)
  .meta({ typeName: "SyncJobSummary", description: "What a list shows of a job." });

/** The inputs of a job that are the same in what GroupID shows of it. */
const shown = [
  "source",
  "destination",
  "objects",
  "mappings",
  "sourceQuery",
  "destinationQuery",
  "timestampField",
  "owner",
  "settings",
] as const;
const definitionOutputs = Object.fromEntries(
  shown.map((name) => [name, (syncJob.inputs[name] as z.ZodType).optional()]),
) as Record<(typeof shown)[number], z.ZodOptional<z.ZodType>>;
const wholeOutputs = { ...summaryOutputs, ...definitionOutputs };
const wholeJob = z.object(wholeOutputs).meta({ typeName: "SyncJobResult", description: "A whole job." });

function wholeOf(job: WireJob) {
  const { mappings, settings = {}, ...definition } = definitionOf(job);
  const whole = {
    ...definition,
    mappings: mappings.map(withoutPassword),
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !isSecretSetting(key))),
  };
  const parts = Object.fromEntries(shown.map((name) => [name, withoutNulls(whole[name])]));
  return { ...present(summaryOf(job.jobinfo)), ...present(parts) };
}

/** Nobody asks for a job to learn the password that it sets. */
function withoutPassword({ transform, ...mapping }: JobMapping) {
  const { value: _, ...rules } = transform?.password ?? {};
  return {
    ...mapping,
    ...(transform?.password === undefined ? present({ transform }) : { transform: { password: rules } }),
  };
}

function withoutNulls(value: unknown): unknown {
  const isPlain = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPlain ? present(value) : value;
}

const pageInputs = {
  name: z.string().min(1).optional().meta({ description: "Only those with this name." }),
  pageSize: z.number().int().min(1).optional().meta({
    description: "How many to answer with at the most. By default all are read.",
  }),
  pageIndex: z.number().int().min(1).optional().meta({ description: "Which page, from 1." }),
};
const searchOf = ({
  name,
  pageSize,
  pageIndex,
}: {
  name?: string | undefined;
  pageSize?: number | undefined;
  pageIndex?: number | undefined;
}) =>
  name === undefined && pageSize === undefined && pageIndex === undefined
    ? undefined
    : { name, pageSize: pageSize ?? 100, pageIndex: pageIndex ?? 1 };

/** `groupid.getSyncJob`: GET DataSyncJobs/{jobId}/Details. */
export const getSyncJob = defineFunction({
  type: "groupid:getSyncJob",
  description: "Reads one sync job, whole, without passwords and other secret settings.",
  inputs: { jobId: identifier().meta({ description: "The ID of the job." }) },
  outputs: wholeOutputs,
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, { jobId }) {
    const job = await syncJobs.job(jobId);
    if (job === undefined) {
      throw new NotFoundError(`groupid:getSyncJob: there is no sync job ${jobId}.`);
    }
    return wholeOf(job);
  },
});

/** `groupid.getSyncJobs`: GET DataSyncJobs. */
export const getSyncJobs = defineFunction({
  type: "groupid:getSyncJobs",
  description: "Lists sync jobs: all, those of a name, or one page. Those of collections are not among them.",
  inputs: pageInputs,
  outputs: {
    jobs: z.array(jobSummary).meta({ description: "The jobs." }),
    total: z.number().int().meta({ description: "How many fit." }),
  },
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, inputs, { signal }) {
    const search = searchOf(inputs);
    const jobs = search === undefined ? await syncJobs.jobs(true) : undefined;
    const found =
      jobs === undefined
        ? await syncJobs.api.list(search ?? { pageSize: 100, pageIndex: 1 }, signal)
        : { items: jobs, total: jobs.length };
    return { jobs: found.items.map(present), total: found.total };
  },
});

const jobName = z
  .object({
    name: z.string().meta({ description: "The name." }),
    isTemplate: z.boolean().meta({ description: "Whether it is a template that GroupID brings along." }),
  })
  .meta({ typeName: "SyncJobName", description: "The name of a job or a template." });

/** `groupid.getSyncJobNames`: GET DataSyncJobs/Names. */
export const getSyncJobNames = defineFunction({
  type: "groupid:getSyncJobNames",
  description: "Lists the names of all jobs and templates.",
  inputs: {},
  outputs: { names: z.array(jobName).meta({ description: "The names." }) },
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, _inputs, { signal }) {
    return { names: await syncJobs.api.names(signal) };
  },
});

const collectionOutputs = {
  jobCollectionId: z.string().meta({ description: "The ID of the collection." }),
  name: z.string().meta({ description: "Its name." }),
  description: text("What it is for."),
  schedule: text("The schedule that runs it."),
  smartGroupSchedule: text("The smart group update that runs along with it."),
  totalJobs: number("How many jobs it has."),
  modified: text("When it was last changed."),
  ...runOutputs,
};
const collectionSummary = z
  .object(collectionOutputs)
  .meta({ typeName: "SyncJobCollectionSummary", description: "What a list shows of a collection." });

function collectionOf({ notifications: _, ...summary }: CollectionSummary) {
  return present(summary);
}

/** `groupid.getSyncJobCollection`: GET DataSyncJobs/Collections/{jobCollectionId}/Details. */
export const getSyncJobCollection = defineFunction({
  type: "groupid:getSyncJobCollection",
  description: "Reads one job collection with its jobs, whole.",
  inputs: { jobCollectionId: identifier().meta({ description: "The ID of the collection." }) },
  outputs: {
    ...collectionOutputs,
    notifications: (syncJobCollection.inputs.notifications as z.ZodType).optional().meta({
      description: "Who is told of its runs. Absent where nobody is.",
    }),
    jobs: z.array(wholeJob).meta({ description: "Its jobs, in the order in which they run." }),
  },
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, { jobCollectionId }) {
    const found = await syncJobs.collection(jobCollectionId);
    if (found === undefined) {
      throw new NotFoundError(`groupid:getSyncJobCollection: there is no job collection ${jobCollectionId}.`);
    }
    const { jobs, notifications, wire: _, ...summary } = found;
    return {
      ...collectionOf(summary),
      totalJobs: jobs.length,
      ...(notifications === null ? {} : { notifications }),
      jobs: jobs.map(wholeOf),
    };
  },
});

/** `groupid.getSyncJobCollections`: GET DataSyncJobs/Collections. */
export const getSyncJobCollections = defineFunction({
  type: "groupid:getSyncJobCollections",
  description: "Lists job collections: all, those of a name, or one page.",
  inputs: pageInputs,
  outputs: {
    collections: z.array(collectionSummary).meta({ description: "The collections." }),
    total: z.number().int().meta({ description: "How many fit." }),
  },
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, inputs, { signal }) {
    const search = searchOf(inputs);
    if (search === undefined) {
      const all = await syncJobs.collectionSummaries(true);
      return { collections: all.map(collectionOf), total: all.length };
    }
    const found = await syncJobs.collections.list(search, signal);
    return { collections: found.items.map(collectionOf), total: found.total };
  },
});

/** `groupid.getSyncJobCollectionJobs`: GET DataSyncJobs/Collections/Details. */
export const getSyncJobCollectionJobs = defineFunction({
  type: "groupid:getSyncJobCollectionJobs",
  description: "Lists the jobs of a collection, one page.",
  inputs: {
    jobCollectionId: identifier().meta({ description: "The ID of the collection." }),
    ...pageInputs,
    name: z
      .string()
      .optional()
      .meta({ description: "The name of the collection, which GroupID's own example gives along." }),
  },
  outputs: {
    jobs: z.array(jobSummary).meta({ description: "The jobs, in the order in which they run." }),
    total: z.number().int().meta({ description: "How many there are." }),
  },
  async invoke({ synchronization: { syncJobs } }: GroupIdClient, { jobCollectionId, ...inputs }, { signal }) {
    const search = searchOf(inputs) ?? { pageSize: 100, pageIndex: 1 };
    const { items, total } = await syncJobs.collections.jobs(jobCollectionId, search, signal);
    return { jobs: items.map(present), total };
  },
});

/** All functions of sync jobs and their collections. */
export const syncJobFunctions = [
  getSyncJob,
  getSyncJobs,
  getSyncJobNames,
  getSyncJobCollection,
  getSyncJobCollections,
  getSyncJobCollectionJobs,
];
