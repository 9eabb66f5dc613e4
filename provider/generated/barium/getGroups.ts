// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getGroups` is asked. */
export interface GetGroupsArgs {
  /** The ID of the domain. */
  domainId: string;
  /** How many groups to pass over. With `skip` or `take`, one page is read as the server gives it. */
  skip?: number | undefined;
  /** How many groups to answer with at the most. Without `skip` and `take`, all are read. */
  take?: number | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupsOutputArgs {
  /** The ID of the domain. */
  domainId: pulumi.Input<string>;
  /** How many groups to pass over. With `skip` or `take`, one page is read as the server gives it. */
  skip?: pulumi.Input<number> | undefined;
  /** How many groups to answer with at the most. Without `skip` and `take`, all are read. */
  take?: pulumi.Input<number> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroups` answers. */
export interface GetGroupsResult {
  /** The groups, in the order of the server. */
  readonly groups: types.GroupResult[];
  /** How many groups the domain has. */
  readonly totalCount: number;
}

/** Lists the groups of a domain of Barium Live: all of them, or one page. */
export function getGroups(args: GetGroupsArgs): Promise<GetGroupsResult> {
  return invoke("barium:getGroups", args);
}

/**
 * Lists the groups of a domain of Barium Live: all of them, or one page.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs): pulumi.Output<GetGroupsResult> {
  return invokeOutput("barium:getGroups", args);
}
