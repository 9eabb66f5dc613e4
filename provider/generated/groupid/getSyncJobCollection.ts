// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJobCollection` is asked. */
export interface GetSyncJobCollectionArgs {
  /** The ID of the collection. */
  jobCollectionId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobCollectionOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobCollectionOutputArgs {
  /** The ID of the collection. */
  jobCollectionId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJobCollection` answers. */
export interface GetSyncJobCollectionResult {
  /** The ID of the collection. */
  readonly jobCollectionId: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description?: string | undefined;
  /** The schedule that runs it. */
  readonly schedule?: string | undefined;
  /** The smart group update that runs along with it. */
  readonly smartGroupSchedule?: string | undefined;
  /** How many jobs it has. */
  readonly totalJobs?: number | undefined;
  /** When it was last changed. */
  readonly modified?: string | undefined;
  /** When it was made. */
  readonly created?: string | undefined;
  /** When it last ran. */
  readonly lastRun?: string | undefined;
  /** How that went, in GroupID's words. */
  readonly lastOutcome?: string | undefined;
  /** When it runs next. */
  readonly nextRun?: string | undefined;
  /** How often it has run. */
  readonly timesRun?: number | undefined;
  /** Who is told of its runs. Absent where nobody is. */
  readonly notifications?: types.CollectionNotifications | undefined;
  /** Its jobs, in the order in which they run. */
  readonly jobs: types.SyncJobResult[];
}

/** Reads one job collection with its jobs, whole. */
export function getSyncJobCollection(args: GetSyncJobCollectionArgs): Promise<GetSyncJobCollectionResult> {
  return invoke("groupid:getSyncJobCollection", args);
}

/**
 * Reads one job collection with its jobs, whole.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionOutput(args: GetSyncJobCollectionOutputArgs): pulumi.Output<GetSyncJobCollectionResult> {
  return invokeOutput("groupid:getSyncJobCollection", args);
}
