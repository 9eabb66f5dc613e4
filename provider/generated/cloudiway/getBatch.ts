// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getBatch` is asked. */
export interface GetBatchArgs {
  /** The name of the batch. */
  batchName: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getBatchOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetBatchOutputArgs {
  /** The name of the batch. */
  batchName: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getBatch` answers. */
export interface GetBatchResult {
  /** The name of the batch. */
  readonly batchName: string;
  /** The number of the batch. */
  readonly batchId?: string | undefined;
  /** The number of the customer whose batch it is. */
  readonly customerId?: string | undefined;
  /** How many groups it has. */
  readonly groupCount?: number | undefined;
}

/** Reads a batch by its name. */
export function getBatch(args: GetBatchArgs): Promise<GetBatchResult> {
  return invoke("cloudiway:getBatch", args);
}

/**
 * Reads a batch by its name.
 *
 * For arguments that are outputs of resources.
 */
export function getBatchOutput(args: GetBatchOutputArgs): pulumi.Output<GetBatchResult> {
  return invokeOutput("cloudiway:getBatch", args);
}
