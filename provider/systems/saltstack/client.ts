import type { HttpSettings } from "../../http/client.ts";
import { StatusError } from "../../http/statusError.ts";
import type { Operation } from "../../resource/definition.ts";
import { NotFoundError, SystemError } from "../../resource/errors.ts";
import { KeyedLock } from "../../resource/keyedLock.ts";
import { waitFor } from "../../resource/waitFor.ts";
import type { ConferenceRoom } from "./api/conferenceRooms.ts";
import type { Contact } from "./api/contacts.ts";
import type { DeliveryMember, DistributionGroup } from "./api/distributionGroups.ts";
import type { ExchangeTenant } from "./api/exchangeTenants.ts";
import type { ExchangeUser } from "./api/exchangeUsers.ts";
import { SaltstackApi } from "./api/index.ts";
import type { Service, ServiceProjectLink } from "./api/services.ts";
import type { SharepointTenant } from "./api/sharepointTenants.ts";
import type { SharepointUser } from "./api/sharepointUsers.ts";
import type { SiteCollection } from "./api/siteCollections.ts";
import type { Tenant } from "./api/tenants.ts";
import type { Credentials } from "./api/transport.ts";
import { keyOf, longestInvisible, ObjectList } from "./objectList.ts";
import { Tenants } from "./tenants.ts";

/** An object in a tenant, both by their IDs as state holds them. */
interface Place {
  readonly id: string;
  readonly tenantId: unknown;
}

/** NodeConductor behind one connection: its lists, which all resources share, and what takes its time. */
export class SaltstackClient {
  readonly api: SaltstackApi;
  readonly services: ObjectList<Service>;
  readonly links: ObjectList<ServiceProjectLink>;
  readonly exchangeTenants: Tenants<ExchangeTenant>;
  readonly exchangeUsers: ObjectList<ExchangeUser>;
  readonly contacts: ObjectList<Contact>;
  readonly distributionGroups: ObjectList<DistributionGroup>;
  readonly conferenceRooms: ObjectList<ConferenceRoom>;
  readonly sharepointTenants: Tenants<SharepointTenant>;
  readonly sharepointUsers: ObjectList<SharepointUser>;
  readonly siteCollections: ObjectList<SiteCollection>;
  /** Whether reads of single SharePoint users may show the phone, until one has not: the document's sample does not. */
  mayShowPhones = true;
  /** Writes of delegations read them first, so in one tenant they follow each other. */
  readonly delegations = new KeyedLock();
  /** The users and groups that this process has deleted. */
  readonly #deleted = new Set<string>();

  constructor(http: HttpSettings, credentials: Credentials, signal: AbortSignal) {
    const api = new SaltstackApi(http, credentials);
    this.api = api;
    this.services = new ObjectList(
      (ending) => api.services.list(ending),
      { id: ({ serviceId }) => serviceId, key: ({ customerId, name }) => keyOf(customerId, name) },
      signal,
    );
    this.links = new ObjectList(
      (ending) => api.services.listLinks(ending),
      { id: ({ linkId }) => linkId, key: ({ serviceId, projectId }) => keyOf(serviceId, projectId) },
      signal,
    );
    const requireRole = () => this.#requireRole();
    this.exchangeTenants = new Tenants(api.exchangeTenants, requireRole, signal);
    this.exchangeUsers = new ObjectList(
      (ending) => api.exchangeUsers.list({}, ending),
      { id: ({ userId }) => userId, key: ({ tenantId, username }) => keyOf(tenantId, username) },
      signal,
    );
    this.contacts = new ObjectList(
      (ending) => api.contacts.list({}, ending),
      { id: ({ contactId }) => contactId, key: ({ tenantId, email }) => keyOf(tenantId, email) },
      signal,
    );
    this.distributionGroups = new ObjectList(
      (ending) => api.distributionGroups.list({}, ending),
      { id: ({ groupId }) => groupId, key: ({ tenantId, username }) => keyOf(tenantId, username) },
      signal,
    );
    this.conferenceRooms = new ObjectList(
      (ending) => api.conferenceRooms.list({}, ending),
      { id: ({ roomId }) => roomId, key: ({ tenantId, username }) => keyOf(tenantId, username) },
      signal,
    );
    this.sharepointTenants = new Tenants(api.sharepointTenants, requireRole, signal);
    this.sharepointUsers = new ObjectList(
      (ending) => api.sharepointUsers.list({}, ending),
      { id: ({ userId }) => userId, key: ({ tenantId, username }) => keyOf(tenantId, username) },
      signal,
    );
    this.siteCollections = new ObjectList(
      (ending) => api.siteCollections.list({}, ending),
      { id: ({ siteCollectionId }) => siteCollectionId, key: ({ userId, name }) => keyOf(userId, name) },
      signal,
    );
  }

  /**
   * An object, from its list where that has it. What the list lacks is asked for by itself, where the installation has
   * that call, and is gone only when a user who sees anything at all does not see it.
   */
  async read<Item>(list: ObjectList<Item>, id: string, get?: (id: string) => Promise<Item>): Promise<Item | undefined> {
    const listed = (await list.withId(id)) ?? (await list.withId(id, true));
    if (listed !== undefined) {
      return listed;
    }
    try {
      const single = await get?.(id);
      if (single !== undefined) {
        return single;
      }
    } catch (error) {
      const lacksCall = error instanceof StatusError && error.status === 405;
      if (!(error instanceof NotFoundError) && !lacksCall) {
        throw error;
      }
    }
    await this.#requireRole();
    return undefined;
  }

