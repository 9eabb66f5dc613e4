// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getGroups` is asked. */
export interface GetGroupsArgs {
  /** The ID of the tenant. */
  tenantId: string;
  /** Only groups whose ID begins with this text, letter case counting. */
  sensitiveGroupIdStarts?: string | undefined;
  /** Only groups whose ID contains this text, letter case counting. */
  sensitiveGroupIdContains?: string | undefined;
  /** Only groups whose ID is this text, letter case counting. */
  sensitiveGroupIdEquals?: string | undefined;
  /** Only groups whose ID begins with this text in any letter case. */
  insensitiveGroupIdStarts?: string | undefined;
  /** Only groups whose ID contains this text in any letter case. */
  insensitiveGroupIdContains?: string | undefined;
  /** Only groups whose ID is this text in any letter case. */
  insensitiveGroupIdEquals?: string | undefined;
  /** Only groups whose name begins with this text, letter case counting. */
  sensitiveGroupNameStarts?: string | undefined;
  /** Only groups whose name contains this text, letter case counting. */
  sensitiveGroupNameContains?: string | undefined;
  /** Only groups whose name is this text, letter case counting. */
  sensitiveGroupNameEquals?: string | undefined;
  /** Only groups whose name begins with this text in any letter case. */
  insensitiveGroupNameStarts?: string | undefined;
  /** Only groups whose name contains this text in any letter case. */
  insensitiveGroupNameContains?: string | undefined;
  /** Only groups whose name is this text in any letter case. */
  insensitiveGroupNameEquals?: string | undefined;
  /** How many groups to answer with at the most. The system ignores it beside `pagingControl`. */
  responseSizeLimit?: number | undefined;
  /** The page to read. With `allPages`, the first of them. */
  pagingControl?: types.PagingControl | undefined;
  /** Up to three orders, the first one deciding. By default `insensitiveAscendingGroupId`. */
  sortOrders?: types.GroupSortOrder[] | undefined;
  /** Reads page after page to the end, in pages of `pagingControl.pageSize`, by default 500. */
  allPages?: boolean | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupsOutputArgs {
  /** The ID of the tenant. */
  tenantId: pulumi.Input<string>;
  /** Only groups whose ID begins with this text, letter case counting. */
  sensitiveGroupIdStarts?: pulumi.Input<string> | undefined;
  /** Only groups whose ID contains this text, letter case counting. */
  sensitiveGroupIdContains?: pulumi.Input<string> | undefined;
  /** Only groups whose ID is this text, letter case counting. */
  sensitiveGroupIdEquals?: pulumi.Input<string> | undefined;
  /** Only groups whose ID begins with this text in any letter case. */
  insensitiveGroupIdStarts?: pulumi.Input<string> | undefined;
  /** Only groups whose ID contains this text in any letter case. */
  insensitiveGroupIdContains?: pulumi.Input<string> | undefined;
  /** Only groups whose ID is this text in any letter case. */
  insensitiveGroupIdEquals?: pulumi.Input<string> | undefined;
  /** Only groups whose name begins with this text, letter case counting. */
  sensitiveGroupNameStarts?: pulumi.Input<string> | undefined;
  /** Only groups whose name contains this text, letter case counting. */
  sensitiveGroupNameContains?: pulumi.Input<string> | undefined;
  /** Only groups whose name is this text, letter case counting. */
  sensitiveGroupNameEquals?: pulumi.Input<string> | undefined;
  /** Only groups whose name begins with this text in any letter case. */
  insensitiveGroupNameStarts?: pulumi.Input<string> | undefined;
  /** Only groups whose name contains this text in any letter case. */
  insensitiveGroupNameContains?: pulumi.Input<string> | undefined;
  /** Only groups whose name is this text in any letter case. */
  insensitiveGroupNameEquals?: pulumi.Input<string> | undefined;
  /** How many groups to answer with at the most. The system ignores it beside `pagingControl`. */
  responseSizeLimit?: pulumi.Input<number> | undefined;
  /** The page to read. With `allPages`, the first of them. */
  pagingControl?: pulumi.Input<types.PagingControlArgs> | undefined;
  /** Up to three orders, the first one deciding. By default `insensitiveAscendingGroupId`. */
  sortOrders?: pulumi.Input<pulumi.Input<types.GroupSortOrder>[]> | undefined;
  /** Reads page after page to the end, in pages of `pagingControl.pageSize`, by default 500. */
  allPages?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroups` answers. */
export interface GetGroupsResult {
  /** The groups, in the order that was asked for. */
  readonly groups: types.GroupSummary[];
}

/** Lists the groups of a BroadWorks tenant that fit all given criteria. */
export function getGroups(args: GetGroupsArgs): Promise<GetGroupsResult> {
  return invoke("apio:getGroups", args);
}

/**
 * Lists the groups of a BroadWorks tenant that fit all given criteria.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs): pulumi.Output<GetGroupsResult> {
  return invokeOutput("apio:getGroups", args);
}
