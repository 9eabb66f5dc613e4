// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getGroup` is asked. */
export interface GetGroupArgs {
  /** The migration tag. Give this, or both names. */
  migrationTag?: string | undefined;
  /** The name of the group at the source. */
  sourceGroupName?: string | undefined;
  /** The name of the group at the target. */
  targetGroupName?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getGroupOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetGroupOutputArgs {
  /** The migration tag. Give this, or both names. */
  migrationTag?: pulumi.Input<string> | undefined;
  /** The name of the group at the source. */
  sourceGroupName?: pulumi.Input<string> | undefined;
  /** The name of the group at the target. */
  targetGroupName?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getGroup` answers. */
export interface GetGroupResult {
  /** The migration tag of the group. */
  readonly migrationTag: string;
  /** The name of the group at the source. */
  readonly sourceGroupName: string;
  /** The name of the group at the target. */
  readonly targetGroupName: string;
  /** The URL of the group at the source. */
  readonly sourceGroupUrl?: string | undefined;
  /** The URL of the group at the target, where the list of groups shows it. */
  readonly targetGroupUrl?: string | undefined;
}

/** Reads one group, by its migration tag or by its names. */
export function getGroup(args: GetGroupArgs): Promise<GetGroupResult> {
  return invoke("cloudiway:getGroup", args);
}

/**
 * Reads one group, by its migration tag or by its names.
 *
 * For arguments that are outputs of resources.
 */
export function getGroupOutput(args: GetGroupOutputArgs): pulumi.Output<GetGroupResult> {
  return invokeOutput("cloudiway:getGroup", args);
}
