// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getBatchMembers` is asked. */
export interface GetBatchMembersArgs {
  /** The name of the batch. */
  batchName: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getBatchMembersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetBatchMembersOutputArgs {
  /** The name of the batch. */
  batchName: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getBatchMembers` answers. */
export interface GetBatchMembersResult {
  /** The groups, in the order of the system. */
  readonly members: types.BatchMember[];
}

/** Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to. */
export function getBatchMembers(args: GetBatchMembersArgs): Promise<GetBatchMembersResult> {
  return invoke("cloudiway:getBatchMembers", args);
}

/**
 * Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to.
 *
 * For arguments that are outputs of resources.
 */
export function getBatchMembersOutput(args: GetBatchMembersOutputArgs): pulumi.Output<GetBatchMembersResult> {
  return invokeOutput("cloudiway:getBatchMembers", args);
}
