// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult } from "../../groupid/getGroup.js";

export type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult };

/** Reads one group of an identity store. */
export function getGroup(args: GetGroupArgs, options?: pulumi.InvokeOptions): Promise<GetGroupResult> {
  return invoke("groupid:getGroup", args, options);
}

/**
 * Reads one group of an identity store.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupResult> {
  return invokeOutput("groupid:getGroup", args, options);
}
