import type { AuthenticatedRequest } from "../../answer.ts";
import type { Endpoint, EndpointAnswer } from "../../endpoint.ts";
import type { Change, EmulatedSystem, Objects } from "../../system.ts";
import { type SaltstackBehaviour, saltstackBehaviour } from "./behaviour.ts";
import { blank, type Entity, type Kind, kinds } from "./entity.ts";
import { exchangeEndpoints } from "./exchange.ts";
import { missingRoute } from "./refusal.ts";
import { serviceEndpoints } from "./services.ts";
import { sharepointEndpoints } from "./sharepoint.ts";
import { Store } from "./store.ts";

export type { SaltstackBehaviour } from "./behaviour.ts";

/**
 * NodeConductor with its SaltStack plugin, as seeds/004 describes it and as it was seen to behave: a customer with two
 * projects, two services, and a link between each pair. The lists of the API are the scopes of its objects.
 */
export class Saltstack implements EmulatedSystem {
  readonly name = "saltstack";
  readonly bases = [/\/api/];
  readonly credentials = { token: "emulator-saltstack-token" };
  readonly behaviour: SaltstackBehaviour = saltstackBehaviour.parse({});
  readonly endpoints: readonly Endpoint[];
  readonly #store = new Store(this.behaviour);
  #tokenState: "valid" | "expired" = "valid";

  constructor() {
    this.endpoints = [
      ...serviceEndpoints(this.#store),
      ...exchangeEndpoints(this.#store),
      ...sharepointEndpoints(this.#store),
    ];
  }

  connection(url: string): Record<string, unknown> {
    return { url: `${url}/saltstack/api`, ...this.credentials };
  }

  isAuthenticated({ headers }: AuthenticatedRequest): boolean {
    return this.unauthenticated(headers) === undefined;
  }

  /** What is wrong with the token of a request, in the server's words. */
  unauthenticated(headers: Readonly<Record<string, string | string[] | undefined>>): string | undefined {
    const token = /^Token (.+)$/.exec(String(headers.authorization ?? ""))?.[1];
    if (token === undefined) {
      return "Authentication credentials were not provided.";
    }
    if (token !== this.credentials.token) {
      return "Invalid token.";
    }
    return this.#tokenState === "expired" ? "Token has expired." : undefined;
  }

  /** There are no sessions: a token lives until an administrator ends it. */
  expireSessions(): void {}

  /** Ends the token, as an administrator does. */
  expireToken(): void {
    this.#tokenState = "expired";
  }

  refuse(status: number, words: string): EndpointAnswer {
    return status === 404 ? missingRoute() : { status, body: { detail: words } };
  }

  /** Where a path without its last slash leads to, if a call is there. */
  redirect(path: string): string | undefined {
    const [below, query] = path.split("?");
    const wanted = `${below?.replace(/^\/saltstack\/api/, "")}/`;
    const isCall = this.endpoints.some((endpoint) =>
      new RegExp(`^${endpoint.path.replace(/:\w+/g, "[^/]+")}$`).test(wanted),
    );
    return isCall ? `${below}/${query === undefined ? "" : `?${query}`}` : undefined;
  }

  behave(behaviour: Partial<SaltstackBehaviour>): void {
    Object.assign(this.behaviour, saltstackBehaviour.parse({ ...this.behaviour, ...behaviour }));
  }

  change({ scope, id, set = {}, remove }: Change): string {
    this.#store.advance();
    const kind = kinds.find((candidate) => candidate === scope);
    if (kind === undefined) {
      throw new Error(`SaltStack has no list ${JSON.stringify(scope)}; it has ${kinds.join(", ")}`);
    }
    const unknown = Object.keys(set).find((field) => !(field in blank[kind]));
    if (unknown !== undefined) {
      throw new Error(`an object of ${kind} has no field ${unknown}`);
    }
    const existing = id === undefined ? undefined : this.#store.get(kind, id);
    if (remove === true) {
      if (existing !== undefined) {
        this.#store.remove(existing);
      }
      return id ?? "";
    }
    if (existing !== undefined) {
      this.#store.set(existing, set);
      return existing.id;
    }
    return id === undefined
      ? this.#store.make(kind, set).id
      : this.#store.put({ kind, id, automatic: false, fields: { ...blank[kind], ...set } }).id;
  }

  /** What somebody has made; what comes with a tenant or a user, or was there from the start, is left out. */
  objects(): Objects {
    this.#store.advance();
    return Object.fromEntries(
      kinds.map((kind) => [
        kind,
        Object.fromEntries(
          this.#store
            .all(kind)
            .filter(({ automatic }) => !automatic)
            .map(({ id, fields }) => [id, { ...fields }]),
        ),
      ]),
    );
  }

  /** The objects of a list, all of them, by ID. */
  list(kind: Kind): ReadonlyMap<string, Entity> {
    this.#store.advance();
    return new Map(this.#store.all(kind).map((entity) => [entity.id, entity]));
  }

  /** What Exchange or SharePoint itself holds of an object; `undefined` when it has vanished there. */
  backendOf(id: string): Readonly<Record<string, unknown>> | undefined {
    this.#store.advance();
    return this.#store.backendOf(id);
  }

  /** Lets the next state come at once, so that a test sees each. */
  hurry(): void {
    this.#store.hurry();
  }

  /** Has an object vanish from Exchange or SharePoint, which no read notices. */
  vanish(id: string): void {
    this.#store.vanish(id);
  }
}
