// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSiteCollectionArgs, GetSiteCollectionOutputArgs, GetSiteCollectionResult } from "../../saltstack/getSiteCollection.js";

export type { GetSiteCollectionArgs, GetSiteCollectionOutputArgs, GetSiteCollectionResult };

/** Reads one site collection, by its ID. */
export function getSiteCollection(args: GetSiteCollectionArgs, options?: pulumi.InvokeOptions): Promise<GetSiteCollectionResult> {
  return invoke("saltstack:getSiteCollection", args, options);
}

/**
 * Reads one site collection, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getSiteCollectionOutput(args: GetSiteCollectionOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSiteCollectionResult> {
  return invokeOutput("saltstack:getSiteCollection", args, options);
}
