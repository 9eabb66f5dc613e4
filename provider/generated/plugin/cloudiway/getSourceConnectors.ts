// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSourceConnectorsArgs, GetSourceConnectorsOutputArgs, GetSourceConnectorsResult } from "../../cloudiway/getSourceConnectors.js";

export type { GetSourceConnectorsArgs, GetSourceConnectorsOutputArgs, GetSourceConnectorsResult };

/** Lists the connectors to sources of the project. */
export function getSourceConnectors(args: GetSourceConnectorsArgs, options?: pulumi.InvokeOptions): Promise<GetSourceConnectorsResult> {
  return invoke("cloudiway:getSourceConnectors", args, options);
}

/**
 * Lists the connectors to sources of the project.
 *
 * For arguments that are outputs of resources.
 */
export function getSourceConnectorsOutput(args: GetSourceConnectorsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSourceConnectorsResult> {
  return invokeOutput("cloudiway:getSourceConnectors", args, options);
}
