// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getGroups` is asked. */
export interface GetGroupsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The GUIDs of the groups, or their DNs or account names. Left out, all groups are read. */
  identities?: string[] | undefined;
  /** The names of the attributes to read, such as `description`. */
  attributes?: string[] | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUIDs of the groups, or their DNs or account names. Left out, all groups are read. */
  identities?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The names of the attributes to read, such as `description`. */
  attributes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroups` answers. */
export interface GetGroupsResult {
  /** The groups. */
  readonly objects: types.DirectoryObject[];
}

/**
 * Reads groups of an identity store: those of the given identities that exist, or all.
 *
 * All groups are listed from the side of a user: that of the connection's `userIdentity`, by default its `username`.
 */
export function getGroups(args: GetGroupsArgs): Promise<GetGroupsResult> {
  return invoke("groupid:getGroups", args);
}

/**
 * Reads groups of an identity store: those of the given identities that exist, or all.
 *
 * All groups are listed from the side of a user: that of the connection's `userIdentity`, by default its `username`.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupsOutput(args: GetGroupsOutputArgs): pulumi.Output<GetGroupsResult> {
  return invokeOutput("groupid:getGroups", args);
}
