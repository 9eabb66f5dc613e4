import * as z from "zod";
import { wireFlag, wireId, wireItems, wireNumber, wireObject, wireText } from "./wire.ts";

/** `jobInfo`, the head of a job. */
export const wireJobInfo = wireObject({
  jobid: wireId,
  templateid: wireNumber,
  jobguid: wireText,
  name: wireText,
  type: wireNumber,
  description: wireText,
  sourceprovider: wireText,
  destinationprovider: wireText,
  lastrun: wireText,
  lastoutcome: wireText,
  lastoutcomedisplaytext: wireText,
  nextrun: wireText,
  timesrun: wireNumber,
  created: wireText,
  modified: wireText,
  schedule: wireText,
  smartgroupschedule: wireText,
  onfailure: wireText,
  runorder: wireNumber,
  isenable: wireFlag,
  collectionid: wireText,
  scheduledtask: wireText,
});
export type WireJobInfo = z.output<typeof wireJobInfo>;

const wireField = wireObject({
  id: wireId.nullish(),
  sourcefield: wireText,
  destinationfield: wireText,
  delimiter: wireText,
  transform: wireText,
  forcreateonly: wireFlag,
  objecttype: wireNumber,
  iskey: wireFlag,
  options: wireText,
});
const wireObjectOption = wireObject({
  id: wireId.nullish(),
  objecttype: wireNumber,
  displayname: wireText,
  iscreate: wireFlag,
  isdelete: wireFlag,
  isselected: wireFlag,
  containeroption: wireText,
  containeroptionvalue: wireText,
  createobjectcontainerstrategy: wireNumber,
  isdeprovisioning: wireFlag,
  objecttypesettings: z.unknown().optional(),
});
const wireQuery = wireObject({
  id: wireId.nullish(),
  queryfor: wireText,
  objecttype: wireNumber,
  query: wireText,
  querytype: wireText,
  issource: wireFlag,
  timestampfield: wireText,
  updateall: wireFlag,
});
const wireSetting = wireObject({
  id: wireId.nullish(),
  key: wireText,
  value: wireText,
  datatype: wireText,
  objecttype: wireNumber,
});

/** A whole job as details show it. */
export const wireJob = wireObject({
  jobinfo: wireJobInfo,
  fieldsmap: wireItems(wireField),
  objectsoption: wireItems(wireObjectOption),
  syncquery: wireItems(wireQuery),
  settings: wireItems(wireSetting),
});
export type WireJob = z.output<typeof wireJob>;

/** The parts of a job as they are sent, under the names and in the order of the samples. */
export interface JobBody {
  readonly fieldsMap: readonly WireRow[];
  readonly objectsOption: readonly WireRow[];
  readonly syncQuery: readonly WireRow[];
  readonly settings: readonly WireRow[];
}

type WireRow = Readonly<Record<string, unknown>>;

/** What a head says of one job; the rest of it is the same for all that are written. */
export interface JobHead {
  readonly jobId: number | string;
  readonly name: string;
  /** 1: a job of its own. 2: a job of a collection. */
  readonly type: 1 | 2;
  readonly description: string | null;
  readonly sourceProvider: string;
  readonly destinationProvider: string;
  readonly schedule: string;
  readonly smartgroupSchedule: string | null;
  /** The samples have it `false` in a whole job and `true` in a list. */
  readonly enabled: boolean;
  readonly onFailure: string;
  readonly runOrder: number;
  readonly isEnable: boolean;
  readonly collectionId: number | string | null;
}

/** `jobInfo` as it is sent; of a job that is held already, with what GroupID has filled in. */
export function headBody({ jobId, name, type, description, ...head }: JobHead, held?: WireJobInfo): WireRow {
  const { sourceProvider, destinationProvider, schedule, smartgroupSchedule, ...flags } = head;
  return {
    jobId,
    templateId: held?.templateid ?? null,
    jobGuid: held?.jobguid ?? null,
    name,
    type,
    description,
    sourceProvider,
    destinationProvider,
    lastRun: held?.lastrun ?? null,
    lastOutCome: held?.lastoutcome ?? "None",
    lastOutComeDisplayText: held?.lastoutcomedisplaytext ?? null,
    nextRun: held?.nextrun ?? null,
    timesRun: held?.timesrun ?? 0,
    created: held?.created ?? new Date().toISOString(),
    modified: held?.modified ?? null,
    schedule,
    smartgroupSchedule,
    ...flags,
    action: 0,
    scheduledTask: held?.scheduledtask ?? null,
  };
}

/** A whole job as it is sent. The samples say of single jobs only that there is access to them. */
export function jobBody(jobInfo: WireRow, parts: JobBody, hasAccess: boolean): WireRow {
  return {
    isTemplate: false,
    jobInfo,
    ...parts,
    delimiterSchema: null,
    sourceSchema: null,
    destinationSchema: null,
    hasAccess,
  };
}

/** One setting as it is sent. */
export function settingBody(key: string, value: string, dataType: string, id: number | string = 0): WireRow {
  return { action: 0, id, key, value, dataType, objectType: null };
}
