// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getWorkflowRequests` is asked. */
export interface GetWorkflowRequestsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The IDs of the requests. */
  workflowRequestIds: string[];
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getWorkflowRequestsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetWorkflowRequestsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The IDs of the requests. */
  workflowRequestIds: pulumi.Input<pulumi.Input<string>[]>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getWorkflowRequests` answers. */
export interface GetWorkflowRequestsResult {
  /** The requests. */
  readonly requests: types.WorkflowRequestResult[];
}

/** Reads workflow requests by their IDs; one that does not exist is left out. */
export function getWorkflowRequests(args: GetWorkflowRequestsArgs): Promise<GetWorkflowRequestsResult> {
  return invoke("groupid:getWorkflowRequests", args);
}

/**
 * Reads workflow requests by their IDs; one that does not exist is left out.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRequestsOutput(args: GetWorkflowRequestsOutputArgs): pulumi.Output<GetWorkflowRequestsResult> {
  return invokeOutput("groupid:getWorkflowRequests", args);
}
