// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult } from "../../barium/getGroups.js";

export type { GetGroupsArgs, GetGroupsOutputArgs, GetGroupsResult };

/** Lists the groups of a domain of Barium Live: all of them, or one page. */
export function getGroups(args: GetGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetGroupsResult> {
  return invoke("barium:getGroups", args, options);
}

/**
 * Lists the groups of a domain of Barium Live: all of them, or one page.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupsResult> {
  return invokeOutput("barium:getGroups", args, options);
}
