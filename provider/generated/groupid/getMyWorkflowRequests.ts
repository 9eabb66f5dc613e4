// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getMyWorkflowRequests` is asked. */
export interface GetMyWorkflowRequestsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getMyWorkflowRequestsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetMyWorkflowRequestsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getMyWorkflowRequests` answers. */
export interface GetMyWorkflowRequestsResult {
  /** The requests. */
  readonly requests: types.WorkflowRequestResult[];
}

/** Lists the workflow requests of the user that the connection signs in as. */
export function getMyWorkflowRequests(args: GetMyWorkflowRequestsArgs): Promise<GetMyWorkflowRequestsResult> {
  return invoke("groupid:getMyWorkflowRequests", args);
}

/**
 * Lists the workflow requests of the user that the connection signs in as.
 *
 * For arguments that are outputs of resources.
 */
export function getMyWorkflowRequestsOutput(args: GetMyWorkflowRequestsOutputArgs): pulumi.Output<GetMyWorkflowRequestsResult> {
  return invokeOutput("groupid:getMyWorkflowRequests", args);
}
