// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getDistributionGroup` is asked. */
export interface GetDistributionGroupArgs {
  /** The ID of the group. */
  groupId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDistributionGroupOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDistributionGroupOutputArgs {
  /** The ID of the group. */
  groupId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDistributionGroup` answers. */
export interface GetDistributionGroupResult {
  /** The ID of the group. */
  readonly groupId: string;
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The domain of the tenant. */
  readonly tenantDomain?: string | undefined;
  /** The ID of the user who manages the group. */
  readonly managerId?: string | undefined;
  /** That user's name. */
  readonly managerName?: string | undefined;
  /** The name that people see. */
  readonly name?: string | undefined;
  /** The part of the address before the `@`. */
  readonly username?: string | undefined;
  /** The address of the group. */
  readonly email?: string | undefined;
  /** Whether senders outside of the tenant may write to it. */
  readonly sendersOut?: boolean | undefined;
  /** The IDs of the members. */
  readonly members?: string[] | undefined;
  /** The IDs of the users and contacts who alone may write to it. A list need not show them. */
  readonly deliveryMembers?: string[] | undefined;
}

/** Reads one distribution group, by its ID, with who may write to it. */
export function getDistributionGroup(args: GetDistributionGroupArgs): Promise<GetDistributionGroupResult> {
  return invoke("saltstack:getDistributionGroup", args);
}

/**
 * Reads one distribution group, by its ID, with who may write to it.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupOutput(args: GetDistributionGroupOutputArgs): pulumi.Output<GetDistributionGroupResult> {
  return invokeOutput("saltstack:getDistributionGroup", args);
}
