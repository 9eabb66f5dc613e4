import * as z from "zod";
import { wireFilters } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { id, limitOf, nothing, quotas, reference, text } from "./wire.ts";

/** A site collection to be made (seeds/004, "Create site collection"). */
export interface NewSiteCollection {
  readonly userId: string;
  readonly templateId: string;
  readonly name: string;
  readonly siteUrl: string;
  readonly description: string;
  readonly storage: number;
}

/** A site collection: a regular one, or one that came with its tenant or user. */
export interface SiteCollection {
  readonly siteCollectionId: string;
  readonly userId: string | null;
  readonly templateId: string | null;
  readonly templateCode: string | null;
  readonly templateName: string | null;
  readonly name: string | null;
  readonly siteUrl: string | null;
  readonly description: string | null;
  /** In MB. */
  readonly storage: number | undefined;
  readonly storageUsage: number | undefined;
  readonly accessUrl: string | null;
  /** `main`, `admin`, `personal` or `regular`. */
  readonly type: string | undefined;
  readonly deletable: boolean | undefined;
}

/** The kinds of site collections. */
export const siteCollectionTypes = ["main", "admin", "personal", "regular"] as const;

/** What the list can be asked for. */
export interface SiteCollectionFilters {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly accessUrl?: string | undefined;
  readonly userUuid?: string | undefined;
  readonly templateUuid?: string | undefined;
  readonly templateCode?: string | undefined;
  readonly templateName?: string | undefined;
  readonly tenantUuid?: string | undefined;
  readonly type?: readonly string[] | undefined;
}

/** A template of site collections. */
export interface Template {
  readonly templateId: string;
  readonly name: string | null;
  readonly code: string | null;
}

export const wireSiteCollection = z.looseObject({
  uuid: id,
  template: reference.optional(),
  template_code: text,
  template_name: text,
  user: reference.optional(),
  name: text,
  description: text,
  site_url: text,
  access_url: text,
  deletable: z.boolean().nullish(),
  type: text,
  quotas,
});
const wireTemplate = z.looseObject({ uuid: id, name: text, code: text });

/** The calls of site collections and of their templates. */
export class SiteCollectionsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET sharepoint-site-collections/. */
  async list(filters: SiteCollectionFilters, signal: AbortSignal): Promise<SiteCollection[]> {
    const query = wireFilters(filters);
    const found = await this.#transport.list("sharepoint-site-collections", query, wireSiteCollection, signal);
    return found.map(siteCollectionOf);
  }

  /** GET sharepoint-site-collections/{uuid}/. Throws a `NotFoundError` where there is none. */
  async get(siteCollectionId: string, signal: AbortSignal): Promise<SiteCollection> {
    return siteCollectionOf(
      await this.#transport.get("sharepoint-site-collections", siteCollectionId, "", wireSiteCollection, signal),
    );
  }

  /** POST sharepoint-site-collections/. */
  async create(site: NewSiteCollection, signal: AbortSignal): Promise<SiteCollection> {
    const json = {
      template: this.#transport.link("sharepoint-templates", site.templateId),
      user: this.#transport.link("sharepoint-users", site.userId),
      site_url: site.siteUrl,
      name: site.name,
      description: site.description,
      storage: site.storage,
    };
    return siteCollectionOf(
      await this.#transport.create("sharepoint-site-collections", json, wireSiteCollection, signal),
    );
  }

  /** POST sharepoint-site-collections/{uuid}/change_quotas/, which may be a PUT as well: the storage in MB. */
  async changeStorage(siteCollectionId: string, storage: number, signal: AbortSignal): Promise<void> {
    const call = { below: "change_quotas/", json: { storage } };
    await this.#transport.change("POST", "sharepoint-site-collections", siteCollectionId, call, nothing, signal);
  }

  /** DELETE sharepoint-site-collections/{uuid}/: regular ones only. Throws a `NotFoundError` where there is none. */
  async delete(siteCollectionId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("sharepoint-site-collections", siteCollectionId, signal);
  }

  /** GET sharepoint-templates/. */
  async listTemplates(
    filters: { readonly name?: string | undefined; readonly domain?: string | undefined },
    signal: AbortSignal,
  ): Promise<Template[]> {
    const found = await this.#transport.list("sharepoint-templates", wireFilters(filters), wireTemplate, signal);
    return found.map(({ uuid, name, code }) => ({ templateId: uuid, name: name ?? null, code: code ?? null }));
  }
}

export function siteCollectionOf(wire: z.output<typeof wireSiteCollection>): SiteCollection {
  return {
    siteCollectionId: wire.uuid,
    userId: wire.user ?? null,
    templateId: wire.template ?? null,
    templateCode: wire.template_code ?? null,
    templateName: wire.template_name ?? null,
    name: wire.name ?? null,
    siteUrl: wire.site_url ?? null,
    description: wire.description ?? null,
    storage: limitOf(wire.quotas, "storage"),
    storageUsage: wire.quotas?.find(({ name }) => name === "storage")?.usage ?? undefined,
    accessUrl: wire.access_url ?? null,
    type: wire.type ?? undefined,
    deletable: wire.deletable ?? undefined,
  };
}
