// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getUserGroupCount` is asked. */
export interface GetUserGroupCountArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The user: a GUID, a DN or an account name. */
  user: string;
  /** Whether groups count as owned that a group of the user owns. */
  includeNestedOwnership?: boolean | undefined;
  /** Whether groups count as owned that the user is an additional owner of. */
  includeAdditionalOwnership?: boolean | undefined;
  /** Which groups. */
  list?: types.CountedUserGroupList | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getUserGroupCountOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetUserGroupCountOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The user: a GUID, a DN or an account name. */
  user: pulumi.Input<string>;
  /** Whether groups count as owned that a group of the user owns. */
  includeNestedOwnership?: pulumi.Input<boolean> | undefined;
  /** Whether groups count as owned that the user is an additional owner of. */
  includeAdditionalOwnership?: pulumi.Input<boolean> | undefined;
  /** Which groups. */
  list?: pulumi.Input<types.CountedUserGroupList> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getUserGroupCount` answers. */
export interface GetUserGroupCountResult {
  /** How many groups there are. */
  readonly count: number;
}

/** Counts groups of a user without reading them: those that the user owns, memberships, or expiring groups. */
export function getUserGroupCount(args: GetUserGroupCountArgs): Promise<GetUserGroupCountResult> {
  return invoke("groupid:getUserGroupCount", args);
}

/**
 * Counts groups of a user without reading them: those that the user owns, memberships, or expiring groups.
 *
 * For arguments that are outputs of resources.
 */
export function getUserGroupCountOutput(args: GetUserGroupCountOutputArgs): pulumi.Output<GetUserGroupCountResult> {
  return invokeOutput("groupid:getUserGroupCount", args);
}
