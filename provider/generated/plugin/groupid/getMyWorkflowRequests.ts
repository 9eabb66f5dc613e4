// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetMyWorkflowRequestsArgs, GetMyWorkflowRequestsOutputArgs, GetMyWorkflowRequestsResult } from "../../groupid/getMyWorkflowRequests.js";

export type { GetMyWorkflowRequestsArgs, GetMyWorkflowRequestsOutputArgs, GetMyWorkflowRequestsResult };

/** Lists the workflow requests of the user that the connection signs in as. */
export function getMyWorkflowRequests(args: GetMyWorkflowRequestsArgs, options?: pulumi.InvokeOptions): Promise<GetMyWorkflowRequestsResult> {
  return invoke("groupid:getMyWorkflowRequests", args, options);
}

/**
 * Lists the workflow requests of the user that the connection signs in as.
 *
 * For arguments that are outputs of resources.
 */
export function getMyWorkflowRequestsOutput(args: GetMyWorkflowRequestsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetMyWorkflowRequestsResult> {
  return invokeOutput("groupid:getMyWorkflowRequests", args, options);
}
