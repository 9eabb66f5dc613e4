// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDataSourceMetadataArgs, GetDataSourceMetadataOutputArgs, GetDataSourceMetadataResult } from "../../groupid/getDataSourceMetadata.js";

export type { GetDataSourceMetadataArgs, GetDataSourceMetadataOutputArgs, GetDataSourceMetadataResult };

/** Tells which settings the types of data sources have, for all of them, a type, or the files on a kind of server. */
export function getDataSourceMetadata(args: GetDataSourceMetadataArgs, options?: pulumi.InvokeOptions): Promise<GetDataSourceMetadataResult> {
  return invoke("groupid:getDataSourceMetadata", args, options);
}

/**
 * Tells which settings the types of data sources have, for all of them, a type, or the files on a kind of server.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceMetadataOutput(args: GetDataSourceMetadataOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDataSourceMetadataResult> {
  return invokeOutput("groupid:getDataSourceMetadata", args, options);
}
