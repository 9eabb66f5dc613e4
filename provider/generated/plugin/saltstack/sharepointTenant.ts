// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { SharepointTenantArgs } from "../../saltstack/sharepointTenant.js";

export type { SharepointTenantArgs };

/**
 * A SharePoint tenant: a domain with its users and site collections.
 *
 * A tenant takes a while to come to life, and comes with an administrator and with the main and the admin site collection.
 * One that ends `Erred` instead is an error with the system's message, and the next `up` makes it anew; one that becomes
 * `Erred` later is left as it is, with the sites in it.
 * Only name, description and storage can be changed; a change of anything else replaces the tenant, and **deletes all sites
 * in it**: give it the resource option `protect: true`.
 */
export class SharepointTenant extends PluginResource {
  /** The ID of the link between a service and a project that the tenant is made through. A change replaces the tenant and deletes all sites in it. */
  declare readonly linkId: pulumi.Output<string>;
  /** The name of the tenant, for people. It need not be unique. */
  declare readonly name: pulumi.Output<string>;
  /** What the tenant is for. Left out, it is not managed; an empty text clears it. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The domain of the tenant's sites. A change replaces the tenant and deletes all sites in it. */
  declare readonly domain: pulumi.Output<string>;
  /** The storage of the tenant in MB, at least 1024. */
  declare readonly storage: pulumi.Output<number>;
  /** The name of the main site collection. A change replaces the tenant and deletes all sites in it. */
  declare readonly siteName: pulumi.Output<string>;
  /** The description of the main site collection. A change replaces the tenant and deletes all sites in it. */
  declare readonly siteDescription: pulumi.Output<string>;
  /** The ID of the main site collection's template: see `getSharepointTemplates`. A change replaces the tenant and deletes all sites in it. */
  declare readonly templateId: pulumi.Output<string>;
  /** Whether the administrator gets the password by SMS. Needs `phone`. */
  declare readonly notify: pulumi.Output<boolean | undefined>;
  /** The administrator's phone number. */
  declare readonly phone: pulumi.Output<string | undefined>;
  /** The ID of the tenant: 32 hexadecimal digits. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The state of the tenant: `Online` once it can be used. */
  declare readonly state: pulumi.Output<string>;
  /** When the tenant came to life, in ISO 8601. Absent for one that never did. */
  declare readonly startTime: pulumi.Output<string | undefined>;
  /** What the system says of a tenant that is `Erred`. */
  declare readonly errorMessage: pulumi.Output<string | undefined>;
  /** `true` for a tenant that became `Erred` when it was made, so that nothing can be in it. */
  declare readonly neverOnline: pulumi.Output<boolean | undefined>;
  /** The URL of the main site collection. */
  declare readonly accessUrl: pulumi.Output<string | undefined>;
  /** The IP address that the domain should lead to, or `Unknown`. */
  declare readonly managementIp: pulumi.Output<string | undefined>;
  /** The ID of the administrator, a SharePoint user. */
  declare readonly adminId: pulumi.Output<string | undefined>;
  /** The name that the administrator signs in with. */
  declare readonly adminUsername: pulumi.Output<string | undefined>;
  /** The password that the system generated for the administrator. It cannot be chosen. */
  declare readonly adminPassword: pulumi.Output<string | undefined>;
  /** The ID of the main site collection. */
  declare readonly mainSiteCollectionId: pulumi.Output<string | undefined>;
  /** The ID of the admin site collection. */
  declare readonly adminSiteCollectionId: pulumi.Output<string | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `tenantId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<SharepointTenantArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): SharepointTenant {
    return new SharepointTenant(name, state as SharepointTenantArgs, { ...options, id });
  }

  constructor(name: string, args: SharepointTenantArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:SharepointTenant",
        properties: ["linkId","name","description","domain","storage","siteName","siteDescription","templateId","notify","phone","tenantId","state","startTime","errorMessage","neverOnline","accessUrl","managementIp","adminId","adminUsername","adminPassword","mainSiteCollectionId","adminSiteCollectionId"],
        secretInputs: [],
        secretOutputs: ["adminPassword"],
      },
      name,
      args,
      options,
    );
  }
}
