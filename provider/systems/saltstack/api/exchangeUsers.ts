import * as z from "zod";
import { wireFilters } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { given, id, limitOf, nothing, passwordIn, quotas, reference, text } from "./wire.ts";

/** What can be written of a user's mailbox. */
export interface ExchangeUserFields {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** In MB. Every change must name it: without it the installation that was seen crashes. */
  readonly mailboxSize: number;
  readonly managerId?: string | undefined;
  readonly office?: string | undefined;
  readonly phone?: string | undefined;
  readonly department?: string | undefined;
  readonly company?: string | undefined;
  readonly title?: string | undefined;
  readonly sendOnBehalf?: readonly string[] | undefined;
  readonly sendAs?: readonly string[] | undefined;
}

/** A user to be made (seeds/004, "Create user"). */
export interface NewExchangeUser extends ExchangeUserFields {
  readonly tenantId: string;
  readonly notify?: boolean | undefined;
}

/** A user with a mailbox. */
export interface ExchangeUser {
  readonly userId: string;
  readonly tenantId: string;
  readonly tenantDomain: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly mailboxSize: number | undefined;
  readonly mailboxUsage: number | undefined;
  readonly managerId: string | null;
  readonly office: string | null;
  readonly phone: string | null;
  readonly department: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly password: string | null;
  /** `undefined`: the answer does not show them. */
  readonly sendOnBehalf: string[] | undefined;
  readonly sendAs: string[] | undefined;
}

/** What the list can be asked for. */
export interface ExchangeUserFilters {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly username?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly tenantUuid?: string | undefined;
}

const members = z.array(reference).nullish();
export const wireExchangeUser = z.looseObject({
  uuid: id,
  tenant: reference.optional(),
  tenant_uuid: id.nullish(),
  tenant_domain: text,
  name: text,
  username: text,
  first_name: text,
  last_name: text,
  password: text,
  office: text,
  phone: text,
  department: text,
  company: text,
  title: text,
  email: text,
  manager: reference.optional(),
  mailbox_size: z.coerce.number().nullish(),
  send_on_behalf_members: members,
  send_as_members: members,
  quotas,
});

/** The calls of Exchange users. */
export class ExchangeUsersApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET exchange-users/. */
  async list(filters: ExchangeUserFilters, signal: AbortSignal): Promise<ExchangeUser[]> {
    const found = await this.#transport.list("exchange-users", wireFilters(filters), wireExchangeUser, signal);
    return found.map(exchangeUserOf);
  }

  /** GET exchange-users/{uuid}/: implied by the document. Throws a `NotFoundError` where there is none. */
  async get(userId: string, signal: AbortSignal): Promise<ExchangeUser> {
    return exchangeUserOf(await this.#transport.get("exchange-users", userId, "", wireExchangeUser, signal));
  }

  /** POST exchange-users/. */
  async create({ tenantId, notify, ...fields }: NewExchangeUser, signal: AbortSignal): Promise<ExchangeUser> {
    const tenant = this.#transport.link("exchange-tenants", tenantId);
    // The document does not call the delegates optional, and its example sends them empty.
    const delegates = { sendOnBehalf: fields.sendOnBehalf ?? [], sendAs: fields.sendAs ?? [] };
    const json = { tenant, ...this.#wire({ ...fields, ...delegates }), ...given({ notify }) };
    return exchangeUserOf(await this.#transport.create("exchange-users", json, wireExchangeUser, signal));
  }

  /** PATCH exchange-users/{uuid}/: what is left out is kept. */
  async update(userId: string, fields: ExchangeUserFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PATCH", "exchange-users", userId, { json: this.#wire(fields) }, nothing, signal);
  }

  /** PUT exchange-users/{uuid}/: the whole user. */
  async replace(userId: string, fields: ExchangeUserFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PUT", "exchange-users", userId, { json: this.#wire(fields) }, nothing, signal);
  }

  /** POST exchange-users/{uuid}/password/: has a new password generated. `undefined`: the answer does not show it. */
  async resetPassword(userId: string, notify: boolean | undefined, signal: AbortSignal): Promise<string | undefined> {
    const call = { below: "password/", json: given({ notify }) };
    return this.#transport.change("POST", "exchange-users", userId, call, passwordIn, signal);
  }

  /** GET exchange-users/{uuid}/sendonbehalf/: those who may send on behalf of a user. */
  async getSendOnBehalf(userId: string, signal: AbortSignal): Promise<ExchangeUser[]> {
    return this.#delegates(userId, "sendonbehalf/", signal);
  }

  /** GET exchange-users/{uuid}/sendas/: those who may send as a user. */
  async getSendAs(userId: string, signal: AbortSignal): Promise<ExchangeUser[]> {
    return this.#delegates(userId, "sendas/", signal);
  }

  /** DELETE exchange-users/{uuid}/. Throws a `NotFoundError` where there is none. */
  async delete(userId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("exchange-users", userId, signal);
  }

  async #delegates(userId: string, below: string, signal: AbortSignal): Promise<ExchangeUser[]> {
    const found = await this.#transport.listBelow("exchange-users", userId, below, wireExchangeUser, signal);
    return found.map(exchangeUserOf);
  }

  #wire(fields: ExchangeUserFields): Record<string, unknown> {
    const { name, username, office, phone, department, company, title } = fields;
    return given({
      name,
      username,
      first_name: fields.firstName,
      last_name: fields.lastName,
      mailbox_size: fields.mailboxSize,
      manager: fields.managerId === undefined ? undefined : this.#transport.link("exchange-users", fields.managerId),
      office,
      phone,
      department,
      company,
      title,
      send_on_behalf_members: this.#transport.links("exchange-users", fields.sendOnBehalf),
      send_as_members: this.#transport.links("exchange-users", fields.sendAs),
    });
  }
}

export function exchangeUserOf(wire: z.output<typeof wireExchangeUser>): ExchangeUser {
  return {
    userId: wire.uuid,
    tenantId: wire.tenant_uuid ?? wire.tenant ?? "",
    tenantDomain: wire.tenant_domain ?? null,
    name: wire.name ?? null,
    username: wire.username ?? null,
    firstName: wire.first_name ?? null,
    lastName: wire.last_name ?? null,
    mailboxSize: limitOf(wire.quotas, "mailbox_size") ?? wire.mailbox_size ?? undefined,
    mailboxUsage: wire.quotas?.find(({ name }) => name === "mailbox_size")?.usage ?? undefined,
    managerId: wire.manager ?? null,
    office: wire.office ?? null,
    phone: wire.phone ?? null,
    department: wire.department ?? null,
    company: wire.company ?? null,
    title: wire.title ?? null,
    email: wire.email ?? null,
    password: wire.password ?? null,
    sendOnBehalf: wire.send_on_behalf_members?.filter((member) => member !== null),
    sendAs: wire.send_as_members?.filter((member) => member !== null),
  };
}
