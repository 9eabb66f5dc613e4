import * as z from "zod";
import { type Change, type EmulatedSystem, type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";

/** A group under the names of the wire. */
export interface BariumGroup {
  readonly id: number;
  readonly securityId: string;
  readonly key: string;
  readonly name: string;
  readonly parentId: number | null;
  readonly origin: string | null;
  readonly originkey: string | null;
}

/** What the document leaves open. */
export interface BariumBehaviour {
  /** What a create does with a key that exists. */
  existingKey: "update" | "refuse" | "duplicate";
  /** What becomes of the children of a deleted group. */
  children: "refuse" | "cascade" | "orphan";
  /** How many groups a page has at the most, and by default. */
  pageSize: number;
  /** Whether IDs in answers are texts. */
  textIds: boolean;
  /** Whether the statuses of a call of many come in another order. */
  shuffled: boolean;
  /** How many lists a new group is missing from. */
  hiddenLists: number;
  /** How long the answer of a sign-in is repeated, in milliseconds. */
  authenticationCache: number;
  words: { added: string; updated: string; deleted: string };
}

const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(Number);
const newGroup = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  origin: z.string().optional(),
  originkey: z.string().optional(),
  parentid: id.optional(),
  parentId: id.optional(),
});
const changedGroup = z.strictObject({
  id,
  name: z.string().min(1).optional(),
  parentid: id.optional(),
  parentId: id.optional(),
});

interface ItemStatus {
  readonly id: number | string | null;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly status: string;
  readonly outcome: "added" | "updated" | "deleted" | "error";
}

/** Barium Live, as seeds/002 describes it. */
export class Barium implements EmulatedSystem {
  readonly name = "barium";
  readonly bases = [/\/api\/v1\.1/, /\/api\/v\d+\.\d+/i];
  readonly credentials = { apiKey: "emulator-api-key", username: "emulator", password: "emulator-password" };
  readonly behaviour: BariumBehaviour = {
    existingKey: "update",
    children: "refuse",
    pageSize: 1000,
    textIds: false,
    shuffled: false,
    hiddenLists: 0,
    authenticationCache: 0,
    words: { added: "added", updated: "updated", deleted: "deleted" },
  };
  readonly endpoints: readonly Endpoint[];
  readonly #domains = new Map<string, Map<number, BariumGroup>>([["1", new Map()]]);
  readonly #hidden = new Map<number, number>();
  #nextId = 1_000_001;
  #tickets = new Map<string, number>();
  #ticketCount = 0;

