// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeUserDelegatesArgs, GetExchangeUserDelegatesOutputArgs, GetExchangeUserDelegatesResult } from "../../saltstack/getExchangeUserDelegates.js";

export type { GetExchangeUserDelegatesArgs, GetExchangeUserDelegatesOutputArgs, GetExchangeUserDelegatesResult };

/** Lists who may send on behalf of a user, and as the user, wherever that was declared. */
export function getExchangeUserDelegates(args: GetExchangeUserDelegatesArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeUserDelegatesResult> {
  return invoke("saltstack:getExchangeUserDelegates", args, options);
}

/**
 * Lists who may send on behalf of a user, and as the user, wherever that was declared.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUserDelegatesOutput(args: GetExchangeUserDelegatesOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeUserDelegatesResult> {
  return invokeOutput("saltstack:getExchangeUserDelegates", args, options);
}
