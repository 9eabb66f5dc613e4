// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult } from "../../cloudiway/getGroup.js";

export type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult };

/** Reads one group, by its migration tag or by its names. */
export function getGroup(args: GetGroupArgs, options?: pulumi.InvokeOptions): Promise<GetGroupResult> {
  return invoke("cloudiway:getGroup", args, options);
}

/**
 * Reads one group, by its migration tag or by its names.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupResult> {
  return invokeOutput("cloudiway:getGroup", args, options);
}
