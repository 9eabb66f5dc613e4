import * as z from "zod";
import type { AuthenticatedRequest } from "../../answer.ts";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, EmulatedSystem, Objects } from "../../system.ts";
import { type BariumBehaviour, bariumBehaviour } from "./behaviour.ts";
import { Domain } from "./domain.ts";
import {
  type BariumGroup,
  type ChangedGroup,
  changedGroups,
  deletedGroups,
  isUpdate,
  type NewGroup,
  newGroups,
  outsideChange,
} from "./group.ts";
import { Tickets } from "./tickets.ts";

export type { BariumBehaviour } from "./behaviour.ts";

/** How one item of a call of many fared. */
interface ItemStatus {
  readonly id: number | null;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly status: string;
  readonly outcome: "added" | "updated" | "deleted" | "error";
}

/** Barium Live, as seeds/002 describes it, with the domain 1. */
export class Barium implements EmulatedSystem {
  readonly name = "barium";
  // Public examples have /api/v1.1 and /API/v1.0; an installation may stand below a path of its own.
  readonly bases = [/(?:\/[^/?]+)*\/api\/v\d+\.\d+/i];
  readonly credentials = { apiKey: "emulator-api-key", username: "emulator", password: "emulator-password" };
  readonly behaviour: BariumBehaviour = bariumBehaviour.parse({});
  readonly endpoints: readonly Endpoint[];
  readonly #domains = new Map<string, Domain>([["1", new Domain()]]);
  readonly #tickets = new Tickets();
  #nextId = 1_000_001;

