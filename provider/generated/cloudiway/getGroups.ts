// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getGroups` is asked. */
export interface GetGroupsArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupsOutputArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroups` answers. */
export interface GetGroupsResult {
  /** The groups, in the order of the system. */
  readonly groups: types.ListedGroup[];
}

/** Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group. */
export function getGroups(args: GetGroupsArgs): Promise<GetGroupsResult> {
  return invoke("cloudiway:getGroups", args);
}

/**
 * Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs): pulumi.Output<GetGroupsResult> {
  return invokeOutput("cloudiway:getGroups", args);
}
