import * as z from "zod";
import { wireFilters } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { given, id, nothing, reference, text } from "./wire.ts";

/** What can be written of a contact. */
export interface ContactFields {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
}

/** Somebody outside, in the address book of an Exchange tenant. */
export interface Contact {
  readonly contactId: string;
  readonly tenantId: string;
  readonly tenantDomain: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What the list can be asked for. */
export interface ContactFilters {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly tenantUuid?: string | undefined;
}

export const wireContact = z.looseObject({
  uuid: id,
  tenant: reference.optional(),
  tenant_uuid: id.nullish(),
  tenant_domain: text,
  name: text,
  email: text,
  first_name: text,
  last_name: text,
});

/** The calls of Exchange contacts (seeds/004, "List contacts" and after). */
export class ContactsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET exchange-contacts/. */
  async list(filters: ContactFilters, signal: AbortSignal): Promise<Contact[]> {
    const found = await this.#transport.list("exchange-contacts", wireFilters(filters), wireContact, signal);
    return found.map(contactOf);
  }

  /** GET exchange-contacts/{uuid}/: implied by the document. Throws a `NotFoundError` where there is none. */
  async get(contactId: string, signal: AbortSignal): Promise<Contact> {
    return contactOf(await this.#transport.get("exchange-contacts", contactId, "", wireContact, signal));
  }

  /** POST exchange-contacts/. */
  async create(tenantId: string, fields: ContactFields, signal: AbortSignal): Promise<Contact> {
    const json = { tenant: this.#transport.link("exchange-tenants", tenantId), ...wireOf(fields) };
    return contactOf(await this.#transport.create("exchange-contacts", json, wireContact, signal));
  }

  /** PATCH exchange-contacts/{uuid}/: what is left out is kept. */
  async update(contactId: string, fields: ContactFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PATCH", "exchange-contacts", contactId, { json: wireOf(fields) }, nothing, signal);
  }

  /** PUT exchange-contacts/{uuid}/: the whole contact. */
  async replace(contactId: string, fields: Required<ContactFields>, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PUT", "exchange-contacts", contactId, { json: wireOf(fields) }, nothing, signal);
  }

  /** DELETE exchange-contacts/{uuid}/. Throws a `NotFoundError` where there is none. */
  async delete(contactId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("exchange-contacts", contactId, signal);
  }
}

function wireOf({ name, email, firstName, lastName }: ContactFields): Record<string, unknown> {
  return given({ name, email, first_name: firstName, last_name: lastName });
}

function contactOf(wire: z.output<typeof wireContact>): Contact {
  return {
    contactId: wire.uuid,
    tenantId: wire.tenant_uuid ?? wire.tenant ?? "",
    tenantDomain: wire.tenant_domain ?? null,
    name: wire.name ?? null,
    email: wire.email ?? null,
    firstName: wire.first_name ?? null,
    lastName: wire.last_name ?? null,
  };
}
