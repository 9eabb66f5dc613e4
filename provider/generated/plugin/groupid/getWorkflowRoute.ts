// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetWorkflowRouteArgs, GetWorkflowRouteOutputArgs, GetWorkflowRouteResult } from "../../groupid/getWorkflowRoute.js";

export type { GetWorkflowRouteArgs, GetWorkflowRouteOutputArgs, GetWorkflowRouteResult };

/** Reads one workflow route. */
export function getWorkflowRoute(args: GetWorkflowRouteArgs, options?: pulumi.InvokeOptions): Promise<GetWorkflowRouteResult> {
  return invoke("groupid:getWorkflowRoute", args, options);
}

/**
 * Reads one workflow route.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRouteOutput(args: GetWorkflowRouteOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetWorkflowRouteResult> {
  return invokeOutput("groupid:getWorkflowRoute", args, options);
}
