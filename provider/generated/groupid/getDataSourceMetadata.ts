// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSourceMetadata` is asked. */
export interface GetDataSourceMetadataArgs {
  /** Only this type. */
  type?: types.DataSourceType | undefined;
  /** Where the files are. With `type` it is `local` by default; without, what all files there have. */
  fileServer?: types.FileServer | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourceMetadataOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourceMetadataOutputArgs {
  /** Only this type. */
  type?: pulumi.Input<types.DataSourceType> | undefined;
  /** Where the files are. With `type` it is `local` by default; without, what all files there have. */
  fileServer?: pulumi.Input<types.FileServer> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSourceMetadata` answers. */
export interface GetDataSourceMetadataResult {
  /** The settings of each. */
  readonly forms: types.DataSourceForm[];
}

/** Tells which settings the types of data sources have, for all of them, a type, or the files on a kind of server. */
export function getDataSourceMetadata(args: GetDataSourceMetadataArgs): Promise<GetDataSourceMetadataResult> {
  return invoke("groupid:getDataSourceMetadata", args);
}

/**
 * Tells which settings the types of data sources have, for all of them, a type, or the files on a kind of server.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceMetadataOutput(args: GetDataSourceMetadataOutputArgs): pulumi.Output<GetDataSourceMetadataResult> {
  return invokeOutput("groupid:getDataSourceMetadata", args);
}
