// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSharepointTenantArgs, GetSharepointTenantOutputArgs, GetSharepointTenantResult } from "../../saltstack/getSharepointTenant.js";

export type { GetSharepointTenantArgs, GetSharepointTenantOutputArgs, GetSharepointTenantResult };

/** Reads one SharePoint tenant, by its ID or its domain, with its quotas and their use. */
export function getSharepointTenant(args: GetSharepointTenantArgs, options?: pulumi.InvokeOptions): Promise<GetSharepointTenantResult> {
  return invoke("saltstack:getSharepointTenant", args, options);
}

/**
 * Reads one SharePoint tenant, by its ID or its domain, with its quotas and their use.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointTenantOutput(args: GetSharepointTenantOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSharepointTenantResult> {
  return invokeOutput("saltstack:getSharepointTenant", args, options);
}
