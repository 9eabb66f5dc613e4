// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getServiceProjectLinks` is asked. */
export interface GetServiceProjectLinksArgs {
  /** Only those of this service, by its ID. */
  serviceId?: string | undefined;
  /** Only those of this project, by its ID. */
  projectId?: string | undefined;
  /** Only those whose service's name is this text, or contains it: see `match`. */
  serviceName?: string | undefined;
  /** Only those whose project's name is this text, or contains it: see `match`. */
  projectName?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getServiceProjectLinksOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetServiceProjectLinksOutputArgs {
  /** Only those of this service, by its ID. */
  serviceId?: pulumi.Input<string> | undefined;
  /** Only those of this project, by its ID. */
  projectId?: pulumi.Input<string> | undefined;
  /** Only those whose service's name is this text, or contains it: see `match`. */
  serviceName?: pulumi.Input<string> | undefined;
  /** Only those whose project's name is this text, or contains it: see `match`. */
  projectName?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getServiceProjectLinks` answers. */
export interface GetServiceProjectLinksResult {
  /** The links. */
  readonly links: types.ServiceProjectLinkResult[];
}

/** Lists the links between services and projects that the connection's user has a role in, with their quotas. Tenants are made through them. */
export function getServiceProjectLinks(args: GetServiceProjectLinksArgs): Promise<GetServiceProjectLinksResult> {
  return invoke("saltstack:getServiceProjectLinks", args);
}

/**
 * Lists the links between services and projects that the connection's user has a role in, with their quotas. Tenants are made through them.
 *
 * For arguments that are outputs of resources.
 */
export function getServiceProjectLinksOutput(args: GetServiceProjectLinksOutputArgs): pulumi.Output<GetServiceProjectLinksResult> {
  return invokeOutput("saltstack:getServiceProjectLinks", args);
}
