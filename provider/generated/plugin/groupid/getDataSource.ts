// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourceArgs, GetDataSourceOutputArgs, GetDataSourceResult } from "../../groupid/getDataSource.js";

export type { GetDataSourceArgs, GetDataSourceOutputArgs, GetDataSourceResult };

/** Reads one data source: by its ID, or by its type and its name. */
export function getDataSource(args: GetDataSourceArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourceResult> {
  return invoke("groupid:getDataSource", args, options);
}

/**
 * Reads one data source: by its ID, or by its type and its name.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceOutput(args: GetDataSourceOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourceResult> {
  return invokeOutput("groupid:getDataSource", args, options);
}
