// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDistributionGroupMembers` is asked. */
export interface GetDistributionGroupMembersArgs {
  /** The ID of the group. */
  groupId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDistributionGroupMembersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDistributionGroupMembersOutputArgs {
  /** The ID of the group. */
  groupId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDistributionGroupMembers` answers. */
export interface GetDistributionGroupMembersResult {
  /** The members. */
  readonly members: types.ExchangeUserResult[];
}

/** Lists the members of a distribution group as whole users. */
export function getDistributionGroupMembers(args: GetDistributionGroupMembersArgs): Promise<GetDistributionGroupMembersResult> {
  return invoke("saltstack:getDistributionGroupMembers", args);
}

/**
 * Lists the members of a distribution group as whole users.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupMembersOutput(args: GetDistributionGroupMembersOutputArgs): pulumi.Output<GetDistributionGroupMembersResult> {
  return invokeOutput("saltstack:getDistributionGroupMembers", args);
}
