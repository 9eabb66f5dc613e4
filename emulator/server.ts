import { setTimeout as sleep } from "node:timers/promises";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { answerTo, jsonOf } from "./answer.ts";
import { deliver, deliverFaulty, dropped } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./requestLog.ts";
import { type Route, Routes } from "./routes.ts";
import type { EmulatedSystem } from "./system.ts";

/** An HTTP server with the calls of all systems, each below the system's name. */
export function createServer(systems: readonly EmulatedSystem[], log: RequestLog, faults: Faults): FastifyInstance {
  const closing = new AbortController();
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    bodyLimit: 16 * 1024 * 1024,
  });
  server.addHook("preClose", async () => closing.abort());
  // Some systems read the criteria of a list from the body of a GET.
  server.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));

  const routes = systems.map((system) => new Routes(system));
  server.route({ method: server.supportedMethods, url: "/*", handler: answer });
  return server;

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { method, path } = addressOf(request);
    const known = routes.find(({ system }) => path.startsWith(`/${system.name}/`));
    if (known === undefined) {
      return refuse(undefined, 404, request, reply);
    }
    const { system } = known;
    const route = known.find(method, path);
    if (route !== undefined) {
      return serve(system, route, request, reply);
    }
    const allowed = known.allowed(path);
    if (allowed.length > 0) {
      return refuse(system, 405, request, reply.header("Allow", allowed.join(", ")));
    }
    const location = system.redirect?.(request.originalUrl);
    return location === undefined ? refuse(system, 404, request, reply) : redirect(system, location, request, reply);
  }

  function refuse(
    system: EmulatedSystem | undefined,
    status: 404 | 405,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const entry = log.add({ ...addressOf(request), system: system?.name ?? "", endpoint: "", body: undefined });
    const words = `no such call: ${request.method} ${entry.path}`;
    return deliver(reply, entry, system?.refuse(status, words) ?? { status, body: { error: words } });
  }

  function redirect(
    system: EmulatedSystem,
    location: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const entry = log.add({ ...addressOf(request), system: system.name, endpoint: "", body: undefined });
    return deliver(reply, entry, { status: 301, headers: { Location: location } });
  }

  async function serve(
    system: EmulatedSystem,
    { endpoints, parameters }: Route,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const body = jsonOf(request.body);
    const endpoint = endpoints.find(({ isFor }) => isFor?.(body) ?? true);
    if (endpoint === undefined) {
      throw new Error(`no call of ${request.method} ${request.url} takes what the others leave`);
    }
    const target = { ...addressOf(request), system: system.name, endpoint: endpoint.id };
    const fault = faults.take(target);
    const entry = log.add({
      ...target,
      body: endpoint.authentication === "none" ? "[sign-in]" : body,
      ...(fault === undefined ? {} : { fault: fault.kind }),
    });
    if (fault === undefined) {
      return deliver(reply, entry, answerTo(system, endpoint, { request, parameters, partial: false }));
    }
    if (fault.kind === "expired") {
      system.expireSessions();
    }
    if (fault.kind === "slow" && !fault.applied && !(await passes(fault.delay))) {
      return dropped(reply);
    }
    const isCarriedOut = fault.applied || ["slow", "expired", "partial"].includes(fault.kind);
    const answer = isCarriedOut
      ? answerTo(system, endpoint, { request, parameters, partial: fault.kind === "partial" })
      : { status: 200, body: {} };
    if (fault.kind === "slow" && fault.applied && !(await passes(fault.delay))) {
      return dropped(reply);
    }
    return deliverFaulty(reply, entry, answer, fault);
  }

  /** Waits; answers whether the server is still there then. */
  function passes(milliseconds: number): Promise<boolean> {
    return sleep(milliseconds, true, { signal: closing.signal }).catch(() => false);
  }
}

function addressOf({ method, originalUrl, query }: FastifyRequest) {
  return { method, path: originalUrl.split("?")[0] ?? "", query: { ...(query as object) } };
}
