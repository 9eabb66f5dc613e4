// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetTargetConnectorsArgs, GetTargetConnectorsOutputArgs, GetTargetConnectorsResult } from "../../cloudiway/getTargetConnectors.js";

export type { GetTargetConnectorsArgs, GetTargetConnectorsOutputArgs, GetTargetConnectorsResult };

/** Lists the connectors to targets of the project. */
export function getTargetConnectors(args: GetTargetConnectorsArgs, options?: pulumi.InvokeOptions): Promise<GetTargetConnectorsResult> {
  return invoke("cloudiway:getTargetConnectors", args, options);
}

/**
 * Lists the connectors to targets of the project.
 *
 * For arguments that are outputs of resources.
 */
export function getTargetConnectorsOutput(args: GetTargetConnectorsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetTargetConnectorsResult> {
  return invokeOutput("cloudiway:getTargetConnectors", args, options);
}