  constructor() {
    const path = "/domains/:domainId/groups";
    const json = "application/json";
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
        handle: ({ parameters, query }) =>
          this.#inDomain(parameters, (groups) => this.#list(groups, query.Skip ?? 0, query.Take)),
      }),
      endpoint({
        id: "barium.groups.create",
        idOf: (body) => (isUpdate(body) ? "barium.groups.update" : "barium.groups.create"),
        method: "POST",
        path,
        authentication: "required",
        contentType: json,
        body: z.strictObject({ groups: z.array(z.union([changedGroup, newGroup])).min(1) }),
        handle: ({ parameters, body, partial }) =>
          this.#inDomain(parameters, (groups) =>
            this.#statuses(body.groups, partial, (group) =>
              "id" in group ? this.#update(groups, group) : this.#create(groups, group),
            ),
          ),
      }),
      endpoint({
        id: "barium.groups.delete",
        method: "DELETE",
        path,
        authentication: "required",
        contentType: json,
        body: z.strictObject({ groups: z.array(z.strictObject({ id })).min(1) }),
        handle: ({ parameters, body, partial }) =>
          this.#inDomain(parameters, (groups) =>
            this.#statuses(body.groups, partial, (group) => this.#delete(groups, group.id)),
          ),
      }),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/barium/api/v1.1`, ...this.credentials };
  }

  isAuthenticated(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
    return this.#tickets.has(String(headers.ticket));
  }

  expireSessions(): void {
    this.#tickets = new Map();
  }

  refuse(status: number, words: string): EndpointAnswer {
    return { status, body: { success: false, message: words } };
  }

  behave(behaviour: Partial<BariumBehaviour>): void {
    Object.assign(this.behaviour, behaviour);
  }

  change({ scope, id: wantedId, set, remove }: Change): string {
    const groups = this.groups(scope);
    const groupId = wantedId === undefined ? this.#nextId++ : Number(wantedId);
    if (remove === true) {
      groups.delete(groupId);
    } else {
      const old = groups.get(groupId) ?? this.#newGroup(groupId);
      groups.set(groupId, { ...old, ...set });
    }
    return String(groupId);
  }

  objects(): Record<string, Record<string, Readonly<Record<string, unknown>>>> {
    return Object.fromEntries(
      [...this.#domains].map(([domain, groups]) => [
        domain,
        Object.fromEntries([...groups].map(([groupId, group]) => [groupId, { ...group }])),
      ]),
    );
  }

  /** The groups of a domain by ID; the domain is made if there is none. */
  groups(domainId: string): Map<number, BariumGroup> {
    let groups = this.#domains.get(domainId);
    if (groups === undefined) {
      groups = new Map();
      this.#domains.set(domainId, groups);
    }
    return groups;
  }

  #authenticate(form: { APIKey: string; Username: string; Password: string }): EndpointAnswer {
    const { apiKey, username, password } = this.credentials;
    if (form.APIKey !== apiKey || form.Username !== username || form.Password !== password) {
      return { status: 200, body: { success: false, Ticket: null } };
    }
    const time = performance.now();
    const last = [...this.#tickets].at(-1);
    if (last !== undefined && time - last[1] < this.behaviour.authenticationCache) {
      return { status: 200, body: { success: true, Ticket: last[0] } };
    }
    const ticket = `emulator-ticket-${++this.#ticketCount}`;
    this.#tickets.set(ticket, time);
    return { status: 200, body: { success: true, Ticket: ticket } };
  }

  #inDomain(
    { domainId = "" }: Readonly<Record<string, string>>,
    run: (groups: Map<number, BariumGroup>) => EndpointAnswer,
  ): EndpointAnswer {
    const groups = this.#domains.get(domainId);
    return groups === undefined ? this.refuse(404, `Domain ${domainId} does not exist`) : run(groups);
  }

  #list(groups: Map<number, BariumGroup>, skip: number, take: number = this.behaviour.pageSize): EndpointAnswer {
    const visible = [...groups.values()].filter((group) => {
      const left = this.#hidden.get(group.id) ?? 0;
      this.#hidden.set(group.id, left - 1);
      return left <= 0;
    });
    const page = visible.slice(skip, skip + Math.min(take, this.behaviour.pageSize));
    return {
      status: 200,
      body: { TotalCount: visible.length, Data: page.map((group) => ({ ...group, id: this.#shownId(group.id) })) },
    };
  }

  #create(groups: Map<number, BariumGroup>, group: z.output<typeof newGroup>): ItemStatus {
    const parent = group.parentid ?? group.parentId;
    if (parent !== undefined && !groups.has(parent)) {
      return { id: null, key: group.key, status: `Parent group ${parent} not found`, outcome: "error" };
    }
    const existing = [...groups.values()].find(({ key }) => key === group.key);
    if (existing !== undefined && this.behaviour.existingKey === "refuse") {
      return { id: null, key: group.key, status: "A group with this key exists already", outcome: "error" };
    }
    if (existing !== undefined && this.behaviour.existingKey === "update") {
      groups.set(existing.id, { ...existing, name: group.name, parentId: parent ?? existing.parentId });
      return { id: existing.id, key: group.key, status: this.behaviour.words.updated, outcome: "updated" };
    }
    const made: BariumGroup = {
      ...this.#newGroup(this.#nextId++),
      key: group.key,
      name: group.name,
      parentId: parent ?? null,
      origin: group.origin ?? null,
      originkey: group.originkey ?? null,
    };
    groups.set(made.id, made);
    this.#hidden.set(made.id, this.behaviour.hiddenLists);
    return { id: made.id, key: made.key, status: this.behaviour.words.added, outcome: "added" };
  }

  #update(groups: Map<number, BariumGroup>, change: z.output<typeof changedGroup>): ItemStatus {
    const group = groups.get(change.id);
    const parent = change.parentid ?? change.parentId;
    if (group === undefined) {
      return { id: change.id, status: `Group ${change.id} not found`, outcome: "error" };
    }
    if (parent !== undefined && !groups.has(parent)) {
      return { id: change.id, key: group.key, status: `Parent group ${parent} not found`, outcome: "error" };
    }
    groups.set(group.id, { ...group, name: change.name ?? group.name, parentId: parent ?? group.parentId });
    return { id: group.id, key: group.key, status: this.behaviour.words.updated, outcome: "updated" };
  }

  #delete(groups: Map<number, BariumGroup>, groupId: number): ItemStatus {
    const group = groups.get(groupId);
    if (group === undefined) {
      return { id: groupId, status: `Group ${groupId} not found`, outcome: "error" };
    }
    const children = [...groups.values()].filter(({ parentId }) => parentId === groupId);
    if (children.length > 0 && this.behaviour.children === "refuse") {
      return { id: groupId, name: group.name, status: "The group has child groups", outcome: "error" };
    }
    for (const child of children) {
      if (this.behaviour.children === "cascade") {
        this.#delete(groups, child.id);
      } else {
        groups.set(child.id, { ...child, parentId: null });
      }
    }
    groups.delete(groupId);
    return { id: groupId, name: group.name, status: this.behaviour.words.deleted, outcome: "deleted" };
  }

  #statuses<Item>(items: readonly Item[], partial: boolean, run: (item: Item) => ItemStatus): EndpointAnswer {
    const results = items.map((item, index): ItemStatus => {
      if (partial && index > 0) {
        const { key, id: itemId = null } = item as { key?: string; id?: number };
        return { id: itemId, key, status: "Internal error", outcome: "error" };
      }
      return run(item);
    });
    const count = (outcome: ItemStatus["outcome"]) => results.filter((result) => result.outcome === outcome).length;
    const groups = results.map(({ outcome: _, ...result }) => ({ ...result, id: this.#shownId(result.id) }));
    const isDelete = items.every((item) => Object.keys(item as object).join() === "id");
    return {
      status: 200,
      body: {
        ...(isDelete ? { deleted: count("deleted") } : { added: count("added"), updated: count("updated") }),
        errors: count("error"),
        groups: this.behaviour.shuffled ? groups.reverse() : groups,
      },
    };
  }

  #newGroup(groupId: number): BariumGroup {
    return {
      id: groupId,
      securityId: `S-${groupId}`,
      key: `key-${groupId}`,
      name: `Group ${groupId}`,
      parentId: null,
      origin: null,
      originkey: null,
    };
  }

  #shownId(value: number | string | null): number | string | null {
    return this.behaviour.textIds && value !== null ? String(value) : value;
  }
}

/** The items of an update have an ID, those of a create have none. */
function isUpdate(body: unknown): boolean {
  const { groups } = (body ?? {}) as { groups?: unknown };
  return Array.isArray(groups) && groups.some((group) => typeof group === "object" && group !== null && "id" in group);
}
