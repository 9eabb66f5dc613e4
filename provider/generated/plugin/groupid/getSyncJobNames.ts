// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobNamesArgs, GetSyncJobNamesOutputArgs, GetSyncJobNamesResult } from "../../groupid/getSyncJobNames.js";

export type { GetSyncJobNamesArgs, GetSyncJobNamesOutputArgs, GetSyncJobNamesResult };

/** Lists the names of all jobs and templates. */
export function getSyncJobNames(args: GetSyncJobNamesArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobNamesResult> {
  return invoke("groupid:getSyncJobNames", args, options);
}

/**
 * Lists the names of all jobs and templates.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobNamesOutput(args: GetSyncJobNamesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobNamesResult> {
  return invokeOutput("groupid:getSyncJobNames", args, options);
}
