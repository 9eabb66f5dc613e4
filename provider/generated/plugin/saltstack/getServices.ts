// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetServicesArgs, GetServicesOutputArgs, GetServicesResult } from "../../saltstack/getServices.js";

export type { GetServicesArgs, GetServicesOutputArgs, GetServicesResult };

/** Lists the SaltStack services that the connection's user may see. */
export function getServices(args: GetServicesArgs, options?: pulumi.InvokeOptions): Promise<GetServicesResult> {
  return invoke("saltstack:getServices", args, options);
}

/**
 * Lists the SaltStack services that the connection's user may see.
 *
 * For arguments that are outputs of resources.
 */
export function getServicesOutput(args: GetServicesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetServicesResult> {
  return invokeOutput("saltstack:getServices", args, options);
}
