// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `parseConnectionString` is asked. */
export interface ParseConnectionStringArgs {
  /** What it is for. */
  type?: types.DataSourceType | undefined;
  /** The connection string, on one line. */
  connectionString: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `parseConnectionStringOutput` is asked: the same, as values that may be outputs of resources. */
export interface ParseConnectionStringOutputArgs {
  /** What it is for. */
  type?: pulumi.Input<types.DataSourceType> | undefined;
  /** The connection string, on one line. */
  connectionString: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `parseConnectionString` answers. */
export interface ParseConnectionStringResult {
  /** The server. */
  readonly server?: string | undefined;
  /** The database. */
  readonly database?: string | undefined;
  /** The user. */
  readonly username?: string | undefined;
  /** The password. */
  readonly password?: string | undefined;
  /** Whether Windows signs in. */
  readonly windowsAuthentication?: boolean | undefined;
}

/** Takes a connection string apart, as GroupID understands it. */
export function parseConnectionString(args: ParseConnectionStringArgs): Promise<ParseConnectionStringResult> {
  return invoke("groupid:parseConnectionString", args);
}

/**
 * Takes a connection string apart, as GroupID understands it.
 *
 * For arguments that are outputs of resources.
 */
export function parseConnectionStringOutput(args: ParseConnectionStringOutputArgs): pulumi.Output<ParseConnectionStringResult> {
  return invokeOutput("groupid:parseConnectionString", args);
}
