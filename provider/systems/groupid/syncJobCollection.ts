import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { type Properties, SystemError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { type Collection, type CollectionFields, notificationTimes } from "./api/syncJobCollections.ts";
import { definitionOf } from "./api/syncJobDefinition.ts";
import type { WireJob } from "./api/syncJobWire.ts";
import type { GroupIdClient } from "./client.ts";
import { wordOrNumber } from "./inputs.ts";
import { identified, type SyncJobs } from "./syncJobs.ts";
import { visible } from "./visible.ts";

const text = () => z.string().min(1).optional();

const notifications = z
  .strictObject({
    recipients: z
      .array(z.string().min(1))
      .min(1)
      .meta({ description: "The mail addresses of those who are told.", set: true }),
    when: wordOrNumber(notificationTimes, {
      typeName: "NotificationTime",
      description: "After which runs a mail is sent.",
      valueDescriptions: {
        always: "After each.",
        recordsUpdated: "When something was changed.",
        errors: "When some records failed.",
        failure: "When the collection failed.",
      },
    })
      .default("always")
      .meta({
        description:
          "After which runs a mail is sent. The words go out as 0 to 3, in the order of GroupID's interface: its document does not show which number is which. A number goes out as it is.",
      }),
    individualEmails: z
      .boolean()
      .default(false)
      .meta({ description: "Whether each recipient gets a mail of their own." }),
  })
  .meta({ typeName: "CollectionNotifications", description: "Who is told of the runs of a collection." });

const inputs = {
  name: z.string().min(1).meta({ description: "The name of the collection. It tells it from all others." }),
  description: text().meta({ description: "What the collection is for." }),
  jobs: z
    .array(identifier().meta({ refersTo: "groupid:SyncJob.jobId" }))
    .min(1)
    .meta({ description: "The IDs of the jobs, such as `job.jobId`, in the order in which they run." }),
  schedule: text().meta({ description: "The schedule of GroupID that runs the collection. By default none does." }),
  smartGroupSchedule: text().meta({ description: "The smart group update that runs along with it." }),
  notifications: notifications.optional().meta({
    description: "Who is told of its runs. Left out, notifications are not managed.",
  }),
};

/** `groupid.SyncJobCollection`: seeds/001, "Synchronize Jobs APIs". */
export const syncJobCollection = defineResource({
  type: "groupid:SyncJobCollection",
  description: `A collection of sync jobs that run one after the other.

GroupID copies the jobs into the collection: the single jobs stay beside it, and a job that is replaced leaves the
collection as it is until its new copy takes the place of the old one, in the same run. A copy that was changed in
GroupID shows as drift of \`jobs\`, with the ID of the copy; the next \`up\` puts a fresh copy of the job there.`,
  inputs,
  outputs: {
    jobCollectionId: z.string().meta({ description: "The ID that GroupID gave to the collection." }),
    created: z.string().optional().meta({ description: "When it was made, in ISO 8601." }),
    lastRun: z.string().optional().meta({ description: "When it last ran." }),
    lastOutcome: z.string().optional().meta({ description: "How that went, in GroupID's words." }),
    nextRun: z.string().optional().meta({ description: "When it runs next." }),
    timesRun: z.number().int().optional().meta({ description: "How often it has run." }),
  },
  id: ["jobCollectionId"],
  naturalKey: ["name"],

  list: {
    within: [],
    async read({ synchronization: { syncJobs } }: GroupIdClient) {
      const summaries = await syncJobs.collectionSummaries(true);
      const found = await Promise.all(summaries.map(({ jobCollectionId }) => syncJobs.collection(jobCollectionId)));
      return Promise.all(found.flatMap((one) => (one === undefined ? [] : [liveOf(syncJobs, one, {})])));
    },
  },

  async find({ synchronization: { syncJobs } }: GroupIdClient, written, { fresh }) {
    const named = (await syncJobs.collectionSummaries(fresh)).filter(({ name }) => name === written.name);
    const found = await Promise.all(named.map(({ jobCollectionId }) => syncJobs.collection(jobCollectionId)));
    return Promise.all(found.flatMap((one) => (one === undefined ? [] : [liveOf(syncJobs, one, written)])));
  },

  async create({ synchronization: { syncJobs } }: GroupIdClient, written, operation) {
    const jobs = await wholeJobs(syncJobs, written.jobs);
    const id = await syncJobs.write(() => syncJobs.collections.create(fieldsOf(written), jobs, operation.signal));
    const jobCollectionId = identified(id, "job collection");
    const known = { ...written, jobCollectionId };
    const made = await visible("collection", () => syncJobs.collection(jobCollectionId), known, operation);
    return { live: await liveOf(syncJobs, made, written) };
  },

  async read({ synchronization: { syncJobs } }: GroupIdClient, { jobCollectionId = "" }, _operation, known) {
    const found = await syncJobs.collection(jobCollectionId);
    return found === undefined ? undefined : liveOf(syncJobs, found, known);
  },

  updates: [
    {
      properties: ["name", "description", "jobs", "schedule", "smartGroupSchedule", "notifications"],
      async apply(
        { synchronization: { syncJobs } }: GroupIdClient,
        { jobCollectionId = "" },
        { inputs: all },
        { signal },
      ) {
        const [jobs, held] = await Promise.all([
          wholeJobs(syncJobs, all.jobs),
          syncJobs.collections.get(jobCollectionId, signal),
        ]);
        await syncJobs.write(() => syncJobs.collections.update(held, fieldsOf(all), jobs, signal));
        const after = await syncJobs.collections.get(jobCollectionId, signal);
        const [wanted, found] = [jobs, after.jobs].map((list) => list.map(({ jobinfo }) => jobinfo.name).join(", "));
        if (wanted !== found) {
          throw new SystemError(
            `GroupID took the change, but the collection runs the jobs ${found || "(none)"} now, and not ${wanted}.`,
            "partly",
          );
        }
        return undefined;
      },
    },
  ],

  async delete({ synchronization: { syncJobs } }: GroupIdClient, { jobCollectionId = "" }) {
    await syncJobs.deleteCollection(jobCollectionId);
  },
});

function fieldsOf({ jobs: _, ...fields }: z.output<z.ZodObject<typeof inputs>>): CollectionFields {
  return fields;
}

/** The jobs that the collection is to have copies of. Throws, naming its place, for one that there is not. */
async function wholeJobs(syncJobs: SyncJobs, jobIds: readonly string[]): Promise<WireJob[]> {
  const jobs = await Promise.all(jobIds.map((jobId) => syncJobs.job(jobId)));
  return jobs.map((job, index) => {
    if (job === undefined) {
      throw new SystemError(`jobs[${index}]: there is no sync job ${jobIds[index]}.`, "no");
    }
    return job;
  });
}

async function liveOf(syncJobs: SyncJobs, collection: Collection, written: Properties) {
  const { jobCollectionId, name, description, schedule, smartGroupSchedule, notifications: told } = collection;
  const { created, lastRun, lastOutcome, nextRun, timesRun } = collection;
  return {
    ...{ jobCollectionId, created, lastRun, lastOutcome, nextRun, timesRun },
    ...{ name, description, schedule, smartGroupSchedule },
    notifications: told as z.output<typeof notifications> | null,
    jobs: await originalsOf(syncJobs, collection, written),
  };
}

/**
 * The jobs that the copies of a collection were made from: of those that are written, or else of all, the one of the
 * same name and content. A copy without an original is called by its own ID.
 */
async function originalsOf(syncJobs: SyncJobs, { jobs: copies }: Collection, written: Properties): Promise<string[]> {
  const known = Array.isArray(written.jobs) ? (written.jobs as string[]) : undefined;
  const names = new Set(copies.map(({ jobinfo }) => jobinfo.name));
  const candidates =
    known ?? (await syncJobs.jobs(true)).filter(({ name }) => names.has(name)).map(({ jobId }) => jobId);
  const originals = (await Promise.all(candidates.map((jobId) => syncJobs.job(jobId)))).filter(
    (job) => job !== undefined,
  );
  return copies.map((copy) => {
    const original = originals.find((job) => job.jobinfo.jobid === copy.jobinfo.jobid || isCopy(copy, job));
    return (original ?? copy).jobinfo.jobid;
  });
}

/** Whether a job of a collection does what a single job does. When it runs is a matter of the collection. */
function isCopy(copy: WireJob, original: WireJob): boolean {
  const [a, b] = [copy, original].map((job) => {
    const { settings = {}, schedule: _, smartGroupSchedule: _other, objects, mappings, ...rest } = definitionOf(job);
    return { settings, rest: { ...rest, objects: sorted(objects), mappings: sorted(mappings) } };
  });
  // GroupID may add settings to one of them.
  const sameSettings = Object.entries(a?.settings ?? {}).every(([key, value]) => (b?.settings[key] ?? value) === value);
  return sameSettings && isDeepStrictEqual(a?.rest, b?.rest);
}

function sorted(items: readonly object[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}
