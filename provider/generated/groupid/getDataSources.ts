// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSources` is asked. */
export interface GetDataSourcesArgs {
  /** Only those that read this. */
  type?: types.DataSourceType | undefined;
  /** With `true`, only those that the role of the signed-in user may use as a source. */
  forSource?: boolean | undefined;
  /** Only those with this text in their name; with `type`. */
  nameContains?: string | undefined;
  /** How many to answer with at the most; with `type`. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourcesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourcesOutputArgs {
  /** Only those that read this. */
  type?: pulumi.Input<types.DataSourceType> | undefined;
  /** With `true`, only those that the role of the signed-in user may use as a source. */
  forSource?: pulumi.Input<boolean> | undefined;
  /** Only those with this text in their name; with `type`. */
  nameContains?: pulumi.Input<string> | undefined;
  /** How many to answer with at the most; with `type`. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSources` answers. */
export interface GetDataSourcesResult {
  /** The data sources. */
  readonly dataSources: types.DataSourceResult[];
  /** How many fit. */
  readonly total: number;
}

/** Lists data sources: all, those of a type, those that a role may use, or a page of those with a text in their name. */
export function getDataSources(args: GetDataSourcesArgs): Promise<GetDataSourcesResult> {
  return invoke("groupid:getDataSources", args);
}

/**
 * Lists data sources: all, those of a type, those that a role may use, or a page of those with a text in their name.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourcesOutput(args: GetDataSourcesOutputArgs): pulumi.Output<GetDataSourcesResult> {
  return invokeOutput("groupid:getDataSources", args);
}
