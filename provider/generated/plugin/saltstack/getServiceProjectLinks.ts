// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetServiceProjectLinksArgs, GetServiceProjectLinksOutputArgs, GetServiceProjectLinksResult } from "../../saltstack/getServiceProjectLinks.js";

export type { GetServiceProjectLinksArgs, GetServiceProjectLinksOutputArgs, GetServiceProjectLinksResult };

/** Lists the links between services and projects that the connection's user has a role in, with their quotas. Tenants are made through them. */
export function getServiceProjectLinks(args: GetServiceProjectLinksArgs, options?: pulumi.InvokeOptions): Promise<GetServiceProjectLinksResult> {
  return invoke("saltstack:getServiceProjectLinks", args, options);
}

/**
 * Lists the links between services and projects that the connection's user has a role in, with their quotas. Tenants are made through them.
 *
 * For arguments that are outputs of resources.
 */
export function getServiceProjectLinksOutput(args: GetServiceProjectLinksOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetServiceProjectLinksResult> {
  return invokeOutput("saltstack:getServiceProjectLinks", args, options);
}
