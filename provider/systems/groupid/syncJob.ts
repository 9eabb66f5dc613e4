import * as z from "zod";
import { defineResource, type Values, type Violation } from "../../resource/definition.ts";
import type { Properties } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import {
  definitionOf,
  inputOfSetting,
  isSecretSetting,
  isUnasked,
  type JobDefinition,
  type JobObject,
  type JobProvider,
} from "./api/syncJobDefinition.ts";
import { summaryOf } from "./api/syncJobs.ts";
import { type Transform, transformOf } from "./api/syncJobTransform.ts";
import type { WireJob } from "./api/syncJobWire.ts";
import type { GroupIdClient } from "./client.ts";
import { visible } from "./visible.ts";

const text = () => z.string().min(1).optional();
const typeWord = () =>
  z.string().regex(/^(user|group|\d+)$/, {
    error: "must be `user`, `group`, or the number that GroupID has for another type of objects",
  });

const provider = z
  .strictObject({
    dataSourceId: identifier().optional().meta({
      description: "The ID of a data source, such as `source.dataSourceId`. Either this or `identityStoreId`.",
      refersTo: "groupid:DataSource.dataSourceId",
    }),
    table: text().meta({ description: "The table, the view or the sheet of the data source." }),
    identityStoreId: identifier().optional().meta({
      description: "The ID of an identity store. Either this or `dataSourceId`.",
    }),
    identityStoreName: text().meta({
      description: "The name of the identity store, which GroupID wants beside its ID and no call tells.",
    }),
    provider: text().meta({
      description:
        "GroupID's name for what the identity store is, such as `Active Directory` (the default) or `Microsoft Entra ID`.",
    }),
    container: text().meta({ description: "The DN of the container of the identity store.", ignoreCase: true }),
    includeSubContainers: z.boolean().optional().meta({ description: "Whether the containers below it count, too." }),
  })
  .meta({ typeName: "SyncJobProvider", description: "What a job reads, or what it writes." });

const jobObject = z
  .strictObject({
    type: typeWord().meta({
      description: "The type of the objects: `user`, `group`, or the number that GroupID has for another one.",
    }),
    create: z.boolean().default(true).meta({ description: "Whether objects that are missing are made." }),
    delete: z
      .boolean()
      .default(false)
      .meta({ description: "Whether objects that are gone from the source are deleted." }),
    deprovision: z.boolean().default(false).meta({ description: "Whether they are deprovisioned." }),
    container: text().meta({
      description: "The DN of the container for new objects. By default that of `destination`.",
      ignoreCase: true,
    }),
  })
  .meta({ typeName: "SyncJobObject", description: "What a job does with one type of objects." });

const join = z
  .strictObject({
    fields: z
      .array(z.string().min(1))
      .length(2, { error: "must be two fields" })
      .meta({ description: "The two fields of the source." }),
    separator: z.string().default("").meta({ description: "What stands between them." }),
  })
  .meta({ typeName: "JoinTransform", description: "Two fields of the source, one after the other." });

const passwordTransform = z
  .strictObject({
    value: text().meta({ description: "The password that all new objects get.", secret: true, writeOnly: true }),
    length: z.number().int().min(6).max(99).default(7).meta({ description: "How long a generated password is." }),
    uppercase: z.boolean().default(true).meta({ description: "Whether it has letters from A to Z." }),
    lowercase: z.boolean().default(true).meta({ description: "Whether it has letters from a to z." }),
    digits: z.boolean().default(true).meta({ description: "Whether it has digits." }),
    specialSymbols: text().meta({ description: "The special symbols that it may have. By default none." }),
    excludeSimilarSymbols: z.boolean().default(false).meta({ description: "Whether symbols come no more than once." }),
    notifyManager: z.boolean().default(false).meta({ description: "Whether the user's manager gets it by mail." }),
  })
  .meta({ typeName: "PasswordTransform", description: "A password, and the rules that it keeps." });

