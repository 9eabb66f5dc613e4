import * as z from "zod";
import { refuseFailure } from "./envelope.ts";
import { searchOption } from "./search.ts";
import type { GroupIdService } from "./service.ts";
import { scheduleOf } from "./syncJobDefinition.ts";
import { type JobSummary, type Listed, type NameSearch, searchBody, summaryOf } from "./syncJobs.ts";
import { headBody, type JobBody, jobBody, type WireJob, wireJob, wireJobInfo } from "./syncJobWire.ts";
import { numeric, wireId, wireObject, wireText } from "./wire.ts";

/** Who hears of the runs of a collection, and of which. */
export interface CollectionNotifications {
  readonly recipients: readonly string[];
  readonly when: string;
  readonly individualEmails: boolean;
}

/** What is written of a collection besides its jobs. */
export interface CollectionFields {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly schedule?: string | null | undefined;
  readonly smartGroupSchedule?: string | null | undefined;
  readonly notifications?: CollectionNotifications | null | undefined;
}

/** What lists show of a collection. */
export interface CollectionSummary extends CollectionFields {
  readonly jobCollectionId: string;
  readonly totalJobs: number | null;
  readonly created: string | null;
  readonly modified: string | null;
  readonly lastRun: string | null;
  readonly lastOutcome: string | null;
  readonly nextRun: string | null;
  readonly timesRun: number | null;
}

/** A whole collection. Its jobs are its own: copies of single jobs, in the order in which they run. */
export interface Collection extends CollectionSummary {
  readonly notifications: CollectionNotifications | null;
  readonly jobs: readonly WireJob[];
}

/** When a notification is sent, in the order of the product's interface; the samples have the last one. */
export const notificationTimes = ["always", "recordsUpdated", "errors", "failure"] as const;

const wireNumber = z.coerce.number().nullish();
const wireFlag = z.union([z.boolean(), z.string().transform((text) => text.toLowerCase() === "true")]).nullish();
const wireCollectionInfo = wireObject({
  id: wireId,
  name: wireText,
  description: wireText,
  totaljobs: wireNumber,
  timesrun: wireNumber,
  lastrundate: wireText,
  lastoutcome: wireText,
  nextrun: wireText,
  created: wireText,
  modified: wireText,
  schedule: wireText,
  smartgroupschedule: wireText,
});
const wireCollection = wireObject({
  isnotificationenabled: wireFlag,
  notificationsendindividualemail: wireFlag,
  notifywhen: wireNumber,
  notificationrecipients: wireText,
  jobcollectioninfo: wireCollectionInfo,
  jobs: z.array(wireJob).nullish(),
});
const listOf = <Item extends z.ZodType>(item: Item) =>
  wireObject({ count: z.coerce.number().nullish(), data: z.array(item).nullish() });

