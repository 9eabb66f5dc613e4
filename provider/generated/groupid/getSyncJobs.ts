// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJobs` is asked. */
export interface GetSyncJobsArgs {
  /** Only those with this name. */
  name?: string | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobsOutputArgs {
  /** Only those with this name. */
  name?: pulumi.Input<string> | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJobs` answers. */
export interface GetSyncJobsResult {
  /** The jobs. */
  readonly jobs: types.SyncJobSummary[];
  /** How many fit. */
  readonly total: number;
}

/** Lists sync jobs: all, those of a name, or one page. Those of collections are not among them. */
export function getSyncJobs(args: GetSyncJobsArgs): Promise<GetSyncJobsResult> {
  return invoke("groupid:getSyncJobs", args);
}

/**
 * Lists sync jobs: all, those of a name, or one page. Those of collections are not among them.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobsOutput(args: GetSyncJobsOutputArgs): pulumi.Output<GetSyncJobsResult> {
  return invokeOutput("groupid:getSyncJobs", args);
}
