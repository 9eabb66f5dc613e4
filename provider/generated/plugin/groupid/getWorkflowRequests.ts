// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetWorkflowRequestsArgs, GetWorkflowRequestsOutputArgs, GetWorkflowRequestsResult } from "../../groupid/getWorkflowRequests.js";

export type { GetWorkflowRequestsArgs, GetWorkflowRequestsOutputArgs, GetWorkflowRequestsResult };

/** Reads workflow requests by their IDs; one that does not exist is left out. */
export function getWorkflowRequests(args: GetWorkflowRequestsArgs, options?: pulumi.InvokeOptions): Promise<GetWorkflowRequestsResult> {
  return invoke("groupid:getWorkflowRequests", args, options);
}

/**
 * Reads workflow requests by their IDs; one that does not exist is left out.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRequestsOutput(args: GetWorkflowRequestsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetWorkflowRequestsResult> {
  return invokeOutput("groupid:getWorkflowRequests", args, options);
}