const transform = z
  .strictObject({
    join: join.optional().meta({ description: "Two fields of the source, with a text between them." }),
    static: text().meta({ description: "The same text for all objects." }),
    script: text().meta({ description: "A script in the job's language, which sets `DTM.Result`." }),
    password: passwordTransform.optional().meta({ description: "A password." }),
    text: text().meta({
      description: "The form of GroupID's API, for what has no other form here, such as `Left:…` and `Substring:…`.",
    }),
  })
  .meta({ typeName: "SyncJobTransform", description: "How a value is made: one of these." });

const mapping = z
  .strictObject({
    to: z.string().min(1).meta({ description: "The field of the destination.", ignoreCase: true }),
    from: text().meta({ description: "The field of the source that it is filled from." }),
    transform: transform.optional().meta({ description: "How the value is made instead." }),
    key: z.boolean().default(false).meta({
      description: "Whether the field tells which object of the destination is meant. One field at least must.",
    }),
    createOnly: z.boolean().default(false).meta({
      description: "Whether only new objects get the value; others keep what they have.",
    }),
    delimiter: text().meta({ description: "What separates the values of a field that has several." }),
    objectType: typeWord().optional().meta({
      description: "The type of objects that the field is of, where the job has several.",
    }),
  })
  .meta({ typeName: "SyncJobMapping", description: "How one field of the destination is filled." });

const owner = z
  .strictObject({
    id: z.string().min(1).meta({ description: "The GUID of the owner in the directory.", ignoreCase: true }),
    name: z.string().min(1).meta({ description: "The owner's name." }),
  })
  .meta({ typeName: "SyncJobOwner", description: "Who owns a job." });

const inputs = {
  name: z.string().min(1).meta({ description: "The name of the job. It tells the job from all others." }),
  description: text().meta({ description: "What the job is for." }),
  source: provider.meta({ description: "What the job reads.", followsReplacement: true }),
  destination: provider.meta({ description: "What the job writes.", followsReplacement: true }),
  objects: z.array(jobObject).min(1).meta({ description: "The types of objects that the job deals with.", set: true }),
  mappings: z.array(mapping).min(1).meta({ description: "How the fields of the destination are filled.", set: true }),
  sourceQuery: text().meta({
    description: "Which records of the source are read, in its own language. By default all of the table or the type.",
  }),
  destinationQuery: text().meta({
    description: "Which objects of the destination are compared. By default all of the type.",
  }),
  timestampField: text().meta({
    description: "The field of the source that tells when a record changed: then only changed ones are read.",
  }),
  schedule: text().meta({ description: "The schedule of GroupID that runs the job. By default none does." }),
  smartGroupSchedule: text().meta({ description: "The smart group update that runs along with the job." }),
  onFailure: z
    .enum(["abort", "continue"])
    .meta({ typeName: "SyncJobFailure", description: "What becomes of the other jobs of a collection when one fails." })
    .default("abort")
    .meta({ description: "What becomes of the other jobs of a collection when this one fails." }),
  enabled: z.boolean().default(true).meta({ description: "Whether the job runs." }),
  owner: owner.optional().meta({ description: "Who owns the job. By default whoever GroupID says." }),
  settings: z.record(z.string(), z.string()).optional().meta({
    description:
      "Settings that have no other form here, under GroupID's own keys, such as `memberkey` or `Destination.ScriptingLanguage`.",
  }),
  secretSettings: z.record(z.string(), z.string()).optional().meta({
    description: "The same for what must not be shown, such as `Destination.MessagingProviderPassword`.",
    secret: true,
    writeOnly: true,
  }),
};

type Inputs = Values<typeof inputs>;

