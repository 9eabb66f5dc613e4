// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetContactArgs, GetContactOutputArgs, GetContactResult } from "../../groupid/getContact.js";

export type { GetContactArgs, GetContactOutputArgs, GetContactResult };

/** Reads one contact of an identity store. */
export function getContact(args: GetContactArgs, options?: pulumi.InvokeOptions): Promise<GetContactResult> {
  return invoke("groupid:getContact", args, options);
}

/**
 * Reads one contact of an identity store.
 *
 * For arguments that are outputs of resources.
 */
export function getContactOutput(args: GetContactOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetContactResult> {
  return invokeOutput("groupid:getContact", args, options);
}
