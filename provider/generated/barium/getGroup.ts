// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getGroup` is asked. */
export interface GetGroupArgs {
  /** The ID of the domain. */
  domainId: string;
  /** The ID of the group. Give this or `key`. */
  groupId?: string | undefined;
  /** The key of the group. Give this or `groupId`. */
  key?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupOutputArgs {
  /** The ID of the domain. */
  domainId: pulumi.Input<string>;
  /** The ID of the group. Give this or `key`. */
  groupId?: pulumi.Input<string> | undefined;
  /** The key of the group. Give this or `groupId`. */
  key?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroup` answers. */
export interface GetGroupResult {
  /** The ID that Barium Live gave to the group. */
  readonly groupId: string;
  /** The key of the group. */
  readonly key?: string | undefined;
  /** The name that users see. */
  readonly name?: string | undefined;
  /** The ID of the group above; absent for a root. */
  readonly parentId?: string | undefined;
  /** The ID of the group in Barium Live's access rights. */
  readonly securityId?: string | undefined;
  /** The system that the group comes from. */
  readonly origin?: string | undefined;
  /** The key of the group in the system that it comes from. */
  readonly originKey?: string | undefined;
}

/** Finds one group of a domain of Barium Live by its ID or by its key. */
export function getGroup(args: GetGroupArgs): Promise<GetGroupResult> {
  return invoke("barium:getGroup", args);
}

/**
 * Finds one group of a domain of Barium Live by its ID or by its key.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs): pulumi.Output<GetGroupResult> {
  return invokeOutput("barium:getGroup", args);
}
