// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeContactsArgs, GetExchangeContactsOutputArgs, GetExchangeContactsResult } from "../../saltstack/getExchangeContacts.js";

export type { GetExchangeContactsArgs, GetExchangeContactsOutputArgs, GetExchangeContactsResult };

/** Lists the contacts of Exchange tenants that fit all that is given. */
export function getExchangeContacts(args: GetExchangeContactsArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeContactsResult> {
  return invoke("saltstack:getExchangeContacts", args, options);
}

/**
 * Lists the contacts of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeContactsOutput(args: GetExchangeContactsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeContactsResult> {
  return invokeOutput("saltstack:getExchangeContacts", args, options);
}
