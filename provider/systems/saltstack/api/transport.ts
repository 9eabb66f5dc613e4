import * as z from "zod";
import { SessionAuthentication } from "../../../http/authentication.ts";
import { type Answer, HttpClient, type HttpSettings } from "../../../http/client.ts";
import { StatusError } from "../../../http/statusError.ts";
import { NotFoundError, SystemError } from "../../../resource/errors.ts";
import { wordsOf } from "./words.ts";

/** What shows who a client is. */
export interface Credentials {
  readonly token: string;
}

/** The lists of the API, by the last part of their URL. */
export type Kind =
  | "saltstack"
  | "saltstack-service-project-link"
  | "exchange-tenants"
  | "exchange-users"
  | "exchange-contacts"
  | "exchange-groups"
  | "exchange-conference-rooms"
  | "sharepoint-templates"
  | "sharepoint-tenants"
  | "sharepoint-users"
  | "sharepoint-site-collections"
  | "customers"
  | "projects";

/** What a list is asked for: filters under the document's names. */
export type Filters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The most objects that a page may have. */
const pageSize = 300;
/** How often a list that changes while its pages are read is read again. */
const listAttempts = 3;
/**
 * There is no order unless one is asked for, and pages then repeat and skip. Neither the order nor the size of a page
 * stands in the document, so an installation that refuses them is asked without.
 */
const pagings = [{ page_size: pageSize, o: "name" }, { page_size: pageSize }, {}];
/** Links have no name to be ordered by, and the document names no order for services. */
const unordered: readonly Kind[] = ["saltstack", "saltstack-service-project-link"];

/** The API over HTTP: lists page by page, references as URLs, and the system's words for an error (seeds/004). */
export class Transport {
  readonly #http: HttpClient;
  /** Which of `pagings` each list takes. */
  readonly #paging = new Map<Kind, number>();

  constructor(http: HttpSettings, { token }: Credentials) {
    const authentication = new SessionAuthentication({ Authorization: `Token ${token}` }, undefined);
    this.#http = new HttpClient(http, authentication, wordsOf);
  }

  /** The URL that stands for an object in a request: a bare ID is refused, and the host does not matter. */
  link(kind: Kind, id: string): string {
    return `${this.#http.settings.url}${pathOf(kind, id)}`;
  }

  /** The same for many; `undefined` for none given. */
  links(kind: Kind, ids: readonly string[] | undefined): string[] | undefined {
    return ids?.map((id) => this.link(kind, id));
  }

