// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetBatchArgs, GetBatchOutputArgs, GetBatchResult } from "../../cloudiway/getBatch.js";

export type { GetBatchArgs, GetBatchOutputArgs, GetBatchResult };

/** Reads a batch by its name. */
export function getBatch(args: GetBatchArgs, options?: pulumi.InvokeOptions): Promise<GetBatchResult> {
  return invoke("cloudiway:getBatch", args, options);
}

/**
 * Reads a batch by its name.
 *
 * For arguments that are outputs of resources.
 */
export function getBatchOutput(args: GetBatchOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetBatchResult> {
  return invokeOutput("cloudiway:getBatch", args, options);
}
