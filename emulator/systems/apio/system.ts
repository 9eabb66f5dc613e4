import * as z from "zod";
import type { AuthenticatedRequest } from "../../answer.ts";
import { type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";
import type { Change, EmulatedSystem, Objects } from "../../system.ts";
import { type ApioBehaviour, apioBehaviour } from "./behaviour.ts";
import { type BodyCriteria, bodyCriteria, fromQuery, queryCriteria, select } from "./criteria.ts";
import {
  type ApioGroup,
  type ChangedGroup,
  changedGroup,
  emptyGroup,
  type NewGroup,
  newGroup,
  outsideChange,
} from "./group.ts";
import { Tenant } from "./tenant.ts";

export type { ApioBehaviour } from "./behaviour.ts";

type Parameters = Readonly<Record<string, string>>;

/** A BroadWorks error, with its number in its words; it ends a call. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** Netaxis APIO, as seeds/003 and what else is public describe it, with the tenant `acme`. */
export class Apio implements EmulatedSystem {
  readonly name = "apio";
  readonly bases = [/\/api\/v1/, /\/api\/v01\/p\d+/];
  readonly credentials = { username: "emulator", password: "emulator-password" };
  readonly behaviour: ApioBehaviour = apioBehaviour.parse({});
  readonly endpoints: readonly Endpoint[];
  readonly #tenants = new Map<string, Tenant>([["acme", new Tenant()]]);
  readonly #domains = new Set(["example.com"]);
  readonly #resellers = new Set<string>();
  readonly #sessions = new Set<string>();
  #sessionCount = 0;

  constructor() {
    const groups = "/tenants/:tenantId/groups/";
    const group = "/tenants/:tenantId/groups/:groupId/";
    const contentType = "application/json";
    const credentials = z.strictObject({ username: z.string(), password: z.string() });
    this.endpoints = [
      endpoint({
        id: "apio.login",
        method: "POST",
        path: "/login/",
        authentication: "none",
        contentType,
        body: credentials,
        handle: ({ body }) =>
          this.#signIn(body, (session) => ({
            status: 200,
            headers: { "Set-Cookie": `sessionid=${session}; HttpOnly; Path=/` },
            body: {},
          })),
      }),
      endpoint({
        id: "apio.core.login",
        method: "POST",
        path: "/api/v01/auth/login",
        outsideBase: true,
        authentication: "none",
        contentType,
        body: credentials,
        handle: ({ body }) =>
          this.#signIn(body, (session) => ({ status: 200, body: { access_token: session, expires_in: 3600 } })),
      }),
      endpoint({
        id: "apio.groups.list",
        method: "GET",
        path: groups,
        authentication: "required",
        contentType,
        body: bodyCriteria.optional(),
        query: queryCriteria,
        handle: ({ parameters, body = {}, query }) =>
          this.#inTenant(parameters, (tenant) => {
            const isQuery = this.behaviour.criteria === "query";
            if (Object.keys(isQuery ? body : query).length > 0) {
              throw new Refusal(400, `criteria belong into the ${this.behaviour.criteria}`);
            }
            return this.#list(tenant, isQuery ? fromQuery(query) : body);
          }),
      }),
      // The document's heading has the first path, its sample the second, with another ID than the body's.
      ...[groups, group].map((path) =>
        endpoint({
          id: "apio.groups.create",
          method: "POST",
          path,
          authentication: "required",
          contentType,
          body: newGroup,
          handle: ({ parameters, body, partial }) =>
            this.#inTenant(parameters, (tenant) => this.#create(parameters, tenant, body, partial)),
        }),
      ),
      endpoint({
        id: "apio.groups.get",
        method: "GET",
        path: group,
        authentication: "required",
        handle: ({ parameters }) =>
          this.behaviour.singleRead
            ? this.#inTenant(parameters, (tenant) => this.#get(parameters, tenant))
            : this.refuse(405, "Method Not Allowed"),
      }),
      endpoint({
        id: "apio.groups.update",
        method: "PUT",
        path: group,
        authentication: "required",
        contentType,
        body: changedGroup,
        handle: ({ parameters, body, partial }) =>
          this.#inTenant(parameters, (tenant) => this.#update(parameters, tenant, body, partial)),
      }),
      endpoint({
        id: "apio.groups.delete",
        method: "DELETE",
        path: group,
        authentication: "required",
        handle: ({ parameters, partial }) =>
          this.#inTenant(parameters, (tenant) => this.#delete(parameters, tenant, partial)),
      }),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/apio/api/v1`, ...this.credentials };
  }

  isAuthenticated({ headers }: AuthenticatedRequest): boolean {
    const bearer = /^Bearer (.+)$/.exec(String(headers.authorization ?? ""))?.[1];
    const cookie = /(?:^|;\s*)sessionid=([^;]+)/.exec(String(headers.cookie ?? ""))?.[1];
    return [bearer, cookie].some((session) => session !== undefined && this.#sessions.has(session));
  }

  expireSessions(): void {
    this.#sessions.clear();
  }

  /** A token as an administrator sets one up for a machine. */
  machineToken(): string {
    return this.#newSession();
  }

  refuse(status: number, summary: string): EndpointAnswer {
    return { status, body: { code: `APIO-${status}`, level: "Error", summary } };
  }

  behave(behaviour: Partial<ApioBehaviour>): void {
    Object.assign(this.behaviour, apioBehaviour.parse({ ...this.behaviour, ...behaviour }));
  }

  change({ scope, id, set = {}, remove }: Change): string {
    if (id === undefined) {
      throw new Error("the ID of an APIO group is the caller's to choose");
    }
    const tenant = this.#tenant(scope);
    if (remove === true) {
      tenant.delete(id);
      return id;
    }
    const changed = changedBy(tenant.groups.get(id) ?? emptyGroup(id), outsideChange.parse(set));
    tenant.set(changed);
    this.#admitDomain(changed.defaultDomain, true);
    this.#admitReseller(changed.resellerId, true);
    return id;
  }

  objects(): Objects {
    return Object.fromEntries(
      [...this.#tenants].map(([tenantId, { groups }]) => [tenantId, Object.fromEntries(groups)]),
    );
  }

  /** The groups of a tenant by ID; the tenant is made if there is none. */
  groups(tenantId: string): ReadonlyMap<string, ApioGroup> {
    return this.#tenant(tenantId).groups;
  }

  #tenant(tenantId: string): Tenant {
    let tenant = this.#tenants.get(tenantId);
    if (tenant === undefined) {
      tenant = new Tenant();
      this.#tenants.set(tenantId, tenant);
    }
    return tenant;
  }

  #signIn(
    { username, password }: { username: string; password: string },
    answer: (session: string) => EndpointAnswer,
  ): EndpointAnswer {
    return username === this.credentials.username && password === this.credentials.password
      ? answer(this.#newSession())
      : this.refuse(401, "Wrong username or password");
  }

  #newSession(): string {
    const session = `emulator-session-${++this.#sessionCount}`;
    this.#sessions.add(session);
    return session;
  }

  #inTenant({ tenantId = "" }: Parameters, run: (tenant: Tenant) => EndpointAnswer): EndpointAnswer {
    const { userReseller, resellerTenant, tenantResellers } = this.behaviour;
    try {
      const tenant = this.#tenants.get(tenantId);
      if (tenant === undefined) {
        throw new Refusal(404, `Tenant not found: ${tenantId}`);
      }
      if (userReseller !== null && resellerTenant && tenantResellers[tenantId] !== userReseller) {
        throw new Refusal(403, `Tenant of another reseller: ${tenantId}`);
      }
      return run(tenant);
    } catch (error) {
      if (error instanceof Refusal) {
        const isHidden = this.behaviour.refusesWithSuccess && error.status === 422;
        return { ...this.refuse(error.status, error.message), ...(isHidden ? { status: 200 } : {}) };
      }
      throw error;
    }
  }

  #list(tenant: Tenant, criteria: BodyCriteria): EndpointAnswer {
    const visible = [...tenant.groups.values()].filter((group) => tenant.shows(group) && this.#isOwn(group));
    const groups = select(visible, this.#paged(criteria));
    if (groups === undefined) {
      throw new Refusal(416, "startIndex is beyond the last group");
    }
    return { status: 200, body: { groups: groups.map((group) => this.#shown(group)) } };
  }

  #paged({ pagingControl, ...criteria }: BodyCriteria): BodyCriteria {
    const { paging } = this.behaviour;
    return pagingControl === undefined || paging === "ignored"
      ? criteria
      : { ...criteria, pagingControl: paging === "stuck" ? { ...pagingControl, startIndex: 1 } : pagingControl };
  }

  /** A group as this installation writes it. */
  #shown<Shown extends { readonly groupId: string }>(group: Shown): object {
    return this.behaviour.restyles
      ? Object.fromEntries(
          Object.entries({ ...group, groupId: group.groupId.toUpperCase() }).map(([name, value]) => [
            name,
            typeof value === "number" ? String(value) : value,
          ]),
        )
      : group;
  }

  #get({ groupId: asked = "" }: Parameters, tenant: Tenant): EndpointAnswer {
    const group = this.#existing(tenant, asked);
    if (!tenant.shows(group)) {
      throw noGroup(asked);
    }
    const { groupId, ...rest } = this.#shown(group) as ApioGroup;
    const more = this.behaviour.showsMore ? { links: { self: `groups/${groupId}/` }, callProcessing: null } : {};
    return { status: 200, body: { ...(this.behaviour.singleReadShowsId ? { groupId } : {}), ...rest, ...more } };
  }

  #create({ tenantId = "" }: Parameters, tenant: Tenant, body: NewGroup, partial: boolean): EndpointAnswer {
    const { tenantResellers, defaultTemplate, autoCreateDomains, hiddenReads } = this.behaviour;
    const { autoCreateDomain = autoCreateDomains, templateName = defaultTemplate, ...given } = body;
    if (tenant.groups.has(given.groupId)) {
      throw new Refusal(422, `[Error 4200] Group already exists: ${given.groupId}`);
    }
    const template = templateName === null ? {} : this.#template(templateName);
    const { [tenantId]: resellerId } = tenantResellers;
    const fields = { ...(resellerId === undefined ? {} : { resellerId }), ...template, ...given };
    this.#admitDomain(fields.defaultDomain, autoCreateDomain);
    this.#admitReseller(fields.resellerId, this.behaviour.autoCreateResellers);
    const group = changedBy(emptyGroup(given.groupId), fields);
    const isPartial = this.#isPartial(partial);
    tenant.set(isPartial ? withoutContact(group) : group);
    tenant.hide(group.groupId, hiddenReads);
    if (isPartial) {
      return this.refuse(207, "[Error 5010] The group is made, and its contact could not be stored");
    }
    const { createAnswer } = this.behaviour;
    return { status: 201, ...(createAnswer === "nothing" ? {} : { body: createAnswer === "empty" ? {} : group }) };
  }

  #update({ groupId = "" }: Parameters, tenant: Tenant, body: ChangedGroup, partial: boolean): EndpointAnswer {
    const { templateName, ...fields } = body;
    const live = this.#existing(tenant, groupId);
    if (templateName !== undefined) {
      this.#template(templateName);
    }
    this.#admitDomain(fields.defaultDomain, this.behaviour.autoCreateDomains);
    this.#admitReseller(fields.resellerId, this.behaviour.autoCreateResellers);
    const kept = this.behaviour.putReplaces ? { ...emptyGroup(groupId), userCount: live.userCount } : live;
    const { contactInformation } = live;
    if (this.#isPartial(partial)) {
      tenant.set(changedBy(kept, { ...fields, contactInformation }));
      return this.refuse(207, "[Error 5010] The group is changed, and its contact could not be stored");
    }
    tenant.set(changedBy(kept, fields));
    return { status: 200, body: {} };
  }

  #delete({ groupId = "" }: Parameters, tenant: Tenant, partial: boolean): EndpointAnswer {
    const live = this.#existing(tenant, groupId);
    if (this.#isPartial(partial)) {
      tenant.set(withoutContact(live));
      return this.refuse(207, "[Error 5011] The contact is deleted, and the group could not be");
    }
    tenant.delete(groupId);
    return { status: 200, body: {} };
  }

  #existing(tenant: Tenant, groupId: string): ApioGroup {
    const group = tenant.groups.get(groupId);
    if (group === undefined || !this.#isOwn(group)) {
      throw noGroup(groupId);
    }
    return group;
  }

  /** Whether the user may see a group. */
  #isOwn({ resellerId }: ApioGroup): boolean {
    const { userReseller, resellerGroup } = this.behaviour;
    return userReseller === null || !resellerGroup || resellerId === userReseller;
  }

  #template(name: string): Partial<ChangedGroup> {
    const template = this.behaviour.templates[name];
    if (template === undefined) {
      throw new Refusal(422, `No template ${name} of the category group`);
    }
    return template;
  }

  #admitDomain(domain: unknown, makes: boolean): void {
    if (typeof domain !== "string") {
      return;
    }
    // Names of domains are the same in any case, and with the dot of the root.
    const name = domain.toLowerCase().replace(/\.$/, "");
    if (!makes && !this.#domains.has(name)) {
      throw new Refusal(422, `[Error 4012] Domain not found: ${domain}`);
    }
    this.#domains.add(name);
  }

  #admitReseller(reseller: string | null | undefined, makes: boolean): void {
    if (typeof reseller !== "string") {
      return;
    }
    if (!makes && !this.#resellers.has(reseller)) {
      throw new Refusal(422, `Reseller not found: ${reseller}`);
    }
    this.#resellers.add(reseller);
  }

  /** Whether a write is to be done in part only; counts as one such write. */
  #isPartial(fault: boolean): boolean {
    if (!fault && this.behaviour.partialWrites > 0) {
      this.behaviour.partialWrites--;
      return true;
    }
    return fault;
  }
}

function noGroup(groupId: string): Refusal {
  return new Refusal(404, `[Error 4505] Group not found: ${groupId}`);
}

function changedBy(group: ApioGroup, fields: object): ApioGroup {
  return { ...group, ...fields };
}

function withoutContact({ contactInformation: _, ...group }: ApioGroup): ApioGroup {
  return group as ApioGroup;
}
