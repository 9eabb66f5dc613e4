import type * as z from "zod";

/** A request as an endpoint gets it: authenticated, and of the form that its document describes. */
export interface EndpointRequest<Body = unknown, Query = unknown> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Set by a fault: the call is to be done in part only. */
  readonly partial: boolean;
}

export interface EndpointAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; absent for an empty body. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`, with a `Content-Type` among `headers`. */
  readonly raw?: string | Buffer;
}

/** One documented call of a system. */
export interface Endpoint<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  /** Its ID in the list of all documented endpoints, or a name of the same form for what only other sources document. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `:name` stands for a parameter. */
  readonly path: string;
  /** Whether `path` begins at the system's root instead of below its base path. */
  readonly outsideBase?: true;
  /** Where two calls share method and path: whether a body belongs to this one. The first that says so gets it. */
  readonly isFor?: (body: unknown) => boolean;
  /** Whether the caller must show who it is; a sign-in is not logged with its body. */
  readonly authentication: "required" | "none";
  /** The media type of its body, where it has one. */
  readonly contentType?: "application/json" | "application/x-www-form-urlencoded";
  /** Without it the call has no body. */
  readonly body?: Body;
  /** Without it the call has no query. */
  readonly query?: Query;
  handle(request: EndpointRequest<z.output<Body>, z.output<Query>>): EndpointAnswer;
}

/** Lets TypeScript infer the types of an endpoint's body and query. */
export function endpoint<Body extends z.ZodType, Query extends z.ZodType>(definition: Endpoint<Body, Query>): Endpoint {
  return definition as unknown as Endpoint;
}
