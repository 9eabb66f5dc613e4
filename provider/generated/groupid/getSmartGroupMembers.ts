// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSmartGroupMembers` is asked. */
export interface GetSmartGroupMembersArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The criteria, such as `(department Contains "engineering")`, or an LDAP filter where the installation takes one; the attribute `IMSGCriteria`. */
  query?: string | undefined;
  /** The types of the objects that are found: 1 users with mailboxes, 2 users and 3 contacts with external addresses, 4 mail-enabled groups, 5 mail-enabled public folders, 6 users, 7 contacts, 8 groups, 9 workstations, 10 servers, 11 domain controllers. */
  objectTypes?: number[] | undefined;
  /** Where the query looks; the attribute `IMSGStartPath`. */
  searchContainers?: types.SearchContainer[] | undefined;
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

/** What `getSmartGroupMembersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSmartGroupMembersOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The criteria, such as `(department Contains "engineering")`, or an LDAP filter where the installation takes one; the attribute `IMSGCriteria`. */
  query?: pulumi.Input<string> | undefined;
  /** The types of the objects that are found: 1 users with mailboxes, 2 users and 3 contacts with external addresses, 4 mail-enabled groups, 5 mail-enabled public folders, 6 users, 7 contacts, 8 groups, 9 workstations, 10 servers, 11 domain controllers. */
  objectTypes?: pulumi.Input<pulumi.Input<number>[]> | undefined;
  /** Where the query looks; the attribute `IMSGStartPath`. */
  searchContainers?: pulumi.Input<pulumi.Input<types.SearchContainerArgs>[]> | undefined;
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

/** What `getSmartGroupMembers` answers. */
export interface GetSmartGroupMembersResult {
  /** What the query finds. */
  readonly objects: types.DirectoryObject[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** Shows what the query of a Smart Group finds now, without a group and without changing one. */
export function getSmartGroupMembers(args: GetSmartGroupMembersArgs): Promise<GetSmartGroupMembersResult> {
  return invoke("groupid:getSmartGroupMembers", args);
}

/**
 * Shows what the query of a Smart Group finds now, without a group and without changing one.
 *
 * For arguments that are outputs of resources.
 */
export function getSmartGroupMembersOutput(args: GetSmartGroupMembersOutputArgs): pulumi.Output<GetSmartGroupMembersResult> {
  return invokeOutput("groupid:getSmartGroupMembers", args);
}
