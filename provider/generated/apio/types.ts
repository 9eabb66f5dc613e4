// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";

/** One page of a list. */
export interface PagingControl {
  /** The place of the first group of the page, from 1. */
  startIndex: number;
  /** How many groups the page has at the most. */
  pageSize: number;
}

/** One page of a list. Its values may be outputs of resources. */
export interface PagingControlArgs {
  /** The place of the first group of the page, from 1. */
  startIndex: pulumi.Input<number>;
  /** How many groups the page has at the most. */
  pageSize: pulumi.Input<number>;
}

/** An order of a list of groups. */
export type GroupSortOrder = "sensitiveAscendingGroupId" | "sensitiveDescendingGroupId" | "insensitiveAscendingGroupId" | "insensitiveDescendingGroupId" | "sensitiveAscendingGroupName" | "sensitiveDescendingGroupName" | "insensitiveAscendingGroupName" | "insensitiveDescendingGroupName";

/** What a list shows of a group. */
export interface GroupSummary {
  /** The ID of the group. */
  groupId: string;
  /** The name of the group. */
  groupName?: string | undefined;
  /** How many users the group may have. */
  userLimit?: number | undefined;
}