/** The calls that deal with job collections (seeds/001, "Synchronize Jobs APIs"). */
export class SyncJobCollectionsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET DataSyncJobs/Collections: one page. */
  async list(search: NameSearch, signal: AbortSignal): Promise<Listed<CollectionSummary>> {
    const call = { path: this.#path(), json: searchBody(search) };
    const { count, data } = await this.#service.read(call, listOf(wireCollectionInfo), signal);
    const items = (data ?? []).map(collectionSummaryOf);
    return { total: count ?? items.length, items };
  }

  /** GET DataSyncJobs/Collections/Details: one page of the jobs of a collection. */
  async jobs(jobCollectionId: string, search: NameSearch, signal: AbortSignal): Promise<Listed<JobSummary>> {
    const json = {
      filters: {
        Operator: "is exactly",
        Attribute: "Name",
        Value: search.name ?? "",
        ValueType: 0,
        ValueTypes: [],
        DonotEscapeValue: false,
        Child: null,
      },
      SearchOption: searchOption(search),
      jobCollectionId: numeric(jobCollectionId),
    };
    const call = { path: this.#path("Details"), json };
    const { count, data } = await this.#service.read(call, listOf(wireJobInfo), signal);
    const items = (data ?? []).map(summaryOf);
    return { total: count ?? items.length, items };
  }

  /** GET DataSyncJobs/Collections/{jobCollectionId}/Details. Throws a `NotFoundError` where there is none. */
  async get(jobCollectionId: string, signal: AbortSignal): Promise<Collection> {
    const call = { path: this.#path(jobCollectionId, "Details") };
    const { data } = await this.#service.read(call, wireObject({ data: wireCollection }), signal);
    return {
      ...collectionSummaryOf(data.jobcollectioninfo),
      notifications: notificationsOf(data),
      jobs: (data.jobs ?? []).toSorted((a, b) => (a.jobinfo.runorder ?? 0) - (b.jobinfo.runorder ?? 0)),
    };
  }

  /** POST DataSyncJobs/Collections: a collection with copies of jobs, in their order. Answers with its ID. */
  async create(fields: CollectionFields, jobs: readonly WireJob[], signal: AbortSignal): Promise<string | undefined> {
    const json = bodyOf("0", fields, jobs, undefined);
    const answer = await this.#service.write({ method: "POST", path: this.#path(), json, idempotent: false }, signal);
    refuseFailure(answer);
    return wireId.safeParse(answer.data).data;
  }

  /** PATCH DataSyncJobs/Collections: the whole collection. A job that it holds already under a name keeps its ID. */
  async update(
    held: Collection,
    fields: CollectionFields,
    jobs: readonly WireJob[],
    signal: AbortSignal,
  ): Promise<void> {
    const json = bodyOf(held.jobCollectionId, fields, jobs, held);
    refuseFailure(await this.#service.write({ method: "PATCH", path: this.#path(), json, idempotent: true }, signal));
  }

  /** DELETE DataSyncJobs/Collections?jobids=…, which are the IDs of collections. */
  async delete(jobCollectionIds: readonly string[], signal: AbortSignal): Promise<void> {
    const query = { jobids: jobCollectionIds };
    refuseFailure(await this.#service.write({ method: "DELETE", path: this.#path(), query, idempotent: true }, signal));
  }

  #path(...parts: readonly string[]): string {
    return this.#service.path("DataSyncJobs", "Collections", ...parts);
  }
}

function bodyOf(id: string, fields: CollectionFields, jobs: readonly WireJob[], held: Collection | undefined) {
  const { notifications } = fields;
  const copies = jobs.map((job, index) => {
    const old = held?.jobs.find(({ jobinfo }) => jobinfo.name === job.jobinfo.name);
    return copyOf(job, old, index + 1, numeric(id));
  });
  return {
    isTemplate: false,
    description: null,
    isNotificationEnabled: notifications !== undefined && notifications !== null,
    notificationSendIndividualEmail: notifications?.individualEmails ?? false,
    notifyWhen: notificationTimes.indexOf((notifications?.when ?? "failure") as (typeof notificationTimes)[number]),
    // Mail programs and the product's own interface separate addresses so.
    notificationRecipients: (notifications?.recipients ?? []).join(";"),
    jobCollectionInfo: {
      id: numeric(id),
      jobCollectionGuid: "",
      name: fields.name,
      description: fields.description ?? "",
      totalJobs: 0,
      timesRun: held?.timesRun ?? 0,
      lastRunDate: held?.lastRun ?? null,
      lastOutCome: held?.lastOutcome ?? "None",
      lastOutComeDisplayText: null,
      nextRun: held?.nextRun ?? null,
      created: held?.created ?? new Date().toISOString(),
      modified: new Date().toISOString(),
      schedule: fields.schedule ?? "0",
      smartgroupSchedule: fields.smartGroupSchedule ?? null,
      enabled: false,
      jobs: copies.map(({ listed }) => listed),
    },
    jobs: copies.map(({ whole }) => whole),
    totalJobs: 0,
    hasAccess: false,
  };
}

/** A job as one of a collection: its head for the list, and all of it. */
function copyOf(job: WireJob, old: WireJob | undefined, runOrder: number, collectionId: number | string) {
  const { jobinfo } = job;
  const head = {
    jobId: old === undefined ? 0 : numeric(old.jobinfo.jobid),
    name: jobinfo.name ?? "",
    type: 2,
    description: jobinfo.description,
    sourceProvider: jobinfo.sourceprovider ?? "",
    destinationProvider: jobinfo.destinationprovider ?? "",
    schedule: "",
    onFailure: jobinfo.onfailure ?? "Abort",
    runOrder,
    isEnable: jobinfo.isenable !== false,
  } as const;
  return {
    listed: headBody({ ...head, smartgroupSchedule: null, enabled: true, collectionId: null }),
    whole: jobBody(headBody({ ...head, smartgroupSchedule: "", enabled: false, collectionId }), partsOf(job, old)),
  };
}

/** The parts of a job; those that the copy has already keep their IDs. */
function partsOf(job: WireJob, old: WireJob | undefined): JobBody {
  return {
    fieldsMap: job.fieldsmap.map((field) => ({
      action: 0,
      sourceField: field.sourcefield ?? "",
      destinationField: field.destinationfield ?? "",
      id: idAmong(
        old?.fieldsmap,
        (other) => other.destinationfield === field.destinationfield && other.objecttype === field.objecttype,
      ),
      delimiter: field.delimiter ?? "",
      transform: field.transform ?? "",
      forCreateOnly: field.forcreateonly === true,
      objectType: field.objecttype ?? 0,
      isKey: field.iskey === true,
      options: field.options,
    })),
    objectsOption: job.objectsoption.map((option) => ({
      objectType: option.objecttype ?? 0,
      id: idAmong(old?.objectsoption, ({ objecttype }) => objecttype === option.objecttype),
      jobId: old === undefined ? 0 : numeric(old.jobinfo.jobid),
      isCreate: option.iscreate === true,
      displayName: option.displayname ?? "",
      isDelete: option.isdelete === true,
      isSelected: option.isselected !== false,
      containerOption: option.containeroption,
      containerOptionValue: option.containeroptionvalue,
      createObjectContainerStrategy: option.createobjectcontainerstrategy ?? 1,
      isDeprovisioning: option.isdeprovisioning === true,
      objectTypeSettings: option.objecttypesettings ?? null,
      action: 0,
    })),
    syncQuery: job.syncquery.map((query) => ({
      action: 0,
      id: idAmong(
        old?.syncquery,
        ({ issource, objecttype }) => issource === query.issource && objecttype === query.objecttype,
      ),
      queryFor: query.queryfor,
      objectType: query.objecttype ?? 0,
      query: query.query ?? "",
      queryType: query.querytype ?? "",
      isSource: query.issource === true,
      timeStampField: query.timestampfield,
      updateAll: query.updateall === true,
    })),
    settings: job.settings.map((setting) => ({
      action: 0,
      id: idAmong(old?.settings, ({ key, datatype }) => key === setting.key && datatype === setting.datatype),
      key: setting.key ?? "",
      value: setting.value ?? "",
      dataType: setting.datatype ?? "System.String",
      objectType: setting.objecttype ?? null,
    })),
  };
}

function idAmong<Part extends { readonly id?: string | null | undefined }>(
  parts: readonly Part[] | undefined,
  isSame: (part: Part) => boolean,
): number | string {
  const id = parts?.find(isSame)?.id;
  return typeof id === "string" ? numeric(id) : 0;
}

function collectionSummaryOf(info: z.output<typeof wireCollectionInfo>): CollectionSummary {
  return {
    jobCollectionId: info.id,
    name: info.name ?? "",
    description: info.description === "" ? null : info.description,
    schedule: scheduleOf(info.schedule),
    smartGroupSchedule: scheduleOf(info.smartgroupschedule),
    totalJobs: info.totaljobs ?? null,
    created: info.created,
    modified: info.modified,
    lastRun: info.lastrundate,
    lastOutcome: info.lastoutcome,
    nextRun: info.nextrun,
    timesRun: info.timesrun ?? null,
  };
}

function notificationsOf(found: z.output<typeof wireCollection>): CollectionNotifications | null {
  if (found.isnotificationenabled !== true) {
    return null;
  }
  const when = found.notifywhen ?? 0;
  return {
    recipients: (found.notificationrecipients ?? "").split(/[;,\s]+/).filter((recipient) => recipient !== ""),
    when: notificationTimes[when] ?? String(when),
    individualEmails: found.notificationsendindividualemail === true,
  };
}
