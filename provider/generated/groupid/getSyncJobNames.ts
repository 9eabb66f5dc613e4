// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSyncJobNames` is asked. */
export interface GetSyncJobNamesArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSyncJobNamesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSyncJobNamesOutputArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSyncJobNames` answers. */
export interface GetSyncJobNamesResult {
  /** The names. */
  readonly names: types.SyncJobName[];
}

/** Lists the names of all jobs and templates. */
export function getSyncJobNames(args: GetSyncJobNamesArgs): Promise<GetSyncJobNamesResult> {
  return invoke("groupid:getSyncJobNames", args);
}

/**
 * Lists the names of all jobs and templates.
 *
 * For arguments that are outputs of resources.
 */
export function getSyncJobNamesOutput(args: GetSyncJobNamesOutputArgs): pulumi.Output<GetSyncJobNamesResult> {
  return invokeOutput("groupid:getSyncJobNames", args);
}
