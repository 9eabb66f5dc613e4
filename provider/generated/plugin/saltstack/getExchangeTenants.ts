// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeTenantsArgs, GetExchangeTenantsOutputArgs, GetExchangeTenantsResult } from "../../saltstack/getExchangeTenants.js";

export type { GetExchangeTenantsArgs, GetExchangeTenantsOutputArgs, GetExchangeTenantsResult };

/** Lists the Exchange tenants that fit all that is given. */
export function getExchangeTenants(args: GetExchangeTenantsArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeTenantsResult> {
  return invoke("saltstack:getExchangeTenants", args, options);
}

/**
 * Lists the Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeTenantsOutput(args: GetExchangeTenantsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeTenantsResult> {
  return invokeOutput("saltstack:getExchangeTenants", args, options);
}
