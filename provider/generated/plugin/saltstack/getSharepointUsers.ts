// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetSharepointUsersArgs, GetSharepointUsersOutputArgs, GetSharepointUsersResult } from "../../saltstack/getSharepointUsers.js";

export type { GetSharepointUsersArgs, GetSharepointUsersOutputArgs, GetSharepointUsersResult };

/** Lists the users of SharePoint tenants that fit all that is given. */
export function getSharepointUsers(args: GetSharepointUsersArgs, options?: pulumi.InvokeOptions): Promise<GetSharepointUsersResult> {
  return invoke("saltstack:getSharepointUsers", args, options);
}

/**
 * Lists the users of SharePoint tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointUsersOutput(args: GetSharepointUsersOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetSharepointUsersResult> {
  return invokeOutput("saltstack:getSharepointUsers", args, options);
}
