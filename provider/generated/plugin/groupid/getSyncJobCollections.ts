// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSyncJobCollectionsArgs, GetSyncJobCollectionsOutputArgs, GetSyncJobCollectionsResult } from "../../groupid/getSyncJobCollections.js";

export type { GetSyncJobCollectionsArgs, GetSyncJobCollectionsOutputArgs, GetSyncJobCollectionsResult };

/** Lists job collections: all, those of a name, or one page. */
export function getSyncJobCollections(args: GetSyncJobCollectionsArgs, options?: pulumi.InvokeOptions): Promise<GetSyncJobCollectionsResult> {
  return invoke("groupid:getSyncJobCollections", args, options);
}

/**
 * Lists job collections: all, those of a name, or one page.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionsOutput(args: GetSyncJobCollectionsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSyncJobCollectionsResult> {
  return invokeOutput("groupid:getSyncJobCollections", args, options);
}
