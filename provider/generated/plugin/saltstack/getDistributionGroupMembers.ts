// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDistributionGroupMembersArgs, GetDistributionGroupMembersOutputArgs, GetDistributionGroupMembersResult } from "../../saltstack/getDistributionGroupMembers.js";

export type { GetDistributionGroupMembersArgs, GetDistributionGroupMembersOutputArgs, GetDistributionGroupMembersResult };

/** Lists the members of a distribution group as whole users. */
export function getDistributionGroupMembers(args: GetDistributionGroupMembersArgs, options?: pulumi.InvokeOptions): Promise<GetDistributionGroupMembersResult> {
  return invoke("saltstack:getDistributionGroupMembers", args, options);
}

/**
 * Lists the members of a distribution group as whole users.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupMembersOutput(args: GetDistributionGroupMembersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDistributionGroupMembersResult> {
  return invokeOutput("saltstack:getDistributionGroupMembers", args, options);
}
