// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getGroupStatus` is asked. */
export interface GetGroupStatusArgs {
  /** The migration tag of the group. */
  migrationTag: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupStatusOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupStatusOutputArgs {
  /** The migration tag of the group. */
  migrationTag: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroupStatus` answers. */
export interface GetGroupStatusResult {
  /** The status. */
  readonly status: types.MigrationStatus;
  /** What the status says; empty for a word that is not documented. */
  readonly meaning: string;
}

/** Reads the status of a group's migration. */
export function getGroupStatus(args: GetGroupStatusArgs): Promise<GetGroupStatusResult> {
  return invoke("cloudiway:getGroupStatus", args);
}

/**
 * Reads the status of a group's migration.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupStatusOutput(args: GetGroupStatusOutputArgs): pulumi.Output<GetGroupStatusResult> {
  return invokeOutput("cloudiway:getGroupStatus", args);
}
