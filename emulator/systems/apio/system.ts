import * as z from "zod";
import { type Change, type EmulatedSystem, type Endpoint, type EndpointAnswer, endpoint } from "../../endpoint.ts";

/** A group under the names of the wire. */
export interface ApioGroup {
  readonly groupId: string;
  readonly groupName: string | null;
  readonly userLimit: number | null;
  readonly userCount: number;
  readonly [field: string]: unknown;
}

/** What the document leaves open. */
export interface ApioBehaviour {
  /** Where the criteria of a list are read from. */
  criteria: "body" | "query";
  /** What a create answers. */
  createAnswer: "nothing" | "empty" | "group";
  /** Whether the installation has the call that reads one group. */
  singleRead: boolean;
  /** Whether a PUT clears what it leaves out. */
  putReplaces: boolean;
  /** Whether a default domain that does not exist is made (AUTO_CREATE.GROUP_DEFAULT_DOMAIN). */
  autoCreateDomains: boolean;
  /** How many reads a new group is missing from. */
  hiddenReads: number;
  /** The next writes are done in part only, and answered with 207. */
  partialWrites: number;
}

const text = z.string();
const fields = {
  groupName: text,
  userLimit: z.number().int(),
  defaultDomain: text,
  cliName: text,
  cliPhoneNumber: text,
  locationDialingCode: text,
  timeZone: text,
  contactInformation: z.record(text, z.unknown()),
  addressInformation: z.record(text, z.unknown()),
  resellerId: text,
  templateName: text,
};
const operators = ["sensitive", "insensitive"].flatMap((sensitivity) =>
  (["Id", "Name"] as const).flatMap((field) =>
    (["Starts", "Contains", "Equals"] as const).map((operator) => ({
      name: `${sensitivity}Group${field}${operator}`,
      insensitive: sensitivity === "insensitive",
      field: `group${field}` as "groupId" | "groupName",
      operator,
    })),
  ),
);
const sortOrder = text.regex(/^(in)?sensitive(Ascending|Descending)Group(Name|Id)$/);
const criteria = z
  .strictObject({
    ...Object.fromEntries(operators.map(({ name }) => [name, text.optional()])),
    responseSizeLimit: z.coerce.number().int().min(1),
    pagingControl: z.strictObject({ startIndex: z.number().int().min(1), pageSize: z.number().int().min(1) }),
    sortOrders: z.array(sortOrder).max(3),
  })
  .partial();
const queryCriteria = z
  .strictObject({
    ...Object.fromEntries(operators.map(({ name }) => [name, text.optional()])),
    responseSizeLimit: z.coerce.number().int().min(1),
    startIndex: z.coerce.number().int().min(1),
    pageSize: z.coerce.number().int().min(1),
    sortOrders: text,
  })
  .partial();
type Criteria = z.output<typeof criteria>;

/** Netaxis APIO, as seeds/003 and shared/apis.md describe it. */
export class Apio implements EmulatedSystem {
  readonly name = "apio";
  readonly bases = [/\/api\/v1/, /\/api\/v01\/p\d+/, /\/api\/v01/];
  readonly credentials = { username: "emulator", password: "emulator-password" };
  readonly behaviour: ApioBehaviour = {
    criteria: "body",
    createAnswer: "nothing",
    singleRead: true,
    putReplaces: true,
    autoCreateDomains: false,
    hiddenReads: 0,
    partialWrites: 0,
  };
  readonly endpoints: readonly Endpoint[];
  readonly #tenants = new Map<string, Map<string, ApioGroup>>([["acme", new Map()]]);
  readonly #domains = new Set(["example.com"]);
  readonly #hidden = new Map<string, number>();
  #sessions = new Set<string>();
  #sessionCount = 0;

