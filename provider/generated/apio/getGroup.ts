// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getGroup` is asked. */
export interface GetGroupArgs {
  /** The ID of the tenant. */
  tenantId: string;
  /** The ID of the group. */
  groupId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupOutputArgs {
  /** The ID of the tenant. */
  tenantId: pulumi.Input<string>;
  /** The ID of the group. */
  groupId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroup` answers. */
export interface GetGroupResult {
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The ID of the group. */
  readonly groupId: string;
  /** The name of the group. */
  readonly groupName?: string | undefined;
  /** How many users the group may have. */
  readonly userLimit?: number | undefined;
  /** The default domain of the group. It must exist, unless it is made with the group: `autoCreateDomain`. */
  readonly defaultDomain?: string | undefined;
  /** The name that called parties see. */
  readonly cliName?: string | undefined;
  /** The phone number that called parties see. */
  readonly cliPhoneNumber?: string | undefined;
  /** The dialing code of the group's location. */
  readonly locationDialingCode?: string | undefined;
  /** The time zone, such as `Europe/Brussels`. */
  readonly timeZone?: string | undefined;
  /** Whom to contact: a map, with the installation's own names, such as `contactName`. */
  readonly contactInformation?: { [key: string]: string } | undefined;
  /** Where the group is: a map, with the installation's own names, such as `city`. */
  readonly addressInformation?: { [key: string]: string } | undefined;
  /** The reseller that the group belongs to. By default the tenant's. */
  readonly resellerId?: string | undefined;
  /** How many users the group has. */
  readonly userCount?: number | undefined;
}

/** Reads one group of a BroadWorks tenant. */
export function getGroup(args: GetGroupArgs): Promise<GetGroupResult> {
  return invoke("apio:getGroup", args);
}

/**
 * Reads one group of a BroadWorks tenant.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs): pulumi.Output<GetGroupResult> {
  return invokeOutput("apio:getGroup", args);
}
