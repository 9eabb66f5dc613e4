// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetWorkflowApproversArgs, GetWorkflowApproversOutputArgs, GetWorkflowApproversResult } from "../../groupid/getWorkflowApprovers.js";

export type { GetWorkflowApproversArgs, GetWorkflowApproversOutputArgs, GetWorkflowApproversResult };

/** Lists those who decide a request, one page. */
export function getWorkflowApprovers(args: GetWorkflowApproversArgs, options?: pulumi.InvokeOptions): Promise<GetWorkflowApproversResult> {
  return invoke("groupid:getWorkflowApprovers", args, options);
}

/**
 * Lists those who decide a request, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowApproversOutput(args: GetWorkflowApproversOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetWorkflowApproversResult> {
  return invokeOutput("groupid:getWorkflowApprovers", args, options);
}
