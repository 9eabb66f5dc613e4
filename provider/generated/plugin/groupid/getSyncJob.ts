// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobArgs, GetSyncJobOutputArgs, GetSyncJobResult } from "../../groupid/getSyncJob.js";

export type { GetSyncJobArgs, GetSyncJobOutputArgs, GetSyncJobResult };

/** Reads one sync job, whole, without passwords and other secret settings. */
export function getSyncJob(args: GetSyncJobArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobResult> {
  return invoke("groupid:getSyncJob", args, options);
}

/**
 * Reads one sync job, whole, without passwords and other secret settings.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobOutput(args: GetSyncJobOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobResult> {
  return invokeOutput("groupid:getSyncJob", args, options);
}
