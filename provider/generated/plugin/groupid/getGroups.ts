// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult } from "../../groupid/getGroups.js";

export type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult };

/**
 * Reads groups of an identity store: those of the given identities that exist, or all.
 *
 * All groups are listed from the side of a user: that of the connection's `userIdentity`, by default its `username`.
 */
export function getGroups(args: GetGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetGroupsResult> {
  return invoke("groupid:getGroups", args, options);
}

/**
 * Reads groups of an identity store: those of the given identities that exist, or all.
 *
 * All groups are listed from the side of a user: that of the connection's `userIdentity`, by default its `username`.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupsResult> {
  return invokeOutput("groupid:getGroups", args, options);
}
