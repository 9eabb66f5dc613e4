// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSharepointUserArgs, GetSharepointUserOutputArgs, GetSharepointUserResult } from "../../saltstack/getSharepointUser.js";

export type { GetSharepointUserArgs, GetSharepointUserOutputArgs, GetSharepointUserResult };

/** Reads one user of a SharePoint tenant, by its ID. */
export function getSharepointUser(args: GetSharepointUserArgs, options?: pulumi.InvokeOptions): Promise<GetSharepointUserResult> {
  return invoke("saltstack:getSharepointUser", args, options);
}

/**
 * Reads one user of a SharePoint tenant, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointUserOutput(args: GetSharepointUserOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSharepointUserResult> {
  return invokeOutput("saltstack:getSharepointUser", args, options);
}
