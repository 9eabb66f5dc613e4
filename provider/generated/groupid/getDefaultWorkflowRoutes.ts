// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDefaultWorkflowRoutes` is asked. */
export interface GetDefaultWorkflowRoutesArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDefaultWorkflowRoutesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDefaultWorkflowRoutesOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDefaultWorkflowRoutes` answers. */
export interface GetDefaultWorkflowRoutesResult {
  /** The routes. */
  readonly routes: types.WorkflowRouteResult[];
}

/** Lists the routes that every identity store has, as they are before anybody changes them. */
export function getDefaultWorkflowRoutes(args: GetDefaultWorkflowRoutesArgs): Promise<GetDefaultWorkflowRoutesResult> {
  return invoke("groupid:getDefaultWorkflowRoutes", args);
}

/**
 * Lists the routes that every identity store has, as they are before anybody changes them.
 *
 * For arguments that are outputs of resources.
 */
export function getDefaultWorkflowRoutesOutput(args: GetDefaultWorkflowRoutesOutputArgs): pulumi.Output<GetDefaultWorkflowRoutesResult> {
  return invokeOutput("groupid:getDefaultWorkflowRoutes", args);
}
