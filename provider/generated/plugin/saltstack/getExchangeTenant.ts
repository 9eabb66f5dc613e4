// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeTenantArgs, GetExchangeTenantOutputArgs, GetExchangeTenantResult } from "../../saltstack/getExchangeTenant.js";

export type { GetExchangeTenantArgs, GetExchangeTenantOutputArgs, GetExchangeTenantResult };

/** Reads one Exchange tenant, by its ID or its domain, with its quotas and their use. */
export function getExchangeTenant(args: GetExchangeTenantArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeTenantResult> {
  return invoke("saltstack:getExchangeTenant", args, options);
}

/**
 * Reads one Exchange tenant, by its ID or its domain, with its quotas and their use.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeTenantOutput(args: GetExchangeTenantOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeTenantResult> {
  return invokeOutput("saltstack:getExchangeTenant", args, options);
}
