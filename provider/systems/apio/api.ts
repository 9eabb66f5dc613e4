import * as z from "zod";
import { type Authentication, SessionAuthentication, type SignedIn } from "../../http/authentication.ts";
import { type Call, HttpClient, type HttpSettings } from "../../http/client.ts";
import { StatusError } from "../../http/statusError.ts";
import { NotFoundError, SystemError } from "../../resource/errors.ts";

/** What can be written of a group at any time, under the names of the document (seeds/003), which are camelCase already. */
export interface GroupFields {
  readonly groupName?: string | null | undefined;
  readonly userLimit?: number | null | undefined;
  readonly defaultDomain?: string | null | undefined;
  readonly cliName?: string | null | undefined;
  readonly cliPhoneNumber?: string | null | undefined;
  readonly locationDialingCode?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly contactInformation?: Record<string, string> | null | undefined;
  readonly addressInformation?: Record<string, string> | null | undefined;
  readonly resellerId?: string | null | undefined;
}

/** A group as a single read shows it. What an installation leaves out is absent. */
export interface Group extends GroupFields {
  readonly groupId: string;
  readonly userCount?: number | null | undefined;
}

/** A group to be made. */
export interface NewGroup extends GroupFields {
  readonly groupId: string;
  readonly templateName?: string | undefined;
  readonly autoCreateDomain?: boolean | undefined;
}

/** What a list shows of a group. */
export interface ListedGroup {
  readonly groupId: string;
  readonly groupName: string | null;
  readonly userLimit: number | null;
}

/** The orders a list can have, by the document's names. */
export const sortOrders = [
  "sensitiveAscendingGroupId",
  "sensitiveDescendingGroupId",
  "insensitiveAscendingGroupId",
  "insensitiveDescendingGroupId",
  "sensitiveAscendingGroupName",
  "sensitiveDescendingGroupName",
  "insensitiveAscendingGroupName",
  "insensitiveDescendingGroupName",
] as const;

/** What a list is asked for. */
export interface ListCriteria {
  readonly [criterion: string]: unknown;
  readonly responseSizeLimit?: number | undefined;
  readonly pagingControl?: { readonly startIndex: number; readonly pageSize: number } | undefined;
  readonly sortOrders?: readonly (typeof sortOrders)[number][] | undefined;
}

/** What signs in: a user and a password, or a token that is ready. */
export interface Credentials {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
}

/** Where the criteria of a list stand: the document shows them in the body of a GET. */
export type CriteriaPlace = "body" | "query";

const wireText = z.union([z.string(), z.number().transform(String)]);
const text = wireText.nullish();
const integer = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]).nullish();
// BroadWorks has texts here; whatever else an installation holds is passed on as it is.
const textMap = z
  .record(z.string(), z.unknown())
  .transform((map) => map as Record<string, string>)
  .nullish();
const wireListedGroup = z.looseObject({ groupId: wireText, groupName: text, userLimit: integer });
const wireList = z.looseObject({ groups: z.array(wireListedGroup).nullable() });
/** A group without what is not documented: an installation may show more than it takes back. */
const wireGroup = z
  .object({
    groupName: text,
    userLimit: integer,
    userCount: integer,
    defaultDomain: text,
    cliName: text,
    cliPhoneNumber: text,
    locationDialingCode: text,
    timeZone: text,
    contactInformation: textMap,
    addressInformation: textMap,
    resellerId: text,
  })
  .refine((group) => Object.values(group).some((value) => value !== undefined), "no field of a group is there");
const wireToken = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().optional() });
/** The answer of a write: nothing, `{}`, the group, or a partial result. */
const wireWrite = z.unknown();

/** The calls of Netaxis APIO that deal with the groups of a tenant (seeds/003). */
export class ApioApi {
  readonly #http: HttpClient;
  readonly #criteriaPlace: CriteriaPlace;

  constructor(http: HttpSettings, credentials: Credentials, criteriaPlace: CriteriaPlace) {
    this.#http = new HttpClient(http, this.#authentication(credentials), wordsOf);
    this.#criteriaPlace = criteriaPlace;
  }

