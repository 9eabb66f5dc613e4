// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetUserGroupsArgs, GetUserGroupsOutputArgs, GetUserGroupsResult } from "../../groupid/getUserGroups.js";

export type { GetUserGroupsArgs, GetUserGroupsOutputArgs, GetUserGroupsResult };

/** Lists groups of a user: those that the user owns, all of the directory, dynasties, Smart Groups, memberships, and those that have expired or soon will. */
export function getUserGroups(args: GetUserGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetUserGroupsResult> {
  return invoke("groupid:getUserGroups", args, options);
}

/**
 * Lists groups of a user: those that the user owns, all of the directory, dynasties, Smart Groups, memberships, and those that have expired or soon will.
 *
 * For arguments that are outputs of resources.
 */
export function getUserGroupsOutput(args: GetUserGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetUserGroupsResult> {
  return invokeOutput("groupid:getUserGroups", args, options);
}
