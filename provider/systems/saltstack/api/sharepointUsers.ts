import * as z from "zod";
import { wireSiteCollection } from "./siteCollections.ts";
import { wireFilters } from "./tenants.ts";
import type { Filters, Transport } from "./transport.ts";
import { given, id, nothing, passwordIn, reference, text } from "./wire.ts";

/** What can be written of a SharePoint user. */
export interface SharepointUserFields {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly username?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly phone?: string | undefined;
}

/** A user of a SharePoint tenant. */
export interface SharepointUser {
  readonly userId: string;
  readonly tenantId: string;
  readonly tenantDomain: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** `undefined`: the answer does not show it. */
  readonly phone: string | undefined;
  readonly password: string | null;
  readonly personalSiteCollectionId: string | undefined;
  readonly personalSiteUrl: string | undefined;
}

/** What the list can be asked for. */
export interface SharepointUserFilters {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly tenantUuid?: string | undefined;
}

export const wireSharepointUser = z.looseObject({
  uuid: id,
  tenant: reference.optional(),
  tenant_uuid: id.nullish(),
  tenant_domain: text,
  name: text,
  email: text,
  first_name: text,
  last_name: text,
  username: text,
  password: text,
  phone: text,
  personal_site_collection: wireSiteCollection.nullish(),
});

/** The calls of SharePoint users. */
export class SharepointUsersApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET sharepoint-users/. */
  async list(filters: SharepointUserFilters, signal: AbortSignal): Promise<SharepointUser[]> {
    const query: Filters = wireFilters(filters);
    const found = await this.#transport.list("sharepoint-users", query, wireSharepointUser, signal);
    return found.map(sharepointUserOf);
  }

  /** GET sharepoint-users/{uuid}/. Throws a `NotFoundError` where there is none. */
  async get(userId: string, signal: AbortSignal): Promise<SharepointUser> {
    return sharepointUserOf(await this.#transport.get("sharepoint-users", userId, "", wireSharepointUser, signal));
  }

  /** POST sharepoint-users/. A personal site comes with the user. */
  async create(
    { tenantId, notify, ...fields }: SharepointUserFields & { tenantId: string; notify?: boolean | undefined },
    signal: AbortSignal,
  ): Promise<SharepointUser> {
    const tenant = this.#transport.link("sharepoint-tenants", tenantId);
    const json = { tenant, ...wireOf(fields), ...given({ notify }) };
    return sharepointUserOf(await this.#transport.create("sharepoint-users", json, wireSharepointUser, signal));
  }

  /** PATCH sharepoint-users/{uuid}/: what is left out is kept. */
  async update(userId: string, fields: SharepointUserFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PATCH", "sharepoint-users", userId, { json: wireOf(fields) }, nothing, signal);
  }

  /** PUT sharepoint-users/{uuid}/: the whole user. */
  async replace(userId: string, fields: SharepointUserFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PUT", "sharepoint-users", userId, { json: wireOf(fields) }, nothing, signal);
  }

  /** POST sharepoint-users/{uuid}/password/: has a new password generated. `undefined`: the answer does not show it. */
  async resetPassword(userId: string, signal: AbortSignal): Promise<string | undefined> {
    const call = { below: "password/", json: {} };
    return this.#transport.change("POST", "sharepoint-users", userId, call, passwordIn, signal);
  }

  /** DELETE sharepoint-users/{uuid}/. Throws a `NotFoundError` where there is none. */
  async delete(userId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("sharepoint-users", userId, signal);
  }
}

function wireOf({ name, email, username, firstName, lastName, phone }: SharepointUserFields): Record<string, unknown> {
  return given({ name, email, username, first_name: firstName, last_name: lastName, phone });
}

export function sharepointUserOf(wire: z.output<typeof wireSharepointUser>): SharepointUser {
  return {
    userId: wire.uuid,
    tenantId: wire.tenant_uuid ?? wire.tenant ?? "",
    tenantDomain: wire.tenant_domain ?? null,
    name: wire.name ?? null,
    email: wire.email ?? null,
    username: wire.username ?? null,
    firstName: wire.first_name ?? null,
    lastName: wire.last_name ?? null,
    phone: wire.phone ?? undefined,
    password: wire.password ?? null,
    personalSiteCollectionId: wire.personal_site_collection?.uuid,
    personalSiteUrl: wire.personal_site_collection?.access_url ?? undefined,
  };
}
