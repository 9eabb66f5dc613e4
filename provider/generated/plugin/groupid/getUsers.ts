// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetUsersArgs, GetUsersOutputArgs, GetUsersResult } from "../../groupid/getUsers.js";

export type { GetUsersArgs, GetUsersOutputArgs, GetUsersResult };

/** Reads users of an identity store, those of the given identities that exist. */
export function getUsers(args: GetUsersArgs, options?: pulumi.InvokeOptions): Promise<GetUsersResult> {
  return invoke("groupid:getUsers", args, options);
}

/**
 * Reads users of an identity store, those of the given identities that exist.
 *
 * For arguments that are outputs of resources.
 */
export function getUsersOutput(args: GetUsersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetUsersResult> {
  return invokeOutput("groupid:getUsers", args, options);
}
