// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getUserGroups` is asked. */
export interface GetUserGroupsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The user: a GUID, a DN or an account name. */
  user: string;
  /** Whether groups count as owned that a group of the user owns. */
  includeNestedOwnership?: boolean | undefined;
  /** Whether groups count as owned that the user is an additional owner of. */
  includeAdditionalOwnership?: boolean | undefined;
  /** Which groups. */
  list?: types.UserGroupList | undefined;
  /** The names of the attributes to read, such as `description`. */
  attributes?: string[] | undefined;
  /** The page to read; the first is 1. */
  page?: number | undefined;
  /** How many objects a page has. */
  pageSize?: number | undefined;
  /** Whether to read all pages from `page` on. */
  allPages?: boolean | undefined;
  /** The order of the list. */
  sortOrder?: types.SortOrder | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getUserGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetUserGroupsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The user: a GUID, a DN or an account name. */
  user: pulumi.Input<string>;
  /** Whether groups count as owned that a group of the user owns. */
  includeNestedOwnership?: pulumi.Input<boolean> | undefined;
  /** Whether groups count as owned that the user is an additional owner of. */
  includeAdditionalOwnership?: pulumi.Input<boolean> | undefined;
  /** Which groups. */
  list?: pulumi.Input<types.UserGroupList> | undefined;
  /** The names of the attributes to read, such as `description`. */
  attributes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The page to read; the first is 1. */
  page?: pulumi.Input<number> | undefined;
  /** How many objects a page has. */
  pageSize?: pulumi.Input<number> | undefined;
  /** Whether to read all pages from `page` on. */
  allPages?: pulumi.Input<boolean> | undefined;
  /** The order of the list. */
  sortOrder?: pulumi.Input<types.SortOrder> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getUserGroups` answers. */
export interface GetUserGroupsResult {
  /** The groups. */
  readonly objects: types.DirectoryObject[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Lists groups of a user: those that the user owns, all of the directory, dynasties, Smart Groups, memberships, and those that have expired or soon will. */
export function getUserGroups(args: GetUserGroupsArgs): Promise<GetUserGroupsResult> {
  return invoke("groupid:getUserGroups", args);
}

/**
 * Lists groups of a user: those that the user owns, all of the directory, dynasties, Smart Groups, memberships, and those that have expired or soon will.
 *
 * For arguments that are outputs of resources.
 */
export function getUserGroupsOutput(args: GetUserGroupsOutputArgs): pulumi.Output<GetUserGroupsResult> {
  return invokeOutput("groupid:getUserGroups", args);
}
