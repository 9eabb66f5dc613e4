// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJobCollections` is asked. */
export interface GetSyncJobCollectionsArgs {
  /** Only those with this name. */
  name?: string | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobCollectionsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobCollectionsOutputArgs {
  /** Only those with this name. */
  name?: pulumi.Input<string> | undefined;
  /** How many to answer with at the most. By default all are read. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJobCollections` answers. */
export interface GetSyncJobCollectionsResult {
  /** The collections. */
  readonly collections: types.SyncJobCollectionSummary[];
  /** How many fit. */
  readonly total: number;
}

/** Lists job collections: all, those of a name, or one page. */
export function getSyncJobCollections(args: GetSyncJobCollectionsArgs): Promise<GetSyncJobCollectionsResult> {
  return invoke("groupid:getSyncJobCollections", args);
}

/**
 * Lists job collections: all, those of a name, or one page.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobCollectionsOutput(args: GetSyncJobCollectionsOutputArgs): pulumi.Output<GetSyncJobCollectionsResult> {
  return invokeOutput("groupid:getSyncJobCollections", args);
}