/** `groupid.SyncJob`: seeds/001, "Synchronize Jobs APIs". */
export const syncJob = defineResource({
  type: "groupid:SyncJob",
  description: `A sync job: it reads one data source or identity store and writes another.

GroupID cannot change a job, so any change replaces it: the job is deleted and made anew, with another ID. Collections
hold copies of jobs: they keep running as they are meanwhile, and a \`SyncJobCollection\` that names the job gets the new
one in the same run.`,
  inputs,
  outputs: {
    jobId: z.string().meta({ description: "The ID that GroupID gave to the job." }),
    created: z.string().optional().meta({ description: "When it was made, in ISO 8601." }),
    lastRun: z.string().optional().meta({ description: "When it last ran." }),
    lastOutcome: z.string().optional().meta({ description: "How that went, in GroupID's words." }),
    nextRun: z.string().optional().meta({ description: "When it runs next." }),
    timesRun: z.number().int().optional().meta({ description: "How often it has run." }),
  },
  id: ["jobId"],
  naturalKey: ["name"],
  validate: (job) => [
    ...providerViolations("source", job.source),
    ...providerViolations("destination", job.destination),
    ...mappingViolations(job),
    ...settingViolations(job),
  ],
  warnings: () => ["GroupID cannot change a sync job: it is deleted and made anew, with another ID."],

  list: {
    within: [],
    async read({ synchronization: { syncJobs } }: GroupIdClient) {
      const jobs = await Promise.all((await syncJobs.jobs(true)).map(({ jobId }) => syncJobs.job(jobId)));
      return jobs.flatMap((job) => (job === undefined ? [] : [liveOf(job, {})]));
    },
  },

  async find({ synchronization: { syncJobs } }: GroupIdClient, written, { fresh }) {
    const named = (await syncJobs.jobs(fresh)).filter(({ name }) => name === written.name);
    const jobs = await Promise.all(named.map(({ jobId }) => syncJobs.job(jobId)));
    return jobs.flatMap((job) => (job === undefined ? [] : [liveOf(job, written)]));
  },

  async create({ synchronization: { syncJobs } }: GroupIdClient, written, operation) {
    const jobId = await syncJobs.create(definitionFrom(written));
    const job = await visible("job", () => syncJobs.job(jobId), { ...written, jobId }, operation);
    return { live: liveOf(job, written) };
  },

  async read({ synchronization: { syncJobs } }: GroupIdClient, { jobId = "" }, _operation, known) {
    const job = await syncJobs.job(jobId);
    return job === undefined ? undefined : liveOf(job, known);
  },

  updates: [],

  async delete({ synchronization: { syncJobs } }: GroupIdClient, { jobId = "" }) {
    await syncJobs.delete(jobId);
  },
});

function providerViolations(side: "source" | "destination", given: Inputs["source"]): Violation[] {
  if (typeof given !== "object") {
    return [];
  }
  const { dataSourceId, identityStoreId, identityStoreName, table } = given;
  if ((dataSourceId === undefined) === (identityStoreId === undefined)) {
    const reason = "needs either dataSourceId or identityStoreId";
    return [{ path: [side], reason }];
  }
  if (dataSourceId !== undefined) {
    return (["identityStoreName", "provider", "container", "includeSubContainers"] as const)
      .filter((name) => given[name] !== undefined)
      .map((name) => ({ path: [side, name], reason: "is for an identity store, and this is a data source" }));
  }
  return [
    ...(identityStoreName === undefined
      ? [{ path: [side, "identityStoreName"], reason: "is required with identityStoreId and missing" }]
      : []),
    ...(table === undefined
      ? []
      : [{ path: [side, "table"], reason: "is for a data source, and this is an identity store" }]),
  ];
}

function mappingViolations({ objects, mappings }: Inputs): Violation[] {
  if (!Array.isArray(mappings) || !Array.isArray(objects)) {
    return [];
  }
  const isOne = objects.length === 1;
  const keyless: Violation[] = mappings.some(({ key }) => key !== false)
    ? []
    : [{ path: ["mappings"], reason: "need one with `key: true`: it tells which object is meant" }];
  const ofEach = mappings.flatMap((given, index): Violation[] => {
    if (typeof given !== "object") {
      return [];
    }
    const path = ["mappings", index];
    const { from, transform: made, objectType } = given;
    const typed = "must be left out: the job has one type of objects";
    const untyped = "is required where a job has several types of objects";
    return [
      ...(from === undefined && made === undefined ? [{ path, reason: "needs `from` or `transform`" }] : []),
      ...((objectType === undefined) === isOne
        ? []
        : [{ path: [...path, "objectType"], reason: isOne ? typed : untyped }]),
      ...transformViolations(made, [...path, "transform"]),
    ];
  });
  return [...keyless, ...ofEach];
}