  /** Reads one object, or what stands below it. Throws a `NotFoundError` where there is none, or no such call. */
  async get<Schema extends z.ZodType>(
    kind: Kind,
    id: string,
    below: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    return this.#about(async () => {
      const call = { method: "GET", path: pathOf(kind, id) + below, idempotent: true } as const;
      return (await this.#http.request(call, schema, signal)).body;
    });
  }

  /** POSTs a new object. Sent once: whether it was made when the answer is lost is for the caller to find out. */
  async create<Schema extends z.ZodType>(
    kind: Kind,
    json: object,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    const call = { method: "POST", path: `/${kind}/`, json, idempotent: false } as const;
    return (await this.#http.request(call, schema, signal)).body;
  }

  /** Changes an object, or calls what stands below it. Throws a `NotFoundError` where there is none. */
  async change<Schema extends z.ZodType>(
    method: "POST" | "PUT" | "PATCH",
    kind: Kind,
    id: string,
    { below = "", json, idempotent = true }: { below?: string; json?: object; idempotent?: boolean },
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>> {
    return this.#about(async () => {
      const call = { method, path: pathOf(kind, id) + below, idempotent, ...(json === undefined ? {} : { json }) };
      return (await this.#http.request(call, schema, signal)).body;
    });
  }

  /** Deletes an object, or begins to: the status says which. Throws a `NotFoundError` where there is none. */
  async delete(kind: Kind, id: string, signal: AbortSignal): Promise<number> {
    return this.#about(async () => {
      const call = { method: "DELETE", path: pathOf(kind, id), idempotent: true } as const;
      return (await this.#http.request(call, z.unknown(), signal)).status;
    });
  }

  /** A whole list: all pages. What is read must agree with the count that the pages tell, or it is read again. */
  async list<Schema extends z.ZodType>(
    kind: Kind,
    filters: Filters,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>[]> {
    const page = z.array(schema);
    return this.#whole(`/${kind}/`, () => this.#firstPage(kind, filters, page, signal), page, signal);
  }

  /** A whole list that stands below an object, in pages or not. Throws a `NotFoundError` where there is no such object. */
  async listBelow<Schema extends z.ZodType>(
    kind: Kind,
    id: string,
    below: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>[]> {
    const page = z.array(schema);
    const path = pathOf(kind, id) + below;
    const first = () => this.#http.request({ method: "GET", path, idempotent: true }, page, signal);
    return this.#about(() => this.#whole(path, first, page, signal));
  }

  async #whole<Item>(
    path: string,
    first: () => Promise<Answer<Item[]>>,
    page: z.ZodType<Item[]>,
    signal: AbortSignal,
  ): Promise<Item[]> {
    for (let attempt = 1; ; attempt++) {
      const { items, total, pages, changed } = await this.#pages(path, await first(), page, signal);
      const distinct = [...new Map(items.map((item) => [identityOf(item), item])).values()];
      // Where nothing tells how many there are, an object that comes twice shows that the pages have shifted.
      const expected = total ?? (pages === 1 ? distinct.length : items.length);
      if (!changed && distinct.length === expected) {
        return distinct;
      }
      if (attempt === listAttempts) {
        throw new SystemError(
          `The list ${path} has ${distinct.length} different objects on its pages and says that there are ` +
            `${total ?? "others"}: it changes while it is read. Nothing was concluded from it; try again.`,
          "no",
        );
      }
    }
  }

  /** All pages from the first on. `changed`: they surely do not belong together. */
  async #pages<Item>(path: string, first: Answer<Item[]>, page: z.ZodType<Item[]>, signal: AbortSignal) {
    const items = [...first.body];
    const total = totalOf(first);
    const asked = new Set<string>();
    let query = nextOf(first);
    let changed = false;
    while (query !== undefined && !changed) {
      asked.add(query);
      try {
        const call = { method: "GET", path: path + query, idempotent: true } as const;
        const answer = await this.#http.request(call, page, signal);
        items.push(...answer.body);
        query = answer.body.length === 0 ? undefined : nextOf(answer);
        changed = totalOf(answer) !== total || (query !== undefined && asked.has(query));
      } catch (error) {
        if (!(error instanceof StatusError) || error.status !== 404) {
          throw error;
        }
        // The list has become shorter than the page before said.
        changed = true;
      }
    }
    return { items, total, pages: asked.size + 1, changed };
  }

  async #firstPage<Schema extends z.ZodType>(kind: Kind, filters: Filters, schema: Schema, signal: AbortSignal) {
    const first = this.#paging.get(kind) ?? (unordered.includes(kind) ? 1 : 0);
    for (let level = first; ; level++) {
      try {
        const query = { ...filters, ...pagings[level] };
        const answer = await this.#http.request(
          { method: "GET", path: `/${kind}/`, query, idempotent: true },
          schema,
          signal,
        );
        this.#paging.set(kind, level);
        return answer;
      } catch (error) {
        if (!(error instanceof StatusError) || error.status !== 400 || level === pagings.length - 1) {
          throw error;
        }
      }
    }
  }

  async #about<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      throw error instanceof StatusError && error.status === 404
        ? new NotFoundError(error.message, { cause: error })
        : error;
    }
  }
}

function pathOf(kind: Kind, id: string): string {
  return `/${kind}/${encodeURIComponent(id)}/`;
}

function totalOf({ headers }: Answer<unknown>): number | undefined {
  const total = headers.get("x-result-count");
  return total === null ? undefined : Number(total);
}

/** The query of the next page. Its host may be another than the one that is reached, so no more is taken from it. */
function nextOf({ headers }: Answer<unknown>): string | undefined {
  const url = /<([^>]*)>;\s*rel="?next"?/.exec(headers.get("link") ?? "")?.[1];
  return url === undefined ? undefined : /\?.*$/.exec(url)?.[0];
}

function identityOf(item: unknown): unknown {
  const { uuid, url } = (item ?? {}) as { uuid?: unknown; url?: unknown };
  return uuid ?? url ?? item;
}
