import * as z from "zod";
import { wireFilters } from "./tenants.ts";
import type { Transport } from "./transport.ts";
import { given, id, limitOf, nothing, quotas, reference, text } from "./wire.ts";

/** What can be written of a conference room. */
export interface ConferenceRoomFields {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly location?: string | undefined;
  /** In MB. Every change must name it: without it the installation that was seen crashes. */
  readonly mailboxSize: number;
  readonly phone?: string | undefined;
}

/** A conference room with a mailbox. */
export interface ConferenceRoom {
  readonly roomId: string;
  readonly tenantId: string;
  readonly tenantDomain: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly email: string | null;
  readonly location: string | null;
  readonly mailboxSize: number | undefined;
  readonly mailboxUsage: number | undefined;
  readonly phone: string | null;
}

/** What the list can be asked for. */
export interface ConferenceRoomFilters {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly phone?: string | undefined;
  readonly location?: string | undefined;
  readonly tenantDomain?: string | undefined;
  readonly tenantUuid?: string | undefined;
}

const wireRoom = z.looseObject({
  uuid: id,
  tenant: reference.optional(),
  tenant_uuid: id.nullish(),
  tenant_domain: text,
  name: text,
  username: text,
  email: text,
  location: text,
  mailbox_size: z.coerce.number().nullish(),
  phone: text,
  quotas,
});

/** The calls of conference rooms (seeds/004, "List conference rooms" and after). */
export class ConferenceRoomsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET exchange-conference-rooms/. */
  async list(filters: ConferenceRoomFilters, signal: AbortSignal): Promise<ConferenceRoom[]> {
    const found = await this.#transport.list("exchange-conference-rooms", wireFilters(filters), wireRoom, signal);
    return found.map(roomOf);
  }

  /** GET exchange-conference-rooms/{uuid}/: implied by the document. Throws a `NotFoundError` where there is none. */
  async get(roomId: string, signal: AbortSignal): Promise<ConferenceRoom> {
    return roomOf(await this.#transport.get("exchange-conference-rooms", roomId, "", wireRoom, signal));
  }

  /** POST exchange-conference-rooms/. */
  async create(tenantId: string, fields: ConferenceRoomFields, signal: AbortSignal): Promise<ConferenceRoom> {
    const json = { tenant: this.#transport.link("exchange-tenants", tenantId), ...wireOf(fields) };
    return roomOf(await this.#transport.create("exchange-conference-rooms", json, wireRoom, signal));
  }

  /** PATCH exchange-conference-rooms/{uuid}/: what is left out is kept. */
  async update(roomId: string, fields: ConferenceRoomFields, signal: AbortSignal): Promise<void> {
    const json = wireOf(fields);
    await this.#transport.change("PATCH", "exchange-conference-rooms", roomId, { json }, nothing, signal);
  }

  /** PUT exchange-conference-rooms/{uuid}/: the whole room. */
  async replace(roomId: string, fields: ConferenceRoomFields, signal: AbortSignal): Promise<void> {
    const json = wireOf(fields);
    await this.#transport.change("PUT", "exchange-conference-rooms", roomId, { json }, nothing, signal);
  }

  /** DELETE exchange-conference-rooms/{uuid}/. Throws a `NotFoundError` where there is none. */
  async delete(roomId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("exchange-conference-rooms", roomId, signal);
  }
}

function wireOf({ name, username, location, mailboxSize, phone }: ConferenceRoomFields): Record<string, unknown> {
  return given({ name, username, location, mailbox_size: mailboxSize, phone });
}

function roomOf(wire: z.output<typeof wireRoom>): ConferenceRoom {
  return {
    roomId: wire.uuid,
    tenantId: wire.tenant_uuid ?? wire.tenant ?? "",
    tenantDomain: wire.tenant_domain ?? null,
    name: wire.name ?? null,
    username: wire.username ?? null,
    email: wire.email ?? null,
    location: wire.location ?? null,
    mailboxSize: limitOf(wire.quotas, "mailbox_size") ?? wire.mailbox_size ?? undefined,
    mailboxUsage: wire.quotas?.find(({ name }) => name === "mailbox_size")?.usage ?? undefined,
    phone: wire.phone ?? null,
  };
}