  /** GET tenants/{tenantId}/groups/: the groups that fit the criteria, three fields of each. */
  async getGroups(tenantId: string, criteria: ListCriteria, signal: AbortSignal): Promise<ListedGroup[]> {
    const placed = Object.values(criteria).every((value) => value === undefined) ? {} : this.#placed(criteria);
    const call: Call = { method: "GET", path: groupsPath(tenantId), idempotent: true, ...placed };
    const { body } = await this.#http.request(call, wireList, signal).catch((error: unknown) => {
      throw error instanceof StatusError && error.status === 404
        ? new SystemError(`tenantId: APIO has no tenant ${tenantId}: ${error.message}`, "no", { cause: error })
        : error;
    });
    return (body.groups ?? []).map(({ groupId, groupName, userLimit }) => ({
      groupId,
      groupName: groupName ?? null,
      userLimit: userLimit ?? null,
    }));
  }

  /** GET tenants/{tenantId}/groups/{groupId}/. Throws a `NotFoundError` where there is no such group, or no such call. */
  async getGroup(tenantId: string, groupId: string, signal: AbortSignal): Promise<Group> {
    const { body } = await this.#requestGroup(
      { method: "GET", idempotent: true },
      tenantId,
      groupId,
      wireGroup,
      signal,
    );
    // The answer may lack the ID, or have it in another case: it is the one that was asked for.
    return { ...body, groupId };
  }

  /** POST tenants/{tenantId}/groups/: makes a group. The document's example posts to its future path instead. */
  async createGroup(tenantId: string, group: NewGroup, signal: AbortSignal): Promise<void> {
    const call: Call = { method: "POST", path: groupsPath(tenantId), json: group, idempotent: false };
    const answer = await this.#http.request(call, wireWrite, signal);
    refuseFailure(answer.status, answer.body);
  }

  /** PUT tenants/{tenantId}/groups/{groupId}/. */
  async updateGroup(tenantId: string, groupId: string, fields: GroupFields, signal: AbortSignal): Promise<void> {
    const call = { method: "PUT", json: fields, idempotent: true } as const;
    const answer = await this.#requestGroup(call, tenantId, groupId, wireWrite, signal);
    refuseFailure(answer.status, answer.body);
  }

  /** DELETE tenants/{tenantId}/groups/{groupId}/. Throws a `NotFoundError` where there is no such group. */
  async deleteGroup(tenantId: string, groupId: string, signal: AbortSignal): Promise<void> {
    const call = { method: "DELETE", idempotent: true } as const;
    const answer = await this.#requestGroup(call, tenantId, groupId, wireWrite, signal);
    refuseFailure(answer.status, answer.body);
  }

  async #requestGroup<Schema extends z.ZodType>(
    call: Omit<Call, "path">,
    tenantId: string,
    groupId: string,
    schema: Schema,
    signal: AbortSignal,
  ) {
    try {
      const path = `${groupsPath(tenantId)}${encodeURIComponent(groupId)}/`;
      return await this.#http.request({ ...call, path }, schema, signal);
    } catch (error) {
      throw error instanceof StatusError && (error.status === 404 || error.status === 405)
        ? new NotFoundError(error.message, { cause: error })
        : error;
    }
  }

  #placed(criteria: ListCriteria): Pick<Call, "json" | "query"> {
    if (this.#criteriaPlace === "body") {
      return { json: criteria };
    }
    const { pagingControl, sortOrders, ...plain } = criteria;
    return {
      query: {
        ...(plain as Record<string, string | number | undefined>),
        ...pagingControl,
        ...(sortOrders === undefined ? {} : { sortOrders: sortOrders.join(",") }),
      },
    };
  }

  #authentication({ username, password, token }: Credentials): Authentication {
    const ready = token === undefined ? undefined : bearer(token);
    if (username === undefined || password === undefined) {
      return new SessionAuthentication(ready, undefined);
    }
    return new SessionAuthentication(ready, (_, signal) => {
      const core = /^(.*\/api\/v01)\/p[^/]+$/.exec(this.#http.settings.url)?.[1];
      return core === undefined
        ? this.#login({ username, password }, signal)
        : this.#coreLogin(`${core}/auth/login`, { username, password }, signal);
    });
  }

  /** POST login/: the session comes as a cookie. */
  async #login(credentials: object, signal: AbortSignal): Promise<SignedIn> {
    const { headers } = await this.#http.request(
      { method: "POST", path: "/login/", json: credentials, idempotent: true, anonymous: true },
      z.unknown(),
      signal,
    );
    const session = /(?:^|[,;]\s*)sessionid=([^;,\s]+)/.exec(headers.get("set-cookie") ?? "")?.[1];
    if (session === undefined) {
      throw new Error(
        `APIO answered the sign-in without a sessionid cookie. Check groupware:connections.${this.#http.settings.connection}.url.`,
      );
    }
    return { headers: { Cookie: `sessionid=${session}` } };
  }

  /** POST /api/v01/auth/login, behind APIO Core: the answer holds a bearer token. */
  async #coreLogin(url: string, credentials: object, signal: AbortSignal): Promise<SignedIn> {
    const { body } = await this.#http.request(
      { method: "POST", path: url, json: credentials, idempotent: true, anonymous: true },
      wireToken,
      signal,
    );
    return { headers: bearer(body.access_token), expiresIn: body.expires_in };
  }
}

function groupsPath(tenantId: string): string {
  return `/tenants/${encodeURIComponent(tenantId)}/groups/`;
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

/** 207: some of what was asked is done and some is not. An error of BroadWorks may come with any status. */
function refuseFailure(status: number, body: unknown): void {
  if (status === 207) {
    throw new SystemError(`APIO did only a part of it (207): ${wordsOf(body) ?? JSON.stringify(body)}`, "partly");
  }
  if (isFailure(body)) {
    throw new SystemError(
      `APIO says, although with status ${status}: ${wordsOf(body) ?? JSON.stringify(body)}`,
      "partly",
    );
  }
}

function isFailure(body: unknown): boolean {
  const { level, summary, error, errors } = (body ?? {}) as Record<string, unknown>;
  const isHarmless = /^(info|warning)/i.test(String(level ?? ""));
  return (typeof summary === "string" && !isHarmless) || Boolean(error) || (Array.isArray(errors) && errors.length > 0);
}

/** APIO's own words: BroadWorks errors have a code, a level and a summary, at the top of the body or in a list. */
function wordsOf(body: unknown): string | undefined {
  if (typeof body === "string") {
    return body === "" ? undefined : body;
  }
  if (Array.isArray(body)) {
    const words = body.map(wordsOf).filter((part) => part !== undefined);
    return words.length === 0 ? undefined : words.join("; ");
  }
  if (typeof body !== "object" || body === null) {
    return undefined;
  }
  const { code, level, summary, ...rest } = body as Record<string, unknown>;
  if (typeof summary === "string") {
    const label = [level, code].filter((part) => part !== undefined && part !== null && part !== "").join(" ");
    // The summary mostly has the code itself.
    return label === "" || summary.includes(String(code)) ? summary : `${label}: ${summary}`;
  }
  return wordsOf(rest.errors ?? rest.error ?? rest.message ?? rest.detail ?? rest.description);
}
