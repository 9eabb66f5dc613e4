// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetMigrationTagArgs, GetMigrationTagOutputArgs, GetMigrationTagResult } from "../../cloudiway/getMigrationTag.js";

export type { GetMigrationTagArgs, GetMigrationTagOutputArgs, GetMigrationTagResult };

/** Looks up the migration tag of a group by its names. */
export function getMigrationTag(args: GetMigrationTagArgs, options?: pulumi.InvokeOptions): Promise<GetMigrationTagResult> {
  return invoke("cloudiway:getMigrationTag", args, options);
}

/**
 * Looks up the migration tag of a group by its names.
 *
 * For arguments that are outputs of resources.
 */
export function getMigrationTagOutput(args: GetMigrationTagOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetMigrationTagResult> {
  return invokeOutput("cloudiway:getMigrationTag", args, options);
}
