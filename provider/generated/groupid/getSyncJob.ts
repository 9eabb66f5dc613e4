// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJob` is asked. */
export interface GetSyncJobArgs {
  /** The ID of the job. */
  jobId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobOutputArgs {
  /** The ID of the job. */
  jobId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJob` answers. */
export interface GetSyncJobResult {
  /** The ID of the job. */
  readonly jobId: string;
  /** Its name. */
  readonly name: string;
  /** What it is for. */
  readonly description?: string | undefined;
  /** The name of what it reads. */
  readonly sourceName?: string | undefined;
  /** The name of what it writes. */
  readonly destinationName?: string | undefined;
  /** The schedule that runs it. */
  readonly schedule?: string | undefined;
  /** Whether it runs. */
  readonly enabled: boolean;
  /** What becomes of the other jobs of its collection when it fails: `abort` or `continue`. */
  readonly onFailure?: string | undefined;
  /** Its place in a collection, from 1. */
  readonly runOrder?: number | undefined;
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
  /** What the job reads. */
  readonly source?: types.SyncJobProvider | undefined;
  /** What the job writes. */
  readonly destination?: types.SyncJobProvider | undefined;
  /** The types of objects that the job deals with. */
  readonly objects?: types.SyncJobObject[] | undefined;
  /** How the fields of the destination are filled. */
  readonly mappings?: types.SyncJobMapping[] | undefined;
  /** Which records of the source are read, in its own language. By default all of the table or the type. */
  readonly sourceQuery?: string | undefined;
  /** Which objects of the destination are compared. By default all of the type. */
  readonly destinationQuery?: string | undefined;
  /** The field of the source that tells when a record changed: then only changed ones are read. */
  readonly timestampField?: string | undefined;
  /** Who owns the job. By default whoever GroupID says. */
  readonly owner?: types.SyncJobOwner | undefined;
  /** Settings that have no other form here, under GroupID's own keys, such as `memberkey` or `Destination.ScriptingLanguage`. */
  readonly settings?: { [key: string]: string } | undefined;
}

/** Reads one sync job, whole, without passwords and other secret settings. */
export function getSyncJob(args: GetSyncJobArgs): Promise<GetSyncJobResult> {
  return invoke("groupid:getSyncJob", args);
}

/**
 * Reads one sync job, whole, without passwords and other secret settings.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobOutput(args: GetSyncJobOutputArgs): pulumi.Output<GetSyncJobResult> {
  return invokeOutput("groupid:getSyncJob", args);
}
