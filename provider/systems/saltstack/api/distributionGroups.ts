import * as z from "zod";
import { type ExchangeUser, exchangeUserOf, wireExchangeUser } from "./exchangeUsers.ts";
import { wireFilters } from "./tenants.ts";
import type { Kind, Transport } from "./transport.ts";
import { given, id, nothing, reference, text } from "./wire.ts";

/** What can be written of a distribution group. */
export interface DistributionGroupFields {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly managerId?: string | undefined;
  readonly members?: readonly string[] | undefined;
  readonly sendersOut?: boolean | undefined;
}

/** A distribution group. */
export interface DistributionGroup {
  readonly groupId: string;
  readonly tenantId: string;
  readonly tenantDomain: string | null;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly name: string | null;
  readonly username: string | null;
  readonly email: string | null;
  readonly sendersOut: boolean | undefined;
  /** `undefined`: the answer does not show them. */
  readonly members: string[] | undefined;
  readonly deliveryMembers: string[] | undefined;
}

/** Who may write to a group: a user or a contact. */
export interface DeliveryMember {
  readonly kind: Extract<Kind, "exchange-users" | "exchange-contacts">;
  readonly id: string;
}

/** What the list can be asked for. */
export interface DistributionGroupFilters {
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  readonly tenantDomain?: string | undefined;
  readonly tenantUuid?: string | undefined;
}

const members = z.array(reference).nullish();
const wireGroup = z.looseObject({
  uuid: id,
  tenant: reference.optional(),
  tenant_uuid: id.nullish(),
  tenant_domain: text,
  manager: reference.optional(),
  manager_uuid: id.nullish(),
  manager_name: text,
  name: text,
  username: text,
  email: text,
  senders_out: z.boolean().nullish(),
  members,
  delivery_members: members,
});

/** The calls of distribution groups (seeds/004, "List distribution groups" and after). */
export class DistributionGroupsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** GET exchange-groups/. */
  async list(filters: DistributionGroupFilters, signal: AbortSignal): Promise<DistributionGroup[]> {
    const found = await this.#transport.list("exchange-groups", wireFilters(filters), wireGroup, signal);
    return found.map(groupOf);
  }

  /** GET exchange-groups/{uuid}/: implied by the document. Throws a `NotFoundError` where there is none. */
  async get(groupId: string, signal: AbortSignal): Promise<DistributionGroup> {
    return groupOf(await this.#transport.get("exchange-groups", groupId, "", wireGroup, signal));
  }

  /** POST exchange-groups/. */
  async create(tenantId: string, fields: DistributionGroupFields, signal: AbortSignal): Promise<DistributionGroup> {
    const json = { tenant: this.#transport.link("exchange-tenants", tenantId), ...this.#wire(fields) };
    return groupOf(await this.#transport.create("exchange-groups", json, wireGroup, signal));
  }

  /** PATCH exchange-groups/{uuid}/: what is left out is kept; members are replaced as a whole. */
  async update(groupId: string, fields: DistributionGroupFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PATCH", "exchange-groups", groupId, { json: this.#wire(fields) }, nothing, signal);
  }

  /** PUT exchange-groups/{uuid}/: the whole group. */
  async replace(groupId: string, fields: DistributionGroupFields, signal: AbortSignal): Promise<void> {
    await this.#transport.change("PUT", "exchange-groups", groupId, { json: this.#wire(fields) }, nothing, signal);
  }

  /** GET exchange-groups/{uuid}/members/: the members as whole users. */
  async getMembers(groupId: string, signal: AbortSignal): Promise<ExchangeUser[]> {
    const found = await this.#transport.listBelow("exchange-groups", groupId, "members/", wireExchangeUser, signal);
    return found.map(exchangeUserOf);
  }

  /** GET exchange-groups/{uuid}/delivery_members/: the IDs of the users and contacts who may write to a group. */
  async getDeliveryMembers(groupId: string, signal: AbortSignal): Promise<string[]> {
    const found = await this.#transport.listBelow("exchange-groups", groupId, "delivery_members/", reference, signal);
    return found.filter((member) => member !== null);
  }

  /** POST exchange-groups/{uuid}/delivery_members/: replaces them. */
  async setDeliveryMembers(groupId: string, delivery: readonly DeliveryMember[], signal: AbortSignal): Promise<void> {
    const json = { members: delivery.map((member) => this.#transport.link(member.kind, member.id)) };
    await this.#transport.change(
      "POST",
      "exchange-groups",
      groupId,
      { below: "delivery_members/", json },
      nothing,
      signal,
    );
  }

  /** DELETE exchange-groups/{uuid}/. Throws a `NotFoundError` where there is none. */
  async delete(groupId: string, signal: AbortSignal): Promise<void> {
    await this.#transport.delete("exchange-groups", groupId, signal);
  }

  #wire(fields: DistributionGroupFields): Record<string, unknown> {
    return given({
      manager: fields.managerId === undefined ? undefined : this.#transport.link("exchange-users", fields.managerId),
      name: fields.name,
      username: fields.username,
      senders_out: fields.sendersOut,
      members: this.#transport.links("exchange-users", fields.members),
    });
  }
}

function groupOf(wire: z.output<typeof wireGroup>): DistributionGroup {
  return {
    groupId: wire.uuid,
    tenantId: wire.tenant_uuid ?? wire.tenant ?? "",
    tenantDomain: wire.tenant_domain ?? null,
    managerId: wire.manager_uuid ?? wire.manager ?? null,
    managerName: wire.manager_name ?? null,
    name: wire.name ?? null,
    username: wire.username ?? null,
    email: wire.email ?? null,
    sendersOut: wire.senders_out ?? undefined,
    members: wire.members?.filter((member) => member !== null),
    deliveryMembers: wire.delivery_members?.filter((member) => member !== null),
  };
}
