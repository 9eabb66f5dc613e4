// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSiteCollectionsArgs, GetSiteCollectionsOutputArgs, GetSiteCollectionsResult } from "../../saltstack/getSiteCollections.js";

export type { GetSiteCollectionsArgs, GetSiteCollectionsOutputArgs, GetSiteCollectionsResult };

/** Lists the site collections that fit all that is given. */
export function getSiteCollections(args: GetSiteCollectionsArgs, options?: pulumi.InvokeOptions): Promise<GetSiteCollectionsResult> {
  return invoke("saltstack:getSiteCollections", args, options);
}

/**
 * Lists the site collections that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getSiteCollectionsOutput(args: GetSiteCollectionsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSiteCollectionsResult> {
  return invokeOutput("saltstack:getSiteCollections", args, options);
}
