// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourceParametersArgs, GetDataSourceParametersOutputArgs, GetDataSourceParametersResult } from "../../groupid/getDataSourceParameters.js";

export type { GetDataSourceParametersArgs, GetDataSourceParametersOutputArgs, GetDataSourceParametersResult };

/** Tells the tables and columns of a data source, and how it is reached. */
export function getDataSourceParameters(args: GetDataSourceParametersArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourceParametersResult> {
  return invoke("groupid:getDataSourceParameters", args, options);
}

/**
 * Tells the tables and columns of a data source, and how it is reached.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceParametersOutput(args: GetDataSourceParametersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourceParametersResult> {
  return invokeOutput("groupid:getDataSourceParameters", args, options);
}
