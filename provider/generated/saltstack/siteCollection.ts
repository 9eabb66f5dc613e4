// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `SiteCollection` is made of. */
export interface SiteCollectionArgs {
  /** The ID of the SharePoint user who administers it, such as `user.userId`. */
  userId: pulumi.Input<string>;
  /** The ID of the template that it is made from: see `getSharepointTemplates`. */
  templateId: pulumi.Input<string>;
  /** The name, unique in the tenant. */
  name: pulumi.Input<string>;
  /** The end of the site collection's URL, such as `test`. Empty for the ones that come with a tenant or user. */
  siteUrl: pulumi.Input<string>;
  /** What the site collection is for. */
  description: pulumi.Input<string>;
  /** How much it may hold in MB, at least 1. It counts in the tenant's storage. */
  storage: pulumi.Input<number>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A site collection of a SharePoint user, who becomes its administrator.
 *
 * Only its storage can be changed; a change of anything else replaces the site collection and **deletes what is in it**: give
 * it the resource option `protect: true`. The site collections that come with a tenant or a user (main, admin, personal)
 * cannot be deleted, and so not replaced either: one that was imported needs the option `retainOnDelete: true`.
 */
export class SiteCollection extends DynamicResource {
  /** The ID of the SharePoint user who administers it, such as `user.userId`. */
  declare readonly userId: pulumi.Output<string>;
  /** The ID of the template that it is made from: see `getSharepointTemplates`. */
  declare readonly templateId: pulumi.Output<string>;
  /** The name, unique in the tenant. */
  declare readonly name: pulumi.Output<string>;
  /** The end of the site collection's URL, such as `test`. Empty for the ones that come with a tenant or user. */
  declare readonly siteUrl: pulumi.Output<string>;
  /** What the site collection is for. */
  declare readonly description: pulumi.Output<string>;
  /** How much it may hold in MB, at least 1. It counts in the tenant's storage. */
  declare readonly storage: pulumi.Output<number>;
  /** The ID of the site collection: 32 hexadecimal digits. */
  declare readonly siteCollectionId: pulumi.Output<string>;
  /** The whole URL. */
  declare readonly accessUrl: pulumi.Output<string | undefined>;
  /** `regular`, or for one that came with its tenant or user `main`, `admin` or `personal`. */
  declare readonly siteType: pulumi.Output<string | undefined>;

  constructor(name: string, args: SiteCollectionArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:SiteCollection",
        properties: ["userId","templateId","name","siteUrl","description","storage","siteCollectionId","accessUrl","siteType"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
