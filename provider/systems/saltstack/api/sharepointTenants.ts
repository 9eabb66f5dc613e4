import * as z from "zod";
import { type SharepointUser, sharepointUserOf, wireSharepointUser } from "./sharepointUsers.ts";
import { type SiteCollection, siteCollectionOf, wireSiteCollection } from "./siteCollections.ts";
import { type Tenant, TenantsApi, tenantOf, wireTenant } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { given, limitOf, text } from "./wire.ts";

/** A SharePoint tenant. Who and what comes with it is there once it is Online. */
export interface SharepointTenant extends Tenant {
  /** In MB. */
  readonly storage: number | undefined;
  readonly accessUrl: string | null;
  readonly managementIp: string | null;
  readonly admin: SharepointUser | undefined;
  readonly mainSite: SiteCollection | undefined;
  readonly adminSite: SiteCollection | undefined;
}

/** A SharePoint tenant to be made (seeds/004, "Create a tenant"). */
export interface NewSharepointTenant {
  readonly linkId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly domain: string;
  readonly storage: number;
  readonly siteName: string;
  readonly siteDescription: string;
  readonly templateId: string;
  readonly notify?: boolean | undefined;
  readonly phone?: string | undefined;
}

const wireParts = z.looseObject({
  access_url: text,
  management_ip: text,
  admin: wireSharepointUser.nullish(),
  main_site_collection: wireSiteCollection.nullish(),
  admin_site_collection: wireSiteCollection.nullish(),
});

/** The calls of SharePoint tenants. */
export class SharepointTenantsApi extends TenantsApi<SharepointTenant> {
  constructor(transport: Transport) {
    super(transport, "sharepoint-tenants");
  }

  protected shown(wire: z.output<typeof wireTenant>): SharepointTenant {
    const parts = wireParts.parse(wire);
    return {
      ...tenantOf(wire),
      storage: limitOf(wire.quotas, "storage"),
      accessUrl: parts.access_url ?? null,
      managementIp: parts.management_ip ?? null,
      admin: parts.admin ? sharepointUserOf(parts.admin) : undefined,
      mainSite: parts.main_site_collection ? siteCollectionOf(parts.main_site_collection) : undefined,
      adminSite: parts.admin_site_collection ? siteCollectionOf(parts.admin_site_collection) : undefined,
    };
  }

  /** POST sharepoint-tenants/: begins to make a tenant, which comes to life by itself. */
  async create(tenant: NewSharepointTenant, signal: AbortSignal): Promise<SharepointTenant> {
    const json = given({
      name: tenant.name,
      service_project_link: this.transport.link("saltstack-service-project-link", tenant.linkId),
      domain: tenant.domain,
      // The document does not call it optional.
      description: tenant.description ?? "",
      storage: tenant.storage,
      site_name: tenant.siteName,
      site_description: tenant.siteDescription,
      template: this.transport.link("sharepoint-templates", tenant.templateId),
      notify: tenant.notify,
      phone: tenant.phone,
    });
    return this.shown(await this.transport.create("sharepoint-tenants", json, wireTenant, signal));
  }
}
