// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult } from "../../cloudiway/getGroups.js";

export type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult };

/** Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group. */
export function getGroups(args: GetGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetGroupsResult> {
  return invoke("cloudiway:getGroups", args, options);
}

/**
 * Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupsResult> {
  return invokeOutput("cloudiway:getGroups", args, options);
}