  /** A user who has lost every role sees empty lists, and a 404 for each object: that says nothing about what exists. */
  async #requireRole(): Promise<void> {
    for (const list of [this.links, this.services, this.exchangeTenants.list, this.sharepointTenants.list]) {
      if ((await list.all()).length > 0) {
        return;
      }
    }
    throw new SystemError(
      "The user of this connection sees no service, no link of a project and no tenant: it may have lost its role. " +
        "Nothing was concluded from what it does not see. Give it a role in the project, or check the token.",
      "no",
    );
  }

  /** Notes a write of an object of a list, whatever comes of it. */
  async write<Item, Result>(list: ObjectList<Item>, id: string, send: () => Promise<Result>): Promise<Result> {
    try {
      return await send();
    } finally {
      list.wrote({ id });
    }
  }

  /** Changes something in an Exchange tenant, which has to wait while something else happens to the tenant. */
  async changeInTenant<Item, Result>(
    list: ObjectList<Item>,
    { id, tenantId }: Place,
    send: () => Promise<Result>,
    operation: Operation,
  ): Promise<Result> {
    return this.write(list, id, () => this.exchangeTenants.undisturbed(String(tenantId), send, operation));
  }

  /** Deletes something in an Exchange tenant, likewise. */
  async deleteInTenant<Item>(
    list: ObjectList<Item>,
    { id, tenantId }: Place,
    send: () => Promise<void>,
    operation: Operation,
  ): Promise<void> {
    await this.delete(list, id, () => this.exchangeTenants.undisturbed(String(tenantId), send, operation));
  }

  /** Deletes an object of a list. Throws a `NotFoundError` when there surely is none. */
  async delete<Item>(list: ObjectList<Item>, id: string, send: () => Promise<void>): Promise<void> {
    try {
      await this.write(list, id, send);
    } catch (error) {
      if (error instanceof NotFoundError) {
        await this.#requireRole();
      }
      throw error;
    }
  }

  /** The link that a tenant belongs to, which not every answer shows. `undefined`: it cannot be told. */
  async linkOf({ linkId, serviceId, projectId }: Tenant): Promise<string | undefined> {
    if (linkId !== undefined || serviceId === null || projectId === null) {
      return linkId;
    }
    return (await this.links.withKey(keyOf(serviceId, projectId), false))[0]?.linkId;
  }

  /** Those who may write to a group, users and contacts, as the API needs to know. */
  async deliveryMembers(ids: readonly string[], signal: AbortSignal): Promise<DeliveryMember[]> {
    return Promise.all(
      ids.map(async (id) => {
        let fresh = false;
        const look = async (): Promise<DeliveryMember | undefined> => {
          if ((await this.exchangeUsers.withId(id, fresh)) !== undefined) {
            return { kind: "exchange-users", id };
          }
          if ((await this.contacts.withId(id, fresh)) !== undefined) {
            return { kind: "exchange-contacts", id };
          }
          fresh = true;
          return undefined;
        };
        const member = await waitFor(look, { timeout: longestInvisible, signal });
        if (member === undefined) {
          throw new SystemError(`deliveryMembers: there is neither a user nor a contact with the ID ${id}.`, "no");
        }
        return member;
      }),
    );
  }

  /**
   * Deletes a user of Exchange. The system would delete whatever the user manages along with it, mailboxes included, so
   * a user who manages something stays.
   */
  async deleteExchangeUser({ id: userId, tenantId }: Place, operation: Operation): Promise<void> {
    if ((await this.#managedBy(userId, false)).length > 0) {
      const managed = await this.#managedBy(userId, true);
      if (managed.length > 0) {
        throw new SystemError(
          `the user manages ${managed.join(", ")}, which the system would delete along with it. ` +
            "Give them another manager first, or delete them.",
          "no",
        );
      }
    }
    const send = () => this.api.exchangeUsers.delete(userId, operation.signal);
    await this.deleteInTenant(this.exchangeUsers, { id: userId, tenantId }, send, operation);
    this.#deleted.add(userId);
  }

  /** Deletes a distribution group. */
  async deleteDistributionGroup(group: Place, operation: Operation): Promise<void> {
    const send = () => this.api.distributionGroups.delete(group.id, operation.signal);
    await this.deleteInTenant(this.distributionGroups, group, send, operation);
    this.#deleted.add(group.id);
  }

  async #managedBy(userId: string, fresh: boolean): Promise<string[]> {
    const lists = [this.exchangeUsers, this.distributionGroups] as const;
    const [users, groups] = await Promise.all([
      fresh ? lists[0].all(true) : lists[0].recent(),
      fresh ? lists[1].all(true) : lists[1].recent(),
    ]);
    return [
      ...users
        .filter((user) => user.managerId === userId && user.userId !== userId && !this.#deleted.has(user.userId))
        .map((user) => `the user ${user.username ?? user.userId}`),
      ...groups
        .filter((group) => group.managerId === userId && !this.#deleted.has(group.groupId))
        .map((group) => `the group ${group.username ?? group.groupId}`),
    ];
  }
}
