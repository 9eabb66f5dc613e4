// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getMigrationTag` is asked. */
export interface GetMigrationTagArgs {
  /** The name of the group at the source. */
  sourceGroupName: string;
  /** The name of the group at the target. */
  targetGroupName: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getMigrationTagOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetMigrationTagOutputArgs {
  /** The name of the group at the source. */
  sourceGroupName: pulumi.Input<string>;
  /** The name of the group at the target. */
  targetGroupName: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getMigrationTag` answers. */
export interface GetMigrationTagResult {
  /** The migration tag of the group. */
  readonly migrationTag: string;
}

/** Looks up the migration tag of a group by its names. */
export function getMigrationTag(args: GetMigrationTagArgs): Promise<GetMigrationTagResult> {
  return invoke("cloudiway:getMigrationTag", args);
}

/**
 * Looks up the migration tag of a group by its names.
 *
 * For arguments that are outputs of resources.
 */
export function getMigrationTagOutput(args: GetMigrationTagOutputArgs): pulumi.Output<GetMigrationTagResult> {
  return invokeOutput("cloudiway:getMigrationTag", args);
}
