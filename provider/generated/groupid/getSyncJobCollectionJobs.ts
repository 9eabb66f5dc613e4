// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJobCollectionJobs` is asked. */
export interface GetSyncJobCollectionJobsArgs {
  /** The ID of the collection. */
  jobCollectionId: string;
  /** The name of the collection, which GroupID's own example gives along. */
  name?: string | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobCollectionJobsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobCollectionJobsOutputArgs {
  /** The ID of the collection. */
  jobCollectionId: pulumi.Input<string>;
  /** The name of the collection, which GroupID's own example gives along. */
  name?: pulumi.Input<string> | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJobCollectionJobs` answers. */
export interface GetSyncJobCollectionJobsResult {
  /** The jobs, in the order in which they run. */
  readonly jobs: types.SyncJobSummary[];
  /** How many there are. */
  readonly total: number;
}

/** Lists the jobs of a collection, one page. */
export function getSyncJobCollectionJobs(args: GetSyncJobCollectionJobsArgs): Promise<GetSyncJobCollectionJobsResult> {
  return invoke("groupid:getSyncJobCollectionJobs", args);
}

/**
 * Lists the jobs of a collection, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionJobsOutput(args: GetSyncJobCollectionJobsOutputArgs): pulumi.Output<GetSyncJobCollectionJobsResult> {
  return invokeOutput("groupid:getSyncJobCollectionJobs", args);
}
