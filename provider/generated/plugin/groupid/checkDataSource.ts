// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { CheckDataSourceArgs, CheckDataSourceOutputArgs, CheckDataSourceResult } from "../../groupid/checkDataSource.js";

export type { CheckDataSourceArgs, CheckDataSourceOutputArgs, CheckDataSourceResult };

/** Tells whether GroupID reaches the server or the file that settings name; nothing is stored. */
export function checkDataSource(args: CheckDataSourceArgs, options?: pulumi.InvokeOptions): Promise<CheckDataSourceResult> {
  return invoke("groupid:checkDataSource", args, options);
}

/**
 * Tells whether GroupID reaches the server or the file that settings name; nothing is stored.
 *
 * For arguments that are outputs of resources.
 */
export function checkDataSourceOutput(args: CheckDataSourceOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<CheckDataSourceResult> {
  return invokeOutput("groupid:checkDataSource", args, options);
}
