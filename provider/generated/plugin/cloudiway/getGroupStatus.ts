// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetGroupStatusArgs, GetGroupStatusOutputArgs, GetGroupStatusResult } from "../../cloudiway/getGroupStatus.js";

export type { GetGroupStatusArgs, GetGroupStatusOutputArgs, GetGroupStatusResult };

/** Reads the status of a group's migration. */
export function getGroupStatus(args: GetGroupStatusArgs, options?: pulumi.InvokeOptions): Promise<GetGroupStatusResult> {
  return invoke("cloudiway:getGroupStatus", args, options);
}

/**
 * Reads the status of a group's migration.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupStatusOutput(args: GetGroupStatusOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetGroupStatusResult> {
  return invokeOutput("cloudiway:getGroupStatus", args, options);
}
