// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult } from "../../apio/getGroup.js";

export type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult };

/** Reads one group of a BroadWorks tenant. */
export function getGroup(args: GetGroupArgs, options?: pulumi.InvokeOptions): Promise<GetGroupResult> {
  return invoke("apio:getGroup", args, options);
}

/**
 * Reads one group of a BroadWorks tenant.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupResult> {
  return invokeOutput("apio:getGroup", args, options);
}
