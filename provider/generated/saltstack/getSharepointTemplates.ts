// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSharepointTemplates` is asked. */
export interface GetSharepointTemplatesArgs {
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only the one with this code, such as `STS#0`. */
  code?: string | undefined;
  /** Only those of this domain, as the system sees it. */
  domain?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSharepointTemplatesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSharepointTemplatesOutputArgs {
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only the one with this code, such as `STS#0`. */
  code?: pulumi.Input<string> | undefined;
  /** Only those of this domain, as the system sees it. */
  domain?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSharepointTemplates` answers. */
export interface GetSharepointTemplatesResult {
  /** The templates. */
  readonly templates: types.SharepointTemplateResult[];
}

/** Lists the templates of site collections. */
export function getSharepointTemplates(args: GetSharepointTemplatesArgs): Promise<GetSharepointTemplatesResult> {
  return invoke("saltstack:getSharepointTemplates", args);
}

/**
 * Lists the templates of site collections.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointTemplatesOutput(args: GetSharepointTemplatesOutputArgs): pulumi.Output<GetSharepointTemplatesResult> {
  return invokeOutput("saltstack:getSharepointTemplates", args);
}
