// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSharepointTenantsArgs, GetSharepointTenantsOutputArgs, GetSharepointTenantsResult } from "../../saltstack/getSharepointTenants.js";

export type { GetSharepointTenantsArgs, GetSharepointTenantsOutputArgs, GetSharepointTenantsResult };

/** Lists the SharePoint tenants that fit all that is given. */
export function getSharepointTenants(args: GetSharepointTenantsArgs, options?: pulumi.InvokeOptions): Promise<GetSharepointTenantsResult> {
  return invoke("saltstack:getSharepointTenants", args, options);
}

/**
 * Lists the SharePoint tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointTenantsOutput(args: GetSharepointTenantsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSharepointTenantsResult> {
  return invokeOutput("saltstack:getSharepointTenants", args, options);
}
