// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getWorkflowApprovers` is asked. */
export interface GetWorkflowApproversArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The ID of the request. */
  workflowRequestId: string;
  /** How many to answer with at the most. */
  pageSize?: number | undefined;
  /** Which page, from 1. */
  pageIndex?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getWorkflowApproversOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetWorkflowApproversOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The ID of the request. */
  workflowRequestId: pulumi.Input<string>;
  /** How many to answer with at the most. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Which page, from 1. */
  pageIndex?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getWorkflowApprovers` answers. */
export interface GetWorkflowApproversResult {
  /** The approvers. */
  readonly approvers: types.RequestApprover[];
  /** How many there are. */
  readonly total: number;
}

/** Lists those who decide a request, one page. */
export function getWorkflowApprovers(args: GetWorkflowApproversArgs): Promise<GetWorkflowApproversResult> {
  return invoke("groupid:getWorkflowApprovers", args);
}

/**
 * Lists those who decide a request, one page.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowApproversOutput(args: GetWorkflowApproversOutputArgs): pulumi.Output<GetWorkflowApproversResult> {
  return invokeOutput("groupid:getWorkflowApprovers", args);
}
