// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSmartGroupMembersArgs, GetSmartGroupMembersOutputArgs, GetSmartGroupMembersResult } from "../../groupid/getSmartGroupMembers.js";

export type { GetSmartGroupMembersArgs, GetSmartGroupMembersOutputArgs, GetSmartGroupMembersResult };

/** Shows what the query of a Smart Group finds now, without a group and without changing one. */
export function getSmartGroupMembers(args: GetSmartGroupMembersArgs, options?: pulumi.InvokeOptions): Promise<GetSmartGroupMembersResult> {
  return invoke("groupid:getSmartGroupMembers", args, options);
}

/**
 * Shows what the query of a Smart Group finds now, without a group and without changing one.
 *
 * For arguments that are outputs of resources.
 */
export function getSmartGroupMembersOutput(args: GetSmartGroupMembersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSmartGroupMembersResult> {
  return invokeOutput("groupid:getSmartGroupMembers", args, options);
}
