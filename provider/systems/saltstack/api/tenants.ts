import * as z from "zod";
import type { Filters, Transport } from "./transport.ts";
import { id, nothing, type Quota, quotas, quotasOf, reference, text } from "./wire.ts";

/** The two kinds of tenants. */
export type TenantKind = "exchange-tenants" | "sharepoint-tenants";

/** What both kinds of tenants show. */
export interface Tenant {
  readonly tenantId: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly domain: string | null;
  /** Such as `Online`; see `TenantStates`. */
  readonly state: string;
  readonly errorMessage: string | null;
  /** When it came to life; `null` for one that never did. */
  readonly startTime: string | null;
  readonly linkId: string | undefined;
  readonly serviceId: string | null;
  readonly serviceName: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly created: string | null;
  readonly quotas: readonly Quota[];
}

/** What every list of tenants can be asked for (seeds/004, "Tenant display"). */
export interface TenantFilters {
  readonly customer?: string | undefined;
  readonly customerUuid?: string | undefined;
  readonly customerName?: string | undefined;
  readonly customerNativeName?: string | undefined;
  readonly customerAbbreviation?: string | undefined;
  readonly project?: string | undefined;
  readonly projectUuid?: string | undefined;
  readonly projectName?: string | undefined;
  readonly projectGroup?: string | undefined;
  readonly projectGroupUuid?: string | undefined;
  readonly projectGroupName?: string | undefined;
  readonly serviceUuid?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly state?: string | undefined;
  readonly uuid?: string | undefined;
  readonly domain?: string | undefined;
}

export const wireTenant = z.looseObject({
  uuid: id,
  name: text,
  description: text,
  domain: text,
  state: z.string(),
  error_message: text,
  start_time: text,
  created: text,
  service_project_link: reference.optional(),
  service: reference.optional(),
  service_uuid: id.nullish(),
  service_name: text,
  project: reference.optional(),
  project_uuid: id.nullish(),
  project_name: text,
  customer: reference.optional(),
  customer_name: text,
  quotas,
});

export function tenantOf(wire: z.output<typeof wireTenant>): Tenant {
  return {
    tenantId: wire.uuid,
    name: wire.name ?? null,
    description: wire.description ?? null,
    domain: wire.domain ?? null,
    state: inTitleCase(wire.state),
    errorMessage: wire.error_message === "" ? null : (wire.error_message ?? null),
    startTime: wire.start_time ?? null,
    linkId: wire.service_project_link ?? undefined,
    serviceId: wire.service_uuid ?? wire.service ?? null,
    serviceName: wire.service_name ?? null,
    projectId: wire.project_uuid ?? wire.project ?? null,
    projectName: wire.project_name ?? null,
    customerId: wire.customer ?? null,
    customerName: wire.customer_name ?? null,
    created: wire.created ?? null,
    quotas: quotasOf(wire.quotas),
  };
}

/** States as the document writes them, such as `Provisioning Scheduled`, whatever case an answer has them in. */
function inTitleCase(words: string): string {
  return words.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** The calls that both kinds of tenants have. */
export abstract class TenantsApi<Shown extends Tenant> {
  protected readonly transport: Transport;
  readonly kind: TenantKind;

  constructor(transport: Transport, kind: TenantKind) {
    this.transport = transport;
    this.kind = kind;
  }

  protected abstract shown(wire: z.output<typeof wireTenant>): Shown;

  /** GET {kind}/: the tenants that fit; text filters find any part of a text, in any case. */
  async list(filters: TenantFilters, signal: AbortSignal): Promise<Shown[]> {
    const found = await this.transport.list(this.kind, wireFilters(filters), wireTenant, signal);
    return found.map((tenant) => this.shown(tenant));
  }

  /** GET {kind}/{uuid}/. Throws a `NotFoundError` where there is none. */
  async get(tenantId: string, signal: AbortSignal): Promise<Shown> {
    return this.shown(await this.transport.get(this.kind, tenantId, "", wireTenant, signal));
  }

  /** PUT {kind}/{uuid}/: the name and the description, and nothing else. */
  async update(tenantId: string, name: string, description: string | undefined, signal: AbortSignal): Promise<void> {
    const json = { name, ...(description === undefined ? {} : { description }) };
    await this.transport.change("PUT", this.kind, tenantId, { json }, nothing, signal);
  }

  /** POST {kind}/{uuid}/change_quotas/: the size of the tenant in MB. */
  async changeSize(tenantId: string, size: number, signal: AbortSignal): Promise<void> {
    const json = this.kind === "exchange-tenants" ? { mailbox_size: size } : { storage: size };
    await this.transport.change("POST", this.kind, tenantId, { below: "change_quotas/", json }, nothing, signal);
  }

  /** DELETE {kind}/{uuid}/: begins to delete it, or does so at once. */
  async delete(tenantId: string, signal: AbortSignal): Promise<"gone" | "begun"> {
    return (await this.transport.delete(this.kind, tenantId, signal)) === 204 ? "gone" : "begun";
  }
}

/** Filters under the names of the wire, which are in snake case. */
export function wireFilters(filters: object): Filters {
  return Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as string | undefined,
    ]),
  );
}
