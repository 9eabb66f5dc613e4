// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getServices` is asked. */
export interface GetServicesArgs {
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those of this customer, by its ID. */
  customerId?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getServicesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetServicesOutputArgs {
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those of this customer, by its ID. */
  customerId?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getServices` answers. */
export interface GetServicesResult {
  /** The services. */
  readonly services: types.ServiceResult[];
}

/** Lists the SaltStack services that the connection's user may see. */
export function getServices(args: GetServicesArgs): Promise<GetServicesResult> {
  return invoke("saltstack:getServices", args);
}

/**
 * Lists the SaltStack services that the connection's user may see.
 *
 * For arguments that are outputs of resources.
 */
export function getServicesOutput(args: GetServicesOutputArgs): pulumi.Output<GetServicesResult> {
  return invokeOutput("saltstack:getServices", args);
}
