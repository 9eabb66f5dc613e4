// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSiteCollections` is asked. */
export interface GetSiteCollectionsArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: string | undefined;
  /** Only those of this user, by its ID. */
  userId?: string | undefined;
  /** Only those of this template, by its ID. */
  templateId?: string | undefined;
  /** Only those whose template's code is this text, or contains it: see `match`. */
  templateCode?: string | undefined;
  /** Only those whose template's name is this text, or contains it: see `match`. */
  templateName?: string | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those whose description is this text, or contains it: see `match`. */
  description?: string | undefined;
  /** Only those whose URL is this text, or contains it: see `match`. */
  accessUrl?: string | undefined;
  /** Only those of these types. */
  types?: types.SiteCollectionType[] | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSiteCollectionsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSiteCollectionsOutputArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** Only those of this user, by its ID. */
  userId?: pulumi.Input<string> | undefined;
  /** Only those of this template, by its ID. */
  templateId?: pulumi.Input<string> | undefined;
  /** Only those whose template's code is this text, or contains it: see `match`. */
  templateCode?: pulumi.Input<string> | undefined;
  /** Only those whose template's name is this text, or contains it: see `match`. */
  templateName?: pulumi.Input<string> | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those whose description is this text, or contains it: see `match`. */
  description?: pulumi.Input<string> | undefined;
  /** Only those whose URL is this text, or contains it: see `match`. */
  accessUrl?: pulumi.Input<string> | undefined;
  /** Only those of these types. */
  types?: pulumi.Input<pulumi.Input<types.SiteCollectionType>[]> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSiteCollections` answers. */
export interface GetSiteCollectionsResult {
  /** The site collections. */
  readonly siteCollections: types.SiteCollectionResult[];
}

/** Lists the site collections that fit all that is given. */
export function getSiteCollections(args: GetSiteCollectionsArgs): Promise<GetSiteCollectionsResult> {
  return invoke("saltstack:getSiteCollections", args);
}

/**
 * Lists the site collections that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getSiteCollectionsOutput(args: GetSiteCollectionsOutputArgs): pulumi.Output<GetSiteCollectionsResult> {
  return invokeOutput("saltstack:getSiteCollections", args);
}
