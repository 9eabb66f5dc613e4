// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetUserGroupCountArgs, GetUserGroupCountOutputArgs, GetUserGroupCountResult } from "../../groupid/getUserGroupCount.js";

export type { GetUserGroupCountArgs, GetUserGroupCountOutputArgs, GetUserGroupCountResult };

/** Counts groups of a user without reading them: those that the user owns, memberships, or expiring groups. */
export function getUserGroupCount(args: GetUserGroupCountArgs, options?: pulumi.InvokeOptions): Promise<GetUserGroupCountResult> {
  return invoke("groupid:getUserGroupCount", args, options);
}

/**
 * Counts groups of a user without reading them: those that the user owns, memberships, or expiring groups.
 *
 * For arguments that are outputs of resources.
 */
export function getUserGroupCountOutput(args: GetUserGroupCountOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetUserGroupCountResult> {
  return invokeOutput("groupid:getUserGroupCount", args, options);
}