function transformViolations(given: Transform | undefined, path: readonly (string | number)[]): Violation[] {
  if (given === undefined || typeof given !== "object") {
    return [];
  }
  const kinds = Object.entries(given).filter(([, value]) => value !== undefined);
  if (kinds.length !== 1) {
    return [{ path, reason: "must be one of join, static, script, password, text" }];
  }
  if (given.join?.fields.some((field) => field.includes(";")) === true) {
    return [{ path: [...path, "join", "fields"], reason: "must have no `;` in a field" }];
  }
  const typed = given.text === undefined ? undefined : Object.keys(transformOf(given.text, null) ?? {})[0];
  return typed === undefined || typed === "text"
    ? []
    : [{ path: [...path, "text"], reason: `has a form of its own: write it as \`${typed}\`` }];
}

function settingViolations({ settings, secretSettings }: Inputs): Violation[] {
  return [
    ...Object.keys(settings ?? {}).map((key) => ["settings", key] as const),
    ...Object.keys(secretSettings ?? {}).map((key) => ["secretSettings", key] as const),
  ].flatMap(([name, key]) => {
    const input = inputOfSetting(key);
    return input === undefined ? [] : [{ path: [name, key], reason: `has a form of its own: \`${input}\`` }];
  });
}

function definitionFrom({ settings, secretSettings, ...job }: Inputs): JobDefinition {
  return { ...job, settings: { ...settings, ...secretSettings } };
}

/**
 * A job as it is compared. Passwords that were written stand as written, because nothing says in which form an
 * installation shows them; without anything written, as in an import, what GroupID adds by itself and what is secret is
 * left out.
 */
function liveOf(job: WireJob, written: Properties) {
  const { jobId, created, lastRun, lastOutcome, nextRun, timesRun } = summaryOf(job.jobinfo);
  const { settings = {}, mappings, ...definition } = definitionOf(job);
  const isImport = written.name === undefined;
  const secret = Object.keys((written.secretSettings ?? {}) as object);
  return {
    ...definition,
    onFailure: definition.onFailure as Inputs["onFailure"],
    mappings: mappings.map((live) => withPassword(live, written)) as Inputs["mappings"],
    settings: Object.fromEntries(
      Object.entries(settings).filter(
        ([key]) => !secret.includes(key) && !(isImport && (isUnasked(key) || isSecretSetting(key))),
      ),
    ),
    objects: definition.objects.map((live) =>
      withoutUsualContainer(live, definition.destination, written),
    ) as Inputs["objects"],
    source: definition.source as Inputs["source"],
    destination: definition.destination as Inputs["destination"],
    ...{ jobId, created, lastRun, lastOutcome, nextRun, timesRun },
  };
}

/** Objects go where the destination is, unless they say otherwise: what was left out is not there then either. */
function withoutUsualContainer(live: JobObject, { container: usual }: JobProvider, written: Properties): JobObject {
  const mine = ((written.objects ?? []) as Inputs["objects"]).find(({ type }) => type === live.type);
  const { container, ...rest } = live;
  const isUsual = container?.toLowerCase() === usual?.toLowerCase();
  return isUsual && mine?.container === undefined ? rest : live;
}

function withPassword(live: JobDefinition["mappings"][number], written: Properties) {
  const password = live.transform?.password;
  const mine = ((written.mappings ?? []) as Inputs["mappings"]).find(
    ({ to }) => to?.toLowerCase() === live.to.toLowerCase(),
  )?.transform?.password;
  if (password === undefined || mine === undefined) {
    return live;
  }
  const { value: _, ...rules } = password;
  return { ...live, transform: { password: { ...(mine.value === undefined ? {} : { value: mine.value }), ...rules } } };
}
