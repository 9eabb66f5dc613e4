// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeUserArgs, GetExchangeUserOutputArgs, GetExchangeUserResult } from "../../saltstack/getExchangeUser.js";

export type { GetExchangeUserArgs, GetExchangeUserOutputArgs, GetExchangeUserResult };

/** Reads one user of an Exchange tenant, by its ID or its username. */
export function getExchangeUser(args: GetExchangeUserArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeUserResult> {
  return invoke("saltstack:getExchangeUser", args, options);
}

/**
 * Reads one user of an Exchange tenant, by its ID or its username.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUserOutput(args: GetExchangeUserOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeUserResult> {
  return invokeOutput("saltstack:getExchangeUser", args, options);
}
