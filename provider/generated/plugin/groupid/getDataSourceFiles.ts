// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourceFilesArgs, GetDataSourceFilesOutputArgs, GetDataSourceFilesResult } from "../../groupid/getDataSourceFiles.js";

export type { GetDataSourceFilesArgs, GetDataSourceFilesOutputArgs, GetDataSourceFilesResult };

/** Lists the files that an account sees, such as the Excel files of a OneDrive. */
export function getDataSourceFiles(args: GetDataSourceFilesArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourceFilesResult> {
  return invoke("groupid:getDataSourceFiles", args, options);
}

/**
 * Lists the files that an account sees, such as the Excel files of a OneDrive.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceFilesOutput(args: GetDataSourceFilesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourceFilesResult> {
  return invokeOutput("groupid:getDataSourceFiles", args, options);
}
