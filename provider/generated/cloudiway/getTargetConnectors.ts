// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getTargetConnectors` is asked. */
export interface GetTargetConnectorsArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getTargetConnectorsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetTargetConnectorsOutputArgs {
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getTargetConnectors` answers. */
export interface GetTargetConnectorsResult {
  /** The connectors, in the order of the system. */
  readonly connectors: types.Connector[];
}

/** Lists the connectors to targets of the project. */
export function getTargetConnectors(args: GetTargetConnectorsArgs): Promise<GetTargetConnectorsResult> {
  return invoke("cloudiway:getTargetConnectors", args);
}

/**
 * Lists the connectors to targets of the project.
 *
 * For arguments that are outputs of resources.
 */
export function getTargetConnectorsOutput(args: GetTargetConnectorsOutputArgs): pulumi.Output<GetTargetConnectorsResult> {
  return invokeOutput("cloudiway:getTargetConnectors", args);
}
