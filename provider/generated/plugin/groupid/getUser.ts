// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetUserArgs, GetUserOutputArgs, GetUserResult } from "../../groupid/getUser.js";

export type { GetUserArgs, GetUserOutputArgs, GetUserResult };

/** Reads one user of an identity store. */
export function getUser(args: GetUserArgs, options?: pulumi.InvokeOptions): Promise<GetUserResult> {
  return invoke("groupid:getUser", args, options);
}

/**
 * Reads one user of an identity store.
 *
 * For arguments that are outputs of resources.
 */
export function getUserOutput(args: GetUserOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetUserResult> {
  return invokeOutput("groupid:getUser", args, options);
}
