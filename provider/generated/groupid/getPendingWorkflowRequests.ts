// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getPendingWorkflowRequests` is asked. */
export interface GetPendingWorkflowRequestsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** Only those whose route has this text in its description. */
  routeDescription?: string | undefined;
  /** How many to answer with at the most. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getPendingWorkflowRequestsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetPendingWorkflowRequestsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** Only those whose route has this text in its description. */
  routeDescription?: pulumi.Input<string> | undefined;
  /** How many to answer with at the most. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getPendingWorkflowRequests` answers. */
export interface GetPendingWorkflowRequestsResult {
  /** The requests. */
  readonly requests: types.WorkflowRequestResult[];
  /** How many there are. */
  readonly total: number;
}

/** Lists the requests that wait for approval, one page. */
export function getPendingWorkflowRequests(args: GetPendingWorkflowRequestsArgs): Promise<GetPendingWorkflowRequestsResult> {
  return invoke("groupid:getPendingWorkflowRequests", args);
}

/**
 * Lists the requests that wait for approval, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getPendingWorkflowRequestsOutput(args: GetPendingWorkflowRequestsOutputArgs): pulumi.Output<GetPendingWorkflowRequestsResult> {
  return invokeOutput("groupid:getPendingWorkflowRequests", args);
}
