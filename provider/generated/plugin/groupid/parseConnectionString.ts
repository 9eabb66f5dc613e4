// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { ParseConnectionStringArgs, ParseConnectionStringOutputArgs, ParseConnectionStringResult } from "../../groupid/parseConnectionString.js";

export type { ParseConnectionStringArgs, ParseConnectionStringOutputArgs, ParseConnectionStringResult };

/** Takes a connection string apart, as GroupID understands it. */
export function parseConnectionString(args: ParseConnectionStringArgs, options?: pulumi.InvokeOptions): Promise<ParseConnectionStringResult> {
  return invoke("groupid:parseConnectionString", args, options);
}

/**
 * Takes a connection string apart, as GroupID understands it.
 *
 * For arguments that are outputs of resources.
 */
export function parseConnectionStringOutput(args: ParseConnectionStringOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<ParseConnectionStringResult> {
  return invokeOutput("groupid:parseConnectionString", args, options);
}
