// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDistributionGroupsArgs, GetDistributionGroupsOutputArgs, GetDistributionGroupsResult } from "../../saltstack/getDistributionGroups.js";

export type { GetDistributionGroupsArgs, GetDistributionGroupsOutputArgs, GetDistributionGroupsResult };

/** Lists the distribution groups of Exchange tenants that fit all that is given. */
export function getDistributionGroups(args: GetDistributionGroupsArgs, options?: pulumi.InvokeOptions): Promise<GetDistributionGroupsResult> {
  return invoke("saltstack:getDistributionGroups", args, options);
}

/**
 * Lists the distribution groups of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupsOutput(args: GetDistributionGroupsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDistributionGroupsResult> {
  return invokeOutput("saltstack:getDistributionGroups", args, options);
}
