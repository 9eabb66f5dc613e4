// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSourceConnectors` is asked. */
export interface GetSourceConnectorsArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSourceConnectorsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSourceConnectorsOutputArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSourceConnectors` answers. */
export interface GetSourceConnectorsResult {
  /** The connectors, in the order of the system. */
  readonly connectors: types.Connector[];
}

/** Lists the connectors to sources of the project. */
export function getSourceConnectors(args: GetSourceConnectorsArgs): Promise<GetSourceConnectorsResult> {
  return invoke("cloudiway:getSourceConnectors", args);
}

/**
 * Lists the connectors to sources of the project.
 *
 * For arguments that are outputs of resources.
 */
export function getSourceConnectorsOutput(args: GetSourceConnectorsOutputArgs): pulumi.Output<GetSourceConnectorsResult> {
  return invokeOutput("cloudiway:getSourceConnectors", args);
}
