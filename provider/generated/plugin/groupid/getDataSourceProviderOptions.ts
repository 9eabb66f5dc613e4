// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourceProviderOptionsArgs, GetDataSourceProviderOptionsOutputArgs, GetDataSourceProviderOptionsResult } from "../../groupid/getDataSourceProviderOptions.js";

export type { GetDataSourceProviderOptionsArgs, GetDataSourceProviderOptionsOutputArgs, GetDataSourceProviderOptionsResult };

/** Tells what can be done with a data source. */
export function getDataSourceProviderOptions(args: GetDataSourceProviderOptionsArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourceProviderOptionsResult> {
  return invoke("groupid:getDataSourceProviderOptions", args, options);
}

/**
 * Tells what can be done with a data source.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceProviderOptionsOutput(args: GetDataSourceProviderOptionsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourceProviderOptionsResult> {
  return invokeOutput("groupid:getDataSourceProviderOptions", args, options);
}
