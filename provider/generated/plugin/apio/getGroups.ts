// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult } from "../../apio/getGroups.js";

export type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult };

/** Lists the groups of a BroadWorks tenant that fit all given criteria. */
export function getGroups(args: GetGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetGroupsResult> {
  return invoke("apio:getGroups", args, options);
}

/**
 * Lists the groups of a BroadWorks tenant that fit all given criteria.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupsResult> {
  return invokeOutput("apio:getGroups", args, options);
}