  constructor() {
    const path = "/domains/:domainId/groups";
    const contentType = "application/json";
    this.endpoints = [
      endpoint({
        id: "barium.authenticate",
        method: "POST",
        path: "/Authenticate",
        authentication: "none",
        contentType: "application/x-www-form-urlencoded",
        body: z.strictObject({
          APIKey: z.string(),
          Username: z.string(),
          Password: z.string(),
          format: z.literal("json"),
        }),
        handle: ({ body }) => this.#authenticate(body),
      }),
      endpoint({
        id: "barium.groups.list",
        method: "GET",
        path,
        authentication: "required",
        query: z.strictObject({ Skip: z.coerce.number().int().min(0), Take: z.coerce.number().int().min(1) }).partial(),
        handle: ({ parameters, query }) => this.#inDomain(parameters, (domain) => this.#list(domain, query)),
      }),
      endpoint({
        id: "barium.groups.update",
        method: "POST",
        path,
        isFor: isUpdate,
        authentication: "required",
        contentType,
        body: changedGroups,
        handle: ({ parameters, body: { groups }, partial }) =>
          this.#inDomain(parameters, (domain) =>
            this.#written(groups, partial, (group) => this.#update(domain, group)),
          ),
      }),
      endpoint({
        id: "barium.groups.create",
        method: "POST",
        path,
        authentication: "required",
        contentType,
        body: newGroups,
        handle: ({ parameters, body: { groups }, partial }) =>
          this.#inDomain(parameters, (domain) =>
            this.#written(groups, partial, (group) => this.#create(domain, group)),
          ),
      }),
      endpoint({
        id: "barium.groups.delete",
        method: "DELETE",
        path,
        authentication: "required",
        contentType,
        body: deletedGroups,
        handle: ({ parameters, body: { groups }, partial }) =>
          this.#inDomain(parameters, (domain) => {
            const statuses = this.#each(groups, partial, ({ id }) => this.#delete(domain, id));
            return this.#statuses({ deleted: count(statuses, "deleted") }, statuses);
          }),
      }),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/barium/api/v1.1`, ...this.credentials };
  }

  isAuthenticated({ headers }: AuthenticatedRequest): boolean {
    return this.#tickets.has(String(headers.ticket));
  }

  expireSessions(): void {
    this.#tickets.expire();
  }

  refuse(status: number, words: string): EndpointAnswer {
    return { status, body: { success: false, message: words } };
  }

  behave(behaviour: Partial<BariumBehaviour>): void {
    Object.assign(this.behaviour, bariumBehaviour.parse({ ...this.behaviour, ...behaviour }));
  }

  change({ scope, id, set = {}, remove }: Change): string {
    const domain = this.#domain(scope);
    const groupId = id === undefined ? this.#nextId++ : z.coerce.number().int().parse(id);
    if (remove === true) {
      domain.delete(groupId);
    } else {
      const old = domain.groups.get(groupId) ?? newGroup(groupId);
      domain.set({ ...old, ...(outsideChange.parse(set) as Partial<BariumGroup>) });
    }
    return String(groupId);
  }

  objects(): Objects {
    return Object.fromEntries(
      [...this.#domains].map(([domainId, { groups }]) => [
        domainId,
        Object.fromEntries([...groups].map(([groupId, group]) => [groupId, { ...group }])),
      ]),
    );
  }

  /** The groups of a domain by ID; the domain is made if there is none. */
  groups(domainId: string): ReadonlyMap<number, BariumGroup> {
    return this.#domain(domainId).groups;
  }

  #domain(domainId: string): Domain {
    let domain = this.#domains.get(domainId);
    if (domain === undefined) {
      domain = new Domain();
      this.#domains.set(domainId, domain);
    }
    return domain;
  }

  #authenticate(form: { APIKey: string; Username: string; Password: string }): EndpointAnswer {
    const { apiKey, username, password } = this.credentials;
    const isRight = form.APIKey === apiKey && form.Username === username && form.Password === password;
    const ticket = isRight ? this.#tickets.give(this.behaviour.authenticationCache) : null;
    return { status: 200, body: { success: isRight, Ticket: ticket } };
  }

  #inDomain(
    { domainId = "" }: Readonly<Record<string, string>>,
    run: (domain: Domain) => EndpointAnswer,
  ): EndpointAnswer {
    const domain = this.#domains.get(domainId);
    return domain === undefined ? this.refuse(404, `Domain ${domainId} does not exist`) : run(domain);
  }

  #list(
    domain: Domain,
    { Skip = 0, Take = this.behaviour.defaultTake }: { Skip?: number | undefined; Take?: number | undefined },
  ): EndpointAnswer {
    const groups = domain.list();
    const page = groups.slice(Skip, Skip + Math.min(Take, this.behaviour.pageSize));
    const shown = page.map((group) => ({
      ...group,
      key: this.#shownKey(group.key),
      id: this.#shownId(group.id),
      parentId: this.#shownId(group.parentId),
    }));
    return { status: 200, body: { TotalCount: groups.length, Data: shown } };
  }

  #create(domain: Domain, group: NewGroup): ItemStatus {
    const { key, name, origin = null, originkey = null } = group;
    const parentId = parentOf(group);
    if (parentId !== undefined && !domain.groups.has(parentId)) {
      return { id: null, key, status: `Parent group ${parentId} not found`, outcome: "error" };
    }
    const existing = domain.withKey(key);
    if (existing !== undefined && this.behaviour.existingKey === "refuse") {
      return { id: null, key, status: "A group with this key exists already", outcome: "error" };
    }
    if (existing !== undefined && this.behaviour.existingKey === "update") {
      return this.#change(domain, existing, name, parentId);
    }
    const id = this.#nextId++;
    domain.set({ ...newGroup(id), key, name, parentId: parentId ?? null, origin, originkey });
    domain.hide(id, this.behaviour.hiddenLists);
    return { id, key, status: this.behaviour.words.added, outcome: "added" };
  }

  #update(domain: Domain, change: ChangedGroup): ItemStatus {
    const group = domain.groups.get(change.id);
    const parentId = parentOf(change);
    if (group === undefined) {
      return { id: change.id, status: `Group ${change.id} not found`, outcome: "error" };
    }
    if (parentId !== undefined && !domain.groups.has(parentId)) {
      return { id: group.id, key: group.key, status: `Parent group ${parentId} not found`, outcome: "error" };
    }
    return this.#change(domain, group, change.name, this.behaviour.updateReplaces ? (parentId ?? null) : parentId);
  }

  #change(domain: Domain, group: BariumGroup, name = group.name, parentId = group.parentId): ItemStatus {
    if (parentId !== null && domain.isWithin(parentId, group.id)) {
      return { id: group.id, key: group.key, status: "A group cannot be its own ancestor", outcome: "error" };
    }
    domain.set({ ...group, name, parentId });
    return { id: group.id, key: group.key, status: this.behaviour.words.updated, outcome: "updated" };
  }

  #delete(domain: Domain, id: number): ItemStatus {
    const group = domain.groups.get(id);
    if (group === undefined) {
      return { id, status: `Group ${id} not found`, outcome: "error" };
    }
    const children = domain.childrenOf(id);
    if (children.length > 0 && this.behaviour.children === "refuse") {
      return { id, name: group.name, status: "The group has child groups", outcome: "error" };
    }
    domain.delete(id);
    for (const child of children) {
      if (this.behaviour.children === "cascade") {
        this.#delete(domain, child.id);
      } else {
        domain.set({ ...child, parentId: null });
      }
    }
    return { id, name: group.name, status: this.behaviour.words.deleted, outcome: "deleted" };
  }

  #written<Item extends { key?: string; id?: number }>(
    items: readonly Item[],
    partial: boolean,
    run: (item: Item) => ItemStatus,
  ): EndpointAnswer {
    const statuses = this.#each(items, partial, run);
    return this.#statuses({ added: count(statuses, "added"), updated: count(statuses, "updated") }, statuses);
  }

  #each<Item extends { key?: string; id?: number }>(
    items: readonly Item[],
    partial: boolean,
    run: (item: Item) => ItemStatus,
  ): ItemStatus[] {
    return items.map((item, index) =>
      partial && index > 0
        ? { id: item.id ?? null, key: item.key, status: "Internal error", outcome: "error" }
        : run(item),
    );
  }

  #statuses(counts: Readonly<Record<string, number>>, statuses: readonly ItemStatus[]): EndpointAnswer {
    const shown = this.behaviour.failuresOnly ? statuses.filter(({ outcome }) => outcome === "error") : statuses;
    const groups = shown.map(({ outcome: _, key, ...status }) => ({
      ...status,
      ...(key === undefined ? {} : { key: this.#shownKey(key) }),
      id: this.#shownId(status.id),
    }));
    return {
      status: 200,
      body: {
        ...counts,
        errors: count(statuses, "error"),
        groups: this.behaviour.shuffled ? groups.reverse() : groups,
      },
    };
  }

  #shownKey(key: string): string {
    return this.behaviour.lowerCaseKeys ? key.toLowerCase() : key;
  }

  #shownId(id: number | null): number | string | null {
    return this.behaviour.textIds && id !== null ? String(id) : id;
  }
}

function newGroup(id: number): BariumGroup {
  return {
    id,
    securityId: `S-${id}`,
    key: `key-${id}`,
    name: `Group ${id}`,
    parentId: null,
    origin: null,
    originkey: null,
  };
}

function parentOf({ parentid, parentId }: NewGroup | ChangedGroup): number | undefined {
  return parentid ?? parentId;
}

function count(statuses: readonly ItemStatus[], outcome: ItemStatus["outcome"]): number {
  return statuses.filter((status) => status.outcome === outcome).length;
}
