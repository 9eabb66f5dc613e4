// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobsArgs, GetSyncJobsOutputArgs, GetSyncJobsResult } from "../../groupid/getSyncJobs.js";

export type { GetSyncJobsArgs, GetSyncJobsOutputArgs, GetSyncJobsResult };

/** Lists sync jobs: all, those of a name, or one page. Those of collections are not among them. */
export function getSyncJobs(args: GetSyncJobsArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobsResult> {
  return invoke("groupid:getSyncJobs", args, options);
}

/**
 * Lists sync jobs: all, those of a name, or one page. Those of collections are not among them.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobsOutput(args: GetSyncJobsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobsResult> {
  return invokeOutput("groupid:getSyncJobs", args, options);
}