  constructor() {
    const groups = "/tenants/:tenantId/groups/";
    const group = "/tenants/:tenantId/groups/:groupId/";
    const json = "application/json";
    const signIn = z.strictObject({ username: text, password: text });
    const newGroup = z
      .strictObject({ ...fields, groupId: text.min(1), autoCreateDomain: z.boolean() })
      .partial()
      .required({ groupId: true });
    this.endpoints = [
      endpoint({
        id: "apio.login",
        method: "POST",
        path: "/login/",
        authentication: "none",
        contentType: json,
        body: signIn,
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
        path: "/auth/login",
        authentication: "none",
        contentType: json,
        body: signIn,
        handle: ({ body }) =>
          this.#signIn(body, (session) => ({ status: 200, body: { access_token: session, expires_in: 3600 } })),
      }),
      endpoint({
        id: "apio.groups.list",
        method: "GET",
        path: groups,
        authentication: "required",
        contentType: json,
        body: criteria.optional(),
        query: queryCriteria,
        handle: ({ parameters, body, query }) =>
          this.#inTenant(parameters, (all) => this.#list(all, body ?? {}, query)),
      }),
      ...[groups, group].map((path) =>
        endpoint({
          // The document's heading has the first path, its example the second.
          id: "apio.groups.create",
          method: "POST",
          path,
          authentication: "required",
          contentType: json,
          body: newGroup,
          handle: ({ parameters, body }) => this.#inTenant(parameters, (all) => this.#create(all, body)),
        }),
      ),
      endpoint({
        id: "apio.groups.get",
        method: "GET",
        path: group,
        authentication: "required",
        handle: ({ parameters }) =>
          this.behaviour.singleRead
            ? this.#inGroup(parameters, (live) =>
                this.#isHidden(live.groupId) ? this.#noGroup(live.groupId) : { status: 200, body: live },
              )
            : this.refuse(405, "Method Not Allowed"),
      }),
      endpoint({
        id: "apio.groups.update",
        method: "PUT",
        path: group,
        authentication: "required",
        contentType: json,
        body: z.strictObject(fields).partial(),
        handle: ({ parameters, body }) => this.#inGroup(parameters, (live, all) => this.#update(all, live, body)),
      }),
      endpoint({
        id: "apio.groups.delete",
        method: "DELETE",
        path: group,
        authentication: "required",
        handle: ({ parameters }) =>
          this.#inGroup(parameters, (live, all) => {
            all.delete(live.groupId);
            return { status: 200, body: {} };
          }),
      }),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/apio/api/v1`, ...this.credentials };
  }

  isAuthenticated(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
    const bearer = /^Bearer (.+)$/.exec(String(headers.authorization ?? ""))?.[1];
    const cookie = /(?:^|;\s*)sessionid=([^;]+)/.exec(String(headers.cookie ?? ""))?.[1];
    return [bearer, cookie].some((session) => session !== undefined && this.#sessions.has(session));
  }

  expireSessions(): void {
    this.#sessions = new Set();
  }

  /** A token as an administrator sets one up for a machine. */
  machineToken(): string {
    return this.#newSession();
  }

  refuse(status: number, summary: string): EndpointAnswer {
    return { status, body: { code: `APIO-${status}`, level: "Error", summary } };
  }

  behave(behaviour: Partial<ApioBehaviour>): void {
    Object.assign(this.behaviour, behaviour);
  }

  change({ scope, id, set, remove }: Change): string {
    if (id === undefined) {
      throw new Error("the ID of an APIO group is the caller's to choose");
    }
    const groups = this.groups(scope);
    if (remove === true) {
      groups.delete(id);
    } else {
      groups.set(id, { groupId: id, groupName: null, userLimit: null, userCount: 0, ...groups.get(id), ...set });
    }
    return id;
  }

  objects(): Record<string, Record<string, Readonly<Record<string, unknown>>>> {
    return Object.fromEntries([...this.#tenants].map(([tenant, groups]) => [tenant, Object.fromEntries(groups)]));
  }

  /** The groups of a tenant by ID; the tenant is made if there is none. */
  groups(tenantId: string): Map<string, ApioGroup> {
    let groups = this.#tenants.get(tenantId);
    if (groups === undefined) {
      groups = new Map();
      this.#tenants.set(tenantId, groups);
    }
    return groups;
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

  #inTenant(
    { tenantId = "" }: Readonly<Record<string, string>>,
    run: (groups: Map<string, ApioGroup>) => EndpointAnswer,
  ): EndpointAnswer {
    const groups = this.#tenants.get(tenantId);
    return groups === undefined ? this.refuse(404, `Tenant not found: ${tenantId}`) : run(groups);
  }

  #inGroup(
    parameters: Readonly<Record<string, string>>,
    run: (group: ApioGroup, groups: Map<string, ApioGroup>) => EndpointAnswer,
  ): EndpointAnswer {
    const { groupId = "" } = parameters;
    return this.#inTenant(parameters, (groups) => {
      const group = groups.get(groupId);
      return group === undefined ? this.#noGroup(groupId) : run(group, groups);
    });
  }

  #noGroup(groupId: string): EndpointAnswer {
    return this.refuse(404, `[Error 4505] Group not found: ${groupId}`);
  }

  #isHidden(groupId: string): boolean {
    const left = this.#hidden.get(groupId) ?? 0;
    this.#hidden.set(groupId, left - 1);
    return left > 0;
  }

  #list(groups: Map<string, ApioGroup>, body: Criteria, query: z.output<typeof queryCriteria>): EndpointAnswer {
    const isQuery = this.behaviour.criteria === "query";
    if (Object.keys(isQuery ? body : query).length > 0) {
      return this.refuse(400, `criteria belong into the ${this.behaviour.criteria}`);
    }
    const { startIndex, pageSize, sortOrders: sortText, ...plain } = query;
    const wanted: Criteria = isQuery
      ? {
          ...plain,
          ...(startIndex === undefined ? {} : { pagingControl: { startIndex, pageSize: pageSize ?? 1000 } }),
          ...(sortText === undefined ? {} : { sortOrders: sortText.split(",") }),
        }
      : body;
    const fitting = [...groups.values()]
      .filter((group) => !this.#isHidden(group.groupId))
      .filter((group) => operators.every((operator) => fits(group, operator, wanted)))
      .sort(inOrder(wanted.sortOrders ?? ["insensitiveAscendingGroupId"]));
    const { pagingControl, responseSizeLimit = fitting.length } = wanted;
    const start = (pagingControl?.startIndex ?? 1) - 1;
    if (start > 0 && start >= fitting.length) {
      return this.refuse(416, "startIndex is beyond the last group");
    }
    const page = fitting.slice(start, start + (pagingControl?.pageSize ?? responseSizeLimit));
    return {
      status: 200,
      body: { groups: page.map(({ groupId, groupName, userLimit }) => ({ groupId, groupName, userLimit })) },
    };
  }

  #create(groups: Map<string, ApioGroup>, body: { groupId: string; [field: string]: unknown }): EndpointAnswer {
    const { autoCreateDomain = this.behaviour.autoCreateDomains, templateName: _, ...group } = body;
    if (groups.has(group.groupId)) {
      return this.refuse(409, `[Error 4200] Group already exists: ${group.groupId}`);
    }
    const domain = group.defaultDomain;
    if (typeof domain === "string" && !this.#domains.has(domain)) {
      if (autoCreateDomain !== true) {
        return this.refuse(422, `[Error 4012] Domain not found: ${domain}`);
      }
      this.#domains.add(domain);
    }
    this.#hidden.set(group.groupId, this.behaviour.hiddenReads);
    const made: ApioGroup = { groupName: null, userLimit: null, userCount: 0, ...group };
    groups.set(group.groupId, made);
    if (this.behaviour.partialWrites > 0) {
      this.behaviour.partialWrites--;
      return {
        ...this.refuse(207, "[Error 5010] The group is made, and its contact could not be stored"),
        status: 207,
      };
    }
    switch (this.behaviour.createAnswer) {
      case "nothing":
        return { status: 201 };
      case "empty":
        return { status: 201, body: {} };
      default:
        return { status: 201, body: made };
    }
  }

  #update(groups: Map<string, ApioGroup>, live: ApioGroup, body: Readonly<Record<string, unknown>>): EndpointAnswer {
    const { groupId, userCount } = live;
    const kept = this.behaviour.putReplaces ? { groupId, userCount, groupName: null, userLimit: null } : live;
    groups.set(groupId, { ...kept, ...body });
    return { status: 200, body: {} };
  }
}

function fits(group: ApioGroup, operator: (typeof operators)[number], wanted: Criteria): boolean {
  const criterion: unknown = wanted[operator.name as keyof Criteria];
  if (typeof criterion !== "string") {
    return true;
  }
  const fold = (value: string) => (operator.insensitive ? value.toLowerCase() : value);
  const value = fold(String(group[operator.field] ?? ""));
  switch (operator.operator) {
    case "Starts":
      return value.startsWith(fold(criterion));
    case "Contains":
      return value.includes(fold(criterion));
    default:
      return value === fold(criterion);
  }
}

function inOrder(orders: readonly string[]): (a: ApioGroup, b: ApioGroup) => number {
  return (a, b) => {
    for (const order of orders) {
      const field = order.endsWith("Name") ? "groupName" : "groupId";
      const fold = (value: unknown) =>
        order.startsWith("in") ? String(value ?? "").toLowerCase() : String(value ?? "");
      const [x, y] = [fold(a[field]), fold(b[field])];
      if (x !== y) {
        return (x < y ? -1 : 1) * (order.includes("Descending") ? -1 : 1);
      }
    }
    return 0;
  };
}
