// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeUsersArgs, GetExchangeUsersOutputArgs, GetExchangeUsersResult } from "../../saltstack/getExchangeUsers.js";

export type { GetExchangeUsersArgs, GetExchangeUsersOutputArgs, GetExchangeUsersResult };

/** Lists the users of Exchange tenants that fit all that is given. */
export function getExchangeUsers(args: GetExchangeUsersArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeUsersResult> {
  return invoke("saltstack:getExchangeUsers", args, options);
}

/**
 * Lists the users of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUsersOutput(args: GetExchangeUsersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeUsersResult> {
  return invokeOutput("saltstack:getExchangeUsers", args, options);
}
