// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `checkDataSource` is asked. */
export interface CheckDataSourceArgs {
  /** A name, for GroupID's log. */
  name?: string | undefined;
  /** How it is reached, as in a `DataSource`. */
  settings: types.AccessSettings | types.ExcelSettings | types.OdbcSettings | types.OracleSettings | types.SqlServerSettings | types.TextSettings;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `checkDataSourceOutput` is asked: the same, as values that may be outputs of resources. */
export interface CheckDataSourceOutputArgs {
  /** A name, for GroupID's log. */
  name?: pulumi.Input<string> | undefined;
  /** How it is reached, as in a `DataSource`. */
  settings: pulumi.Input<types.AccessSettingsArgs> | pulumi.Input<types.ExcelSettingsArgs> | pulumi.Input<types.OdbcSettingsArgs> | pulumi.Input<types.OracleSettingsArgs> | pulumi.Input<types.SqlServerSettingsArgs> | pulumi.Input<types.TextSettingsArgs>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `checkDataSource` answers. */
export interface CheckDataSourceResult {
  /** Whether it is reached. */
  readonly isReachable: boolean;
  /** GroupID's own words. */
  readonly message?: string | undefined;
}

/** Tells whether GroupID reaches the server or the file that settings name; nothing is stored. */
export function checkDataSource(args: CheckDataSourceArgs): Promise<CheckDataSourceResult> {
  return invoke("groupid:checkDataSource", args);
}

/**
 * Tells whether GroupID reaches the server or the file that settings name; nothing is stored.
 *
 * For arguments that are outputs of resources.
 */
export function checkDataSourceOutput(args: CheckDataSourceOutputArgs): pulumi.Output<CheckDataSourceResult> {
  return invokeOutput("groupid:checkDataSource", args);
}
