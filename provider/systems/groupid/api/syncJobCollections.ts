import * as z from "zod";
import { refuseFailure } from "./envelope.ts";
import { searchOption } from "./search.ts";
import type { GroupIdService } from "./service.ts";
import { scheduleOf } from "./syncJobDefinition.ts";
import { type JobSummary, type Listed, type NameSearch, pageOf, searchBody, summaryOf } from "./syncJobs.ts";
import { headBody, type JobBody, jobBody, type WireJob, wireJob, wireJobInfo } from "./syncJobWire.ts";
import { numeric, wireFlag, wireId, wireItems, wireNumber, wireObject, wireText } from "./wire.ts";

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
  readonly wire: WireCollection;
}

/**
 * When a notification is sent: the words, and that they are numbered in this order, are the product's interface. Of the
 * numbers the document shows the last one only, which the samples have where nobody is told.
 */
export const notificationTimes: Readonly<Record<string, number>> = {
  always: 0,
  recordsUpdated: 1,
  errors: 2,
  failure: 3,
};

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
  jobcollectionguid: wireText,
  lastoutcomedisplaytext: wireText,
  jobs: wireItems(wireJobInfo),
});
const wireCollection = wireObject({
  isnotificationenabled: wireFlag,
  notificationsendindividualemail: wireFlag,
  notifywhen: wireNumber,
  notificationrecipients: wireText,
  jobcollectioninfo: wireCollectionInfo,
  jobs: z.array(wireJob).nullish(),
});
export type WireCollection = z.output<typeof wireCollection>;

/** The calls that deal with job collections (seeds/001, "Synchronize Jobs APIs"). */
export class SyncJobCollectionsApi {
  readonly #service: GroupIdService;

  constructor(service: GroupIdService) {
    this.#service = service;
  }

  /** GET DataSyncJobs/Collections: one page. */
  async list(search: NameSearch, signal: AbortSignal): Promise<Listed<CollectionSummary>> {
    const call = { path: this.#path(), json: searchBody(search) };
    const { count, data } = await this.#service.read(call, pageOf(wireCollectionInfo), signal);
    return { total: count ?? data.length, items: data.map(collectionSummaryOf), ids: data.map(({ id }) => id) };
  }

  /** GET DataSyncJobs/Collections/Details: one page of the jobs of a collection, which the sample names beside its ID. */
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
    const { count, data } = await this.#service.read(call, pageOf(wireJobInfo), signal);
    return { total: count ?? data.length, items: data.map(summaryOf), ids: data.map(({ jobid }) => jobid) };
  }

  /** GET DataSyncJobs/Collections/{jobCollectionId}/Details. Throws a `NotFoundError` where there is none. */
  async get(jobCollectionId: string, signal: AbortSignal): Promise<Collection> {
    const call = { path: this.#path(jobCollectionId, "Details") };
    const { data } = await this.#service.read(call, wireObject({ data: wireCollection }), signal);
    // Without whole jobs, their heads at least tell that they are there.
    const jobs = data.jobs ?? data.jobcollectioninfo.jobs.map((jobinfo) => wireJob.parse({ jobinfo }));
    return {
      ...collectionSummaryOf(data.jobcollectioninfo),
      notifications: notificationsOf(data),
      jobs: jobs.toSorted((a, b) => (a.jobinfo.runorder ?? 0) - (b.jobinfo.runorder ?? 0)),
      wire: data,
    };
  }

  /** POST DataSyncJobs/Collections: a collection with copies of jobs, in their order. Answers with its ID. */
  async create(fields: CollectionFields, jobs: readonly WireJob[], signal: AbortSignal): Promise<string | undefined> {
    const json = bodyOf(fields, jobs, undefined);
    const answer = await this.#service.write({ method: "POST", path: this.#path(), json, idempotent: false }, signal);
    refuseFailure(answer);
    return wireId.safeParse(answer.data).data;
  }

  /**
   * PATCH DataSyncJobs/Collections: the whole collection, with what `fields` leave out as it is held. A job that it holds
   * already under a name keeps its ID and its runs.
   */
  async update(
    held: Collection,
    fields: CollectionFields,
    jobs: readonly WireJob[],
    signal: AbortSignal,
  ): Promise<void> {
    const json = bodyOf(fields, jobs, held);
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

function bodyOf(fields: CollectionFields, jobs: readonly WireJob[], held: Collection | undefined) {
  const id = numeric(held?.jobCollectionId ?? "0");
  const copies = jobs.map((job, index) => {
    const old = held?.jobs.find(({ jobinfo }) => jobinfo.name === job.jobinfo.name);
    return copyOf(job, old, index + 1, id);
  });
  return {
    isTemplate: false,
    description: null,
    ...notificationsBody(fields.notifications, held?.wire),
    jobCollectionInfo: {
      id,
      jobCollectionGuid: held?.wire.jobcollectioninfo.jobcollectionguid ?? "",
      name: fields.name,
      description: fields.description ?? held?.description ?? "",
      totalJobs: 0,
      timesRun: held?.timesRun ?? 0,
      lastRunDate: held?.lastRun ?? null,
      lastOutCome: held?.lastOutcome ?? "None",
      lastOutComeDisplayText: held?.wire.jobcollectioninfo.lastoutcomedisplaytext ?? null,
      nextRun: held?.nextRun ?? null,
      created: held?.created ?? new Date().toISOString(),
      modified: new Date().toISOString(),
      schedule: fields.schedule ?? held?.schedule ?? "0",
      smartgroupSchedule: fields.smartGroupSchedule ?? held?.smartGroupSchedule ?? null,
      enabled: false,
      jobs: copies.map(({ listed }) => listed),
    },
    jobs: copies.map(({ whole }) => whole),
    totalJobs: 0,
    hasAccess: false,
  };
}

/** What nobody writes stays as it is held, that of a collection whose notifications are off, too. */
function notificationsBody(written: CollectionNotifications | null | undefined, held: WireCollection | undefined) {
  return written === undefined || written === null
    ? {
        isNotificationEnabled: held?.isnotificationenabled === true,
        notificationSendIndividualEmail: held?.notificationsendindividualemail === true,
        notifyWhen: held?.notifywhen ?? notificationTimes.failure,
        notificationRecipients: held?.notificationrecipients ?? "",
      }
    : {
        isNotificationEnabled: true,
        notificationSendIndividualEmail: written.individualEmails,
        notifyWhen: notificationTimes[written.when] ?? numeric(written.when),
        // Mail programs and the product's own interface separate addresses so.
        notificationRecipients: written.recipients.join(";"),
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
    listed: headBody({ ...head, smartgroupSchedule: null, enabled: true, collectionId: null }, old?.jobinfo),
    whole: jobBody(
      headBody({ ...head, smartgroupSchedule: "", enabled: false, collectionId }, old?.jobinfo),
      partsOf(job, old),
      false,
    ),
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
    when: Object.entries(notificationTimes).find(([, number]) => number === when)?.[0] ?? String(when),
    individualEmails: found.notificationsendindividualemail === true,
  };
}
