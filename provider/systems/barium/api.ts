import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { type Authentication, SessionAuthentication } from "../../http/authentication.ts";
import { type Call, HttpClient, type HttpSettings } from "../../http/client.ts";
import { StatusError } from "../../http/statusError.ts";
import { SystemError } from "../../resource/errors.ts";

/** A group of a domain. `parentId` is `null` for a root. */
export interface Group {
  readonly groupId: string;
  readonly securityId: string | null;
  readonly key: string | null;
  readonly name: string | null;
  readonly parentId: string | null;
  readonly origin: string | null;
  readonly originKey: string | null;
}

/** A group to be made. */
export interface NewGroup {
  readonly key: string;
  readonly name: string;
  readonly parentId?: string | undefined;
  readonly origin?: string | undefined;
  readonly originKey?: string | undefined;
}

/** A group as it is to be after an update. */
export interface ChangedGroup {
  readonly groupId: string;
  readonly name: string;
  readonly parentId?: string | undefined;
}

/** How one item of a call of many fared. */
export interface ItemStatus {
  readonly groupId: string | undefined;
  readonly key: string | undefined;
  /** `unclear`: the words are none of success, and yet the answer as a whole counts no error. */
  readonly outcome: "succeeded" | "updated" | "failed" | "unclear";
  /** The system's own words. */
  readonly status: string;
}

/** A page of the groups of a domain. */
export interface GroupPage {
  readonly groups: readonly Group[];
  readonly totalCount: number;
}

/** What signs in: an API key with a user and a password, or a ticket that is ready. */
export interface Credentials {
  readonly apiKey?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly ticket?: string | undefined;
}

/** The sign-in is cached by the system for 15 seconds, so for that long a ticket that has ended may come again. */
const authenticationCache = 16_000;
const authenticationPause = 1_000;

// The documents show IDs as numbers and as text, even for the same field.
const wireId = z.union([z.string(), z.number()]).transform(String);
const optionalText = z.union([z.string(), z.number().transform(String)]).nullish();
const wireGroup = z.looseObject({
  id: wireId,
  securityId: optionalText,
  key: optionalText,
  name: optionalText,
  parentId: wireId.nullish(),
  parentid: wireId.nullish(),
  origin: optionalText,
  originkey: optionalText,
  originKey: optionalText,
});
const wireCount = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const wirePage = z.looseObject({ TotalCount: wireCount, Data: z.array(wireGroup).nullable() });
const wireStatuses = z.looseObject({
  errors: wireCount.nullish(),
  groups: z.array(
    z.looseObject({ id: wireId.nullish(), key: optionalText, status: z.union([z.string(), z.number()]).nullish() }),
  ),
});
const wireTicket = z.looseObject({
  success: z.union([z.boolean(), z.string()]).optional(),
  Ticket: z.string().nullish(),
});

/** The calls of Barium Live's REST API that deal with the groups of a domain (seeds/002). */
export class BariumApi {
  readonly #http: HttpClient;

  constructor(http: HttpSettings, credentials: Credentials) {
    this.#http = new HttpClient(http, this.#authentication(credentials), wordsOf);
  }

  /** GET domains/{domainId}/groups: one page. The server may answer with fewer than `take`; the total decides. */
  async getGroups(domainId: string, skip: number, take: number, signal: AbortSignal): Promise<GroupPage> {
    const call = { method: "GET", query: { Skip: skip, Take: take }, idempotent: true } as const;
    const body = await this.#inDomain(domainId, call, wirePage, signal);
    return { groups: (body.Data ?? []).map(groupOf), totalCount: body.TotalCount };
  }

  /** POST domains/{domainId}/groups without IDs: makes groups. */
  async createGroups(domainId: string, groups: readonly NewGroup[], signal: AbortSignal): Promise<ItemStatus[]> {
    const items = groups.map(({ key, name, origin, originKey, parentId }) => ({
      key,
      name,
      origin,
      originkey: originKey,
      parentid: numeric(parentId),
    }));
    return this.#sendItems("POST", domainId, items, false, signal);
  }

  /** POST domains/{domainId}/groups with IDs: changes names and parents. */
  async updateGroups(domainId: string, groups: readonly ChangedGroup[], signal: AbortSignal): Promise<ItemStatus[]> {
    const items = groups.map(({ groupId, name, parentId }) => ({ id: groupId, name, parentid: numeric(parentId) }));
    return this.#sendItems("POST", domainId, items, true, signal);
  }

  /** DELETE domains/{domainId}/groups, the IDs in the body. */
  async deleteGroups(domainId: string, groupIds: readonly string[], signal: AbortSignal): Promise<ItemStatus[]> {
    const items = groupIds.map((id) => ({ id }));
    return this.#sendItems("DELETE", domainId, items, true, signal);
  }

