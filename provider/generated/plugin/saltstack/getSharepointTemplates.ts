// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSharepointTemplatesArgs, GetSharepointTemplatesOutputArgs, GetSharepointTemplatesResult } from "../../saltstack/getSharepointTemplates.js";

export type { GetSharepointTemplatesArgs, GetSharepointTemplatesOutputArgs, GetSharepointTemplatesResult };

/** Lists the templates of site collections. */
export function getSharepointTemplates(args: GetSharepointTemplatesArgs, options?: pulumi.InvokeOptions): Promise<GetSharepointTemplatesResult> {
  return invoke("saltstack:getSharepointTemplates", args, options);
}

/**
 * Lists the templates of site collections.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointTemplatesOutput(args: GetSharepointTemplatesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSharepointTemplatesResult> {
  return invokeOutput("saltstack:getSharepointTemplates", args, options);
}
