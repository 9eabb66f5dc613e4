// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDistributionGroupArgs, GetDistributionGroupOutputArgs, GetDistributionGroupResult } from "../../saltstack/getDistributionGroup.js";

export type { GetDistributionGroupArgs, GetDistributionGroupOutputArgs, GetDistributionGroupResult };

/** Reads one distribution group, by its ID, with who may write to it. */
export function getDistributionGroup(args: GetDistributionGroupArgs, options?: pulumi.InvokeOptions): Promise<GetDistributionGroupResult> {
  return invoke("saltstack:getDistributionGroup", args, options);
}

/**
 * Reads one distribution group, by its ID, with who may write to it.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupOutput(args: GetDistributionGroupOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDistributionGroupResult> {
  return invokeOutput("saltstack:getDistributionGroup", args, options);
}
