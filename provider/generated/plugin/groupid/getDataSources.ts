// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourcesArgs, GetDataSourcesOutputArgs, GetDataSourcesResult } from "../../groupid/getDataSources.js";

export type { GetDataSourcesArgs, GetDataSourcesOutputArgs, GetDataSourcesResult };

/** Lists data sources: all, those of a type, those that a role may use, or a page of those with a text in their name. */
export function getDataSources(args: GetDataSourcesArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourcesResult> {
  return invoke("groupid:getDataSources", args, options);
}

/**
 * Lists data sources: all, those of a type, those that a role may use, or a page of those with a text in their name.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourcesOutput(args: GetDataSourcesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourcesResult> {
  return invokeOutput("groupid:getDataSources", args, options);
}
