import type * as z from "zod";

/** A request as an endpoint gets it: authenticated, and of the form that its document describes. */
export interface EndpointRequest<Body = unknown, Query = unknown> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Set by a fault: every item of a call of many after the first is to fail. */
  readonly partial: boolean;
}

export interface EndpointAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; absent for an empty body. */
  readonly body?: unknown;
}

/** One documented call of a system. */
export interface Endpoint<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  /** Its ID in the list of all documented endpoints, or a name of the same form for what only other sources document. */
  readonly id: string;
  /** Where the document describes one call under two IDs: which of them a body belongs to. */
  readonly idOf?: (body: unknown) => string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the system's base path; `:name` stands for a parameter. */
  readonly path: string;
  /** How the caller shows who it is; `none` on a sign-in. */
  readonly authentication: "required" | "none";
  /** The one media type of its body, where it has one. */
  readonly contentType?: "application/json" | "application/x-www-form-urlencoded";
  readonly body?: Body;
  readonly query?: Query;
  handle(request: EndpointRequest<z.output<Body>, z.output<Query>>): EndpointAnswer;
}

/** Lets TypeScript infer the types of an endpoint's body and query. */
export function endpoint<Body extends z.ZodType, Query extends z.ZodType>(definition: Endpoint<Body, Query>): Endpoint {
  return definition as unknown as Endpoint;
}

/** What someone changes behind the back of everybody who uses the system's API. */
export interface Change {
  readonly system: string;
  /** The domain or tenant. */
  readonly scope: string;
  /** The object; a new ID is given out when it is absent. */
  readonly id?: string | undefined;
  /** Fields to set, under the names of the wire; `null` clears one. The object is made if it does not exist. */
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly remove?: boolean | undefined;
}

/** One emulated system: its calls, and its objects. */
export interface EmulatedSystem {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /** Base paths, below `/<system>`, that lead to the endpoints; the first is the one that is advertised. */
  readonly bases: readonly RegExp[];
  /** The settings of `groupware:connections` that reach it, given the emulator's URL. */
  connection(url: string): Record<string, unknown>;
  /** Whether a request shows who it is. */
  isAuthenticated(headers: Readonly<Record<string, string | string[] | undefined>>): boolean;
  /** Ends all sessions, so that every caller must sign in again. */
  expireSessions(): void;
  /** The system's envelope for an error. */
  refuse(status: number, words: string): EndpointAnswer;
  /** Changes how the system behaves where its document leaves that open. */
  behave(behaviour: Readonly<Record<string, unknown>>): void;
  change(change: Change): string;
  /** All objects, by scope and ID. */
  objects(): Record<string, Record<string, Readonly<Record<string, unknown>>>>;
}