  async #sendItems(
    method: "POST" | "DELETE",
    domainId: string,
    items: readonly object[],
    idempotent: boolean,
    signal: AbortSignal,
  ): Promise<ItemStatus[]> {
    const call = { method, json: { groups: items }, idempotent };
    const body = await this.#inDomain(domainId, call, wireStatuses, signal);
    return body.groups.map((group) => {
      const status = String(group.status ?? "");
      return {
        groupId: group.id === null || group.id === "0" ? undefined : group.id,
        key: group.key ?? undefined,
        outcome: outcomeOf(status, body.errors),
        status,
      };
    });
  }

  async #inDomain<Schema extends z.ZodType>(
    domainId: string,
    call: Omit<Call, "path">,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    try {
      const path = `/domains/${encodeURIComponent(domainId)}/groups`;
      return (await this.#http.request({ ...call, path }, schema, signal)).body;
    } catch (error) {
      throw error instanceof StatusError && error.status === 404
        ? new SystemError(`domainId: Barium Live has no domain ${domainId}: ${error.message}`, "no", { cause: error })
        : error;
    }
  }

  #authentication({ apiKey, username, password, ticket }: Credentials): Authentication {
    const ready = ticket === undefined ? undefined : { Ticket: ticket };
    if (apiKey === undefined || username === undefined || password === undefined) {
      return new SessionAuthentication(ready, undefined);
    }
    return new SessionAuthentication(ready, async (refused, signal) => {
      for (const end = performance.now() + authenticationCache; ; ) {
        const value = await this.#authenticate(apiKey, username, password, signal);
        if (value !== refused?.Ticket || performance.now() > end) {
          return { headers: { Ticket: value } };
        }
        await sleep(authenticationPause, undefined, { signal });
      }
    });
  }

  /** POST Authenticate: a form, and JSON as the answer. */
  async #authenticate(apiKey: string, username: string, password: string, signal: AbortSignal): Promise<string> {
    const { body } = await this.#http.request(
      {
        method: "POST",
        path: "/Authenticate",
        form: { APIKey: apiKey, Username: username, Password: password, format: "json" },
        idempotent: true,
        anonymous: true,
      },
      wireTicket,
      signal,
    );
    if (
      typeof body.Ticket !== "string" ||
      body.Ticket === "" ||
      String(body.success ?? true).toLowerCase() !== "true"
    ) {
      const settings = `groupware:connections.${this.#http.settings.connection}`;
      throw new Error(
        `Barium Live refused the sign-in of ${JSON.stringify(username)}. ` +
          `Check ${settings}.apiKey, ${settings}.username and ${settings}.password.`,
      );
    }
    return body.Ticket;
  }
}

/** The examples send the IDs of parents as numbers. */
function numeric(id: string | undefined): number | string | undefined {
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : id;
}

function groupOf(group: z.output<typeof wireGroup>): Group {
  const parentId = group.parentId ?? group.parentid ?? null;
  return {
    groupId: group.id,
    securityId: group.securityId ?? null,
    key: group.key ?? null,
    name: group.name ?? null,
    // A root's parent is left out, null or zero.
    parentId: parentId === "0" || parentId === "" ? null : parentId,
    origin: group.origin ?? null,
    originKey: group.originkey ?? group.originKey ?? null,
  };
}

const success =
  /^(the )?(group )?(was |is |has been )?(successfully )?(ok|okay|success|successful|successfully|succeeded|done|saved|added|created|inserted|updated|changed|modified|unchanged|deleted|removed|true|0|200|201)( successfully)?[.!]?$/i;

/**
 * What a per-item status means. Its words are not fixed by the document: whatever is no word of success is the text of
 * an error, unless the answer as a whole counts none: an empty text is then a success, and other words are unclear.
 */
function outcomeOf(status: string, errors: number | null | undefined): ItemStatus["outcome"] {
  const text = status.trim();
  if (text === "") {
    return (errors ?? 0) === 0 ? "succeeded" : "failed";
  }
  if (!success.test(text)) {
    return errors === 0 ? "unclear" : "failed";
  }
  return /updated|changed|modified/i.test(text) ? "updated" : "succeeded";
}

function wordsOf(body: unknown): string | undefined {
  const parsed = z
    .looseObject({ message: z.string().optional(), Message: z.string().optional(), error: z.string().optional() })
    .safeParse(body);
  return parsed.success ? (parsed.data.message ?? parsed.data.Message ?? parsed.data.error) : undefined;
}
