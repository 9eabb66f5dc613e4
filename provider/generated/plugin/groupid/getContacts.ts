// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetContactsArgs, GetContactsOutputArgs, GetContactsResult } from "../../groupid/getContacts.js";

export type { GetContactsArgs, GetContactsOutputArgs, GetContactsResult };

/** Reads contacts of an identity store, those of the given identities that exist. */
export function getContacts(args: GetContactsArgs, options?: pulumi.InvokeOptions): Promise<GetContactsResult> {
  return invoke("groupid:getContacts", args, options);
}

/**
 * Reads contacts of an identity store, those of the given identities that exist.
 *
 * For arguments that are outputs of resources.
 */
export function getContactsOutput(args: GetContactsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetContactsResult> {
  return invokeOutput("groupid:getContacts", args, options);
}
