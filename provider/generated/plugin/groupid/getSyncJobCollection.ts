// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobCollectionArgs, GetSyncJobCollectionOutputArgs, GetSyncJobCollectionResult } from "../../groupid/getSyncJobCollection.js";

export type { GetSyncJobCollectionArgs, GetSyncJobCollectionOutputArgs, GetSyncJobCollectionResult };

/** Reads one job collection with its jobs, whole. */
export function getSyncJobCollection(args: GetSyncJobCollectionArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobCollectionResult> {
  return invoke("groupid:getSyncJobCollection", args, options);
}

/**
 * Reads one job collection with its jobs, whole.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionOutput(args: GetSyncJobCollectionOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobCollectionResult> {
  return invokeOutput("groupid:getSyncJobCollection", args, options);
}
