// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDistributionGroups` is asked. */
export interface GetDistributionGroupsArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: string | undefined;
  /** Only those whose tenant's domain is this text, or contains it: see `match`. */
  tenantDomain?: string | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDistributionGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDistributionGroupsOutputArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** Only those whose tenant's domain is this text, or contains it: see `match`. */
  tenantDomain?: pulumi.Input<string> | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDistributionGroups` answers. */
export interface GetDistributionGroupsResult {
  /** The groups. */
  readonly groups: types.DistributionGroupResult[];
}

/** Lists the distribution groups of Exchange tenants that fit all that is given. */
export function getDistributionGroups(args: GetDistributionGroupsArgs): Promise<GetDistributionGroupsResult> {
  return invoke("saltstack:getDistributionGroups", args);
}

/**
 * Lists the distribution groups of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getDistributionGroupsOutput(args: GetDistributionGroupsOutputArgs): pulumi.Output<GetDistributionGroupsResult> {
  return invokeOutput("saltstack:getDistributionGroups", args);
}
