import type { FastifyRequest } from "fastify";
import * as z from "zod";
import type { Endpoint, EndpointAnswer, EndpointRequest } from "./endpoint.ts";
import type { EmulatedSystem } from "./system.ts";

/** What of a request shows who makes it: the query and the body, too, where a system wants its credentials there. */
export interface AuthenticatedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: unknown;
  /** As JSON; the text itself where it is none. */
  readonly body: unknown;
}

/** A request as it came in. */
interface Received extends Pick<EndpointRequest, "parameters" | "partial"> {
  readonly request: FastifyRequest;
}

const noQuery = z.strictObject({});
const noBody = z.undefined({ error: "none is documented" });

/** What the system answers: a refusal of whatever its document does not describe, or what the endpoint does. */
export function answerTo(
  system: EmulatedSystem,
  endpoint: Endpoint,
  { request, parameters, partial }: Received,
): EndpointAnswer {
  const { headers, query: given } = request;
  const shown = { headers, query: given, body: jsonOf(request.body) };
  if (endpoint.authentication === "required" && !system.isAuthenticated(shown)) {
    return system.refuse(401, system.unauthenticated?.(headers) ?? "the session is missing or has ended");
  }
  const query = (endpoint.query ?? noQuery).safeParse(request.query);
  if (!query.success) {
    return system.refuse(400, `query: ${z.prettifyError(query.error)}`);
  }
  const text = typeof request.body === "string" ? request.body : "";
  const contentType = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  // The documents' samples of a GET with a body have no Content-Type.
  const isTyped = contentType === endpoint.contentType || (request.method === "GET" && contentType === undefined);
  if (endpoint.body !== undefined && text !== "" && !isTyped) {
    return system.refuse(415, `the body must be ${endpoint.contentType}, not ${contentType ?? "without a type"}`);
  }
  const body = (endpoint.body ?? noBody).safeParse(
    endpoint.contentType === "application/x-www-form-urlencoded" ? formOf(text) : jsonOf(text),
  );
  if (!body.success) {
    return system.refuse(400, `body: ${z.prettifyError(body.error)}`);
  }
  return endpoint.handle({ parameters, query: query.data, body: body.data, partial });
}

/** A body as JSON: `undefined` where there is none, the text itself where it is none. */
export function jsonOf(body: unknown): unknown {
  if (typeof body !== "string" || body === "") {
    return undefined;
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/** A form as an object; a name that comes twice is a list, which no document has. */
function formOf(text: string): Record<string, unknown> {
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...form.keys()].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
