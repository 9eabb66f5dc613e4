// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetExchangeContactArgs, GetExchangeContactOutputArgs, GetExchangeContactResult } from "../../saltstack/getExchangeContact.js";

export type { GetExchangeContactArgs, GetExchangeContactOutputArgs, GetExchangeContactResult };

/** Reads one contact of an Exchange tenant, by its ID. */
export function getExchangeContact(args: GetExchangeContactArgs, options?: pulumi.InvokeOptions): Promise<GetExchangeContactResult> {
  return invoke("saltstack:getExchangeContact", args, options);
}

/**
 * Reads one contact of an Exchange tenant, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeContactOutput(args: GetExchangeContactOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetExchangeContactResult> {
  return invokeOutput("saltstack:getExchangeContact", args, options);
}
