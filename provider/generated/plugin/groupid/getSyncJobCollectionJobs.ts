// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobCollectionJobsArgs, GetSyncJobCollectionJobsOutputArgs, GetSyncJobCollectionJobsResult } from "../../groupid/getSyncJobCollectionJobs.js";

export type { GetSyncJobCollectionJobsArgs, GetSyncJobCollectionJobsOutputArgs, GetSyncJobCollectionJobsResult };

/** Lists the jobs of a collection, one page. */
export function getSyncJobCollectionJobs(args: GetSyncJobCollectionJobsArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobCollectionJobsResult> {
  return invoke("groupid:getSyncJobCollectionJobs", args, options);
}

/**
 * Lists the jobs of a collection, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionJobsOutput(args: GetSyncJobCollectionJobsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobCollectionJobsResult> {
  return invokeOutput("groupid:getSyncJobCollectionJobs", args, options);
}
