// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetBatchMembersArgs, GetBatchMembersOutputArgs, GetBatchMembersResult } from "../../cloudiway/getBatchMembers.js";

export type { GetBatchMembersArgs, GetBatchMembersOutputArgs, GetBatchMembersResult };

/** Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to. */
export function getBatchMembers(args: GetBatchMembersArgs, options?: pulumi.InvokeOptions): Promise<GetBatchMembersResult> {
  return invoke("cloudiway:getBatchMembers", args, options);
}

/**
 * Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to.
 *
 * For arguments that are outputs of resources.
 */
export function getBatchMembersOutput(args: GetBatchMembersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetBatchMembersResult> {
  return invokeOutput("cloudiway:getBatchMembers", args, options);
}
