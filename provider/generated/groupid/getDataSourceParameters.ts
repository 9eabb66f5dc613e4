// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSourceParameters` is asked. */
export interface GetDataSourceParametersArgs {
  /** The ID of the data source. */
  dataSourceId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourceParametersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourceParametersOutputArgs {
  /** The ID of the data source. */
  dataSourceId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSourceParameters` answers. */
export interface GetDataSourceParametersResult {
  /** What it offers. */
  readonly parameters: types.DataSourceTables[];
}

/** Tells the tables and columns of a data source, and how it is reached. */
export function getDataSourceParameters(args: GetDataSourceParametersArgs): Promise<GetDataSourceParametersResult> {
  return invoke("groupid:getDataSourceParameters", args);
}

/**
 * Tells the tables and columns of a data source, and how it is reached.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceParametersOutput(args: GetDataSourceParametersOutputArgs): pulumi.Output<GetDataSourceParametersResult> {
  return invokeOutput("groupid:getDataSourceParameters", args);
}
