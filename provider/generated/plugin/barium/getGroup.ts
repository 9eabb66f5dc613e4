// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult } from "../../barium/getGroup.js";

export type { GetGroupArgs, GetGroupOutputArgs, GetGroupResult };

/** Finds one group of a domain of Barium Live by its ID or by its key. */
export function getGroup(args: GetGroupArgs, options?: pulumi.InvokeOptions): Promise<GetGroupResult> {
  return invoke("barium:getGroup", args, options);
}

/**
 * Finds one group of a domain of Barium Live by its ID or by its key.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupResult> {
  return invokeOutput("barium:getGroup", args, options);
}
