// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSourceProviderOptions` is asked. */
export interface GetDataSourceProviderOptionsArgs {
  /** The ID of the data source. */
  dataSourceId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourceProviderOptionsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourceProviderOptionsOutputArgs {
  /** The ID of the data source. */
  dataSourceId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSourceProviderOptions` answers. */
export interface GetDataSourceProviderOptionsResult {
  /** GroupID's name of the type. */
  readonly providerName?: string | undefined;
  /** Whether it is a directory. */
  readonly isDirectory: boolean;
  /** Whether it consists of tables. */
  readonly isTable: boolean;
  /** What it can be combined with, by the side that it is on. */
  readonly capabilities: { [key: string]: string[] };
  /** The types of objects that can be made in it. */
  readonly creatableObjects: types.CreatableObject[];
}

/** Tells what can be done with a data source. */
export function getDataSourceProviderOptions(args: GetDataSourceProviderOptionsArgs): Promise<GetDataSourceProviderOptionsResult> {
  return invoke("groupid:getDataSourceProviderOptions", args);
}

/**
 * Tells what can be done with a data source.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceProviderOptionsOutput(args: GetDataSourceProviderOptionsOutputArgs): pulumi.Output<GetDataSourceProviderOptionsResult> {
  return invokeOutput("groupid:getDataSourceProviderOptions", args);
}
