import { setTimeout as sleep } from "node:timers/promises";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { EmulatedSystem, Endpoint, EndpointAnswer } from "./endpoint.ts";
import type { Fault, Faults } from "./faults.ts";
import type { LoggedRequest, RequestLog } from "./requestLog.ts";

const htmlPage =
  "<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad Gateway</h1><p>The proxy got no answer.</p></body></html>";

/** An HTTP server with the calls of all systems, each below the system's name. */
export function createServer(systems: readonly EmulatedSystem[], log: RequestLog, faults: Faults): FastifyInstance {
  const server = fastify({
    forceCloseConnections: true,
    bodyLimit: 16 * 1024 * 1024,
    routerOptions: { maxParamLength: 1000 },
    rewriteUrl: (request) => rewritten(systems, request.url ?? "/"),
  });
  // Some systems read the criteria of a list from the body of a GET.
  server.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  for (const system of systems) {
    for (const endpoint of system.endpoints) {
      server.route({
        method: endpoint.method,
        url: `/${system.name}${endpoint.path}`,
        handler: (request, reply) => handle(system, endpoint, request, reply, log, faults),
      });
    }
  }
  server.setNotFoundHandler((request, reply) => {
    const system = systems.find(({ name }) => request.url.startsWith(`/${name}/`));
    const answer = system?.refuse(404, `no such call: ${request.method} ${request.url}`);
    log.add({
      system: system?.name ?? "",
      endpoint: "",
      method: request.method,
      path: request.originalUrl,
      body: undefined,
      status: 404,
    });
    return reply.status(404).send(answer?.body ?? { error: "no such call" });
  });
  return server;
}

/** Takes the base path off: `/barium/api/v1.1/domains/1` is `/barium/domains/1` to the router. */
function rewritten(systems: readonly EmulatedSystem[], url: string): string {
  for (const { name, bases } of systems) {
    for (const base of bases) {
      const match = new RegExp(`^/${name}${base.source}(?=/)`, base.flags).exec(url);
      if (match !== null) {
        return `/${name}${url.slice(match[0].length)}`;
      }
    }
  }
  return url.startsWith("/_emulator") ? url : `/unknown${url}`;
}

async function handle(
  system: EmulatedSystem,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  log: RequestLog,
  faults: Faults,
): Promise<FastifyReply> {
  const id = endpoint.idOf?.(parsed(request.body)) ?? endpoint.id;
  const fault = faults.take({ system: system.name, endpoint: id, method: request.method });
  const entry = log.add({
    system: system.name,
    endpoint: id,
    method: request.method,
    path: request.originalUrl,
    body: endpoint.authentication === "none" ? "[sign-in]" : parsed(request.body),
    status: 0,
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
  if (fault?.kind === "slow" && !fault.applied) {
    await sleep(fault.delay);
  }
  if (fault?.kind === "expired") {
    system.expireSessions();
  }
  const isCarriedOut = fault === undefined || fault.applied || fault.kind === "slow" || fault.kind === "partial";
  const answer =
    isCarriedOut || fault.kind === "expired"
      ? answerOf(system, endpoint, request, fault?.kind === "partial")
      : { status: 200, body: {} };
  return fault === undefined ? send(reply, entry, answer) : sendFaulty(reply, entry, answer, fault);
}

/** What the system answers: a refusal of what its document does not describe, or what the endpoint does. */
function answerOf(
  system: EmulatedSystem,
  endpoint: Endpoint,
  request: FastifyRequest,
  partial: boolean,
): EndpointAnswer {
  if (endpoint.authentication === "required" && !system.isAuthenticated(request.headers)) {
    return system.refuse(401, "the session is missing or has ended");
  }
  const query = endpoint.query?.safeParse(request.query);
  if (query?.success === false) {
    return system.refuse(
      400,
      `query: ${query.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
    );
  }
  if (endpoint.query === undefined && Object.keys(request.query as object).length > 0) {
    return system.refuse(400, "query: none is documented");
  }
  let body: unknown;
  const text = typeof request.body === "string" ? request.body : "";
  if (endpoint.body !== undefined) {
    const contentType = request.headers["content-type"]?.split(";")[0]?.trim();
    if (text !== "" && contentType !== endpoint.contentType) {
      return system.refuse(415, `the body must be ${endpoint.contentType}, not ${contentType ?? "of no type"}`);
    }
    const raw =
      endpoint.contentType === "application/json" ? parsed(text) : Object.fromEntries(new URLSearchParams(text));
    const checked = endpoint.body.safeParse(raw);
    if (!checked.success) {
      return system.refuse(
        400,
        `body: ${checked.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
      );
    }
    body = checked.data;
  } else if (text !== "") {
    return system.refuse(400, "body: none is documented");
  }
  const parameters = request.params as Record<string, string>;
  return endpoint.handle({ parameters, query: query?.data, body, partial });
}

function parsed(body: unknown): unknown {
  if (typeof body !== "string" || body === "") {
    return undefined;
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function send(reply: FastifyReply, entry: LoggedRequest, answer: EndpointAnswer): FastifyReply {
  entry.status = answer.status;
  void reply.status(answer.status).headers(answer.headers ?? {});
  return answer.body === undefined
    ? reply.send()
    : reply.header("Content-Type", "application/json; charset=utf-8").send(JSON.stringify(answer.body));
}

async function sendFaulty(
  reply: FastifyReply,
  entry: LoggedRequest,
  answer: EndpointAnswer,
  fault: Fault,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer.body ?? {});
  switch (fault.kind) {
    case "status": {
      const headers = fault.retryAfter === undefined ? {} : { "Retry-After": String(fault.retryAfter) };
      const body = fault.body ?? { message: `the emulator was told to answer ${fault.status}` };
      return send(reply, entry, { status: fault.status, headers, body });
    }
    case "drop":
      reply.hijack();
      reply.raw.socket?.destroy();
      return reply;
    case "truncated":
      reply.hijack();
      entry.status = answer.status;
      reply.raw.writeHead(answer.status, { "Content-Type": "application/json", "Content-Length": text.length + 100 });
      reply.raw.write(text.slice(0, Math.ceil(text.length / 2)), () => reply.raw.socket?.destroy());
      return reply;
    case "cut":
      entry.status = answer.status;
      return reply
        .status(answer.status)
        .header("Content-Type", "application/json")
        .send(text.slice(0, Math.ceil(text.length / 2)));
    case "html":
      entry.status = fault.status === 500 ? 200 : fault.status;
      return reply.status(entry.status).header("Content-Type", "text/html").send(htmlPage);
    case "empty":
      entry.status = answer.status;
      return reply.status(answer.status).send();
    case "slow":
      if (fault.applied) {
        await sleep(fault.delay);
      }
      return send(reply, entry, answer);
    default:
      return send(reply, entry, answer);
  }
}
