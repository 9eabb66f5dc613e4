// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetDefaultWorkflowRoutesArgs, GetDefaultWorkflowRoutesOutputArgs, GetDefaultWorkflowRoutesResult } from "../../groupid/getDefaultWorkflowRoutes.js";

export type { GetDefaultWorkflowRoutesArgs, GetDefaultWorkflowRoutesOutputArgs, GetDefaultWorkflowRoutesResult };

/** Lists the routes that every identity store has, as they are before anybody changes them. */
export function getDefaultWorkflowRoutes(args: GetDefaultWorkflowRoutesArgs, options?: pulumi.InvokeOptions): Promise<GetDefaultWorkflowRoutesResult> {
  return invoke("groupid:getDefaultWorkflowRoutes", args, options);
}

/**
 * Lists the routes that every identity store has, as they are before anybody changes them.
 *
 * For arguments that are outputs of resources.
 */
export function getDefaultWorkflowRoutesOutput(args: GetDefaultWorkflowRoutesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetDefaultWorkflowRoutesResult> {
  return invokeOutput("groupid:getDefaultWorkflowRoutes", args, options);
}
