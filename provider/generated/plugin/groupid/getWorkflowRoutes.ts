// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetWorkflowRoutesArgs, GetWorkflowRoutesOutputArgs, GetWorkflowRoutesResult } from "../../groupid/getWorkflowRoutes.js";

export type { GetWorkflowRoutesArgs, GetWorkflowRoutesOutputArgs, GetWorkflowRoutesResult };

/** Lists all workflow routes of an identity store, the system's own among them. */
export function getWorkflowRoutes(args: GetWorkflowRoutesArgs, options?: pulumi.InvokeOptions): Promise<GetWorkflowRoutesResult> {
  return invoke("groupid:getWorkflowRoutes", args, options);
}

/**
 * Lists all workflow routes of an identity store, the system's own among them.
 *
 * For arguments that are outputs of resources.
 */
export function getWorkflowRoutesOutput(args: GetWorkflowRoutesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetWorkflowRoutesResult> {
  return invokeOutput("groupid:getWorkflowRoutes", args, options);
}
