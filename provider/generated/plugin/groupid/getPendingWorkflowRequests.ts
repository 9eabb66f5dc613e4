// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetPendingWorkflowRequestsArgs, GetPendingWorkflowRequestsOutputArgs, GetPendingWorkflowRequestsResult } from "../../groupid/getPendingWorkflowRequests.js";

export type { GetPendingWorkflowRequestsArgs, GetPendingWorkflowRequestsOutputArgs, GetPendingWorkflowRequestsResult };

/** Lists the requests that wait for approval, one page. */
export function getPendingWorkflowRequests(args: GetPendingWorkflowRequestsArgs, options?: pulumi.InvokeOptions): Promise<GetPendingWorkflowRequestsResult> {
  return invoke("groupid:getPendingWorkflowRequests", args, options);
}

/**
 * Lists the requests that wait for approval, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getPendingWorkflowRequestsOutput(args: GetPendingWorkflowRequestsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetPendingWorkflowRequestsResult> {
  return invokeOutput("groupid:getPendingWorkflowRequests", args, options);
}
