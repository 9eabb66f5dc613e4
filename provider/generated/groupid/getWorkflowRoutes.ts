// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getWorkflowRoutes` is asked. */
export interface GetWorkflowRoutesArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getWorkflowRoutesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetWorkflowRoutesOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getWorkflowRoutes` answers. */
export interface GetWorkflowRoutesResult {
  /** The routes. */
  readonly routes: types.WorkflowRouteResult[];
}

/** Lists all workflow routes of an identity store, the system's own among them. */
export function getWorkflowRoutes(args: GetWorkflowRoutesArgs): Promise<GetWorkflowRoutesResult> {
  return invoke("groupid:getWorkflowRoutes", args);
}

/**
 * Lists all workflow routes of an identity store, the system's own among them.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRoutesOutput(args: GetWorkflowRoutesOutputArgs): pulumi.Output<GetWorkflowRoutesResult> {
  return invokeOutput("groupid:getWorkflowRoutes", args);
}
