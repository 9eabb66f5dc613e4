// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSource` is asked. */
export interface GetDataSourceArgs {
  /** The ID. Either this, or `type` and `name`. */
  dataSourceId?: string | undefined;
  /** What the data source reads. */
  type?: types.DataSourceType | undefined;
  /** Its name. */
  name?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourceOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourceOutputArgs {
  /** The ID. Either this, or `type` and `name`. */
  dataSourceId?: pulumi.Input<string> | undefined;
  /** What the data source reads. */
  type?: pulumi.Input<types.DataSourceType> | undefined;
  /** Its name. */
  name?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSource` answers. */
export interface GetDataSourceResult {
  /** The ID of the data source. */
  readonly dataSourceId: string;
  /** Its name. */
  readonly name: string;
  /** What it reads; the number of GroupID where it is none of the known types. */
  readonly type: string;
  /** GroupID's name of the type, such as `Text/CSV`. */
  readonly providerName?: string | undefined;
  /** When it was made. */
  readonly created?: string | undefined;
  /** When it was last changed. */
  readonly updated?: string | undefined;
  /** Its settings, without passwords. */
  readonly settings?: types.AccessSettings | types.ExcelSettings | types.OdbcSettings | types.OracleSettings | types.SqlServerSettings | types.TextSettings | undefined;
}

/** Reads one data source: by its ID, or by its type and its name. */
export function getDataSource(args: GetDataSourceArgs): Promise<GetDataSourceResult> {
  return invoke("groupid:getDataSource", args);
}

/**
 * Reads one data source: by its ID, or by its type and its name.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceOutput(args: GetDataSourceOutputArgs): pulumi.Output<GetDataSourceResult> {
  return invokeOutput("groupid:getDataSource", args);
}
