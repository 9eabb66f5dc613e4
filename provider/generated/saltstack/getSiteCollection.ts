// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getSiteCollection` is asked. */
export interface GetSiteCollectionArgs {
  /** The ID of the site collection. */
  siteCollectionId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSiteCollectionOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSiteCollectionOutputArgs {
  /** The ID of the site collection. */
  siteCollectionId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSiteCollection` answers. */
export interface GetSiteCollectionResult {
  /** The ID of the site collection. */
  readonly siteCollectionId: string;
  /** The ID of the SharePoint user who administers it. */
  readonly userId?: string | undefined;
  /** The ID of the template. */
  readonly templateId?: string | undefined;
  /** The code of the template, such as `STS#0`. */
  readonly templateCode?: string | undefined;
  /** The name of the template. */
  readonly templateName?: string | undefined;
  /** The name. */
  readonly name?: string | undefined;
  /** The end of the URL. */
  readonly siteUrl?: string | undefined;
  /** What it is for. */
  readonly description?: string | undefined;
  /** How much it may hold in MB. */
  readonly storage?: number | undefined;
  /** How much it holds in MB. */
  readonly storageUsage?: number | undefined;
  /** The whole URL. */
  readonly accessUrl?: string | undefined;
  /** `main`, `admin`, `personal` or `regular`. */
  readonly type?: string | undefined;
  /** Whether it can be deleted. */
  readonly deletable?: boolean | undefined;
}

/** Reads one site collection, by its ID. */
export function getSiteCollection(args: GetSiteCollectionArgs): Promise<GetSiteCollectionResult> {
  return invoke("saltstack:getSiteCollection", args);
}

/**
 * Reads one site collection, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getSiteCollectionOutput(args: GetSiteCollectionOutputArgs): pulumi.Output<GetSiteCollectionResult> {
  return invokeOutput("saltstack:getSiteCollection", args);
}
