import { setTimeout as sleep } from "node:timers/promises";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { answerTo, jsonOf } from "./answer.ts";
import { deliver, deliverFaulty, dropped } from "./delivery.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Faults } from "./faults.ts";
import type { RequestLog } from "./requestLog.ts";
import type { EmulatedSystem } from "./system.ts";

/** Where the calls below a system's base path are, for the router; no request can name it. */
const based = "/-based-";

/** An HTTP server with the calls of all systems, each below the system's name. */
export function createServer(systems: readonly EmulatedSystem[], log: RequestLog, faults: Faults): FastifyInstance {
  const closing = new AbortController();
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    bodyLimit: 16 * 1024 * 1024,
    routerOptions: { maxParamLength: 1000 },
    rewriteUrl: (request) => rewritten(systems, request.url ?? "/"),
  });
  server.addHook("preClose", async () => closing.abort());
  // Some systems read the criteria of a list from the body of a GET.
  server.addHttpMethod("GET", { hasBody: true, overrideExisting: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));

  for (const system of systems) {
    const byUrl = Map.groupBy(system.endpoints, ({ path, outsideBase }) =>
      outsideBase === true ? `/${system.name}${path}` : `${based}/${system.name}${path}`,
    );
    for (const [url, endpoints] of byUrl) {
      const byMethod = Map.groupBy(endpoints, ({ method }) => method);
      for (const [method, candidates] of byMethod) {
        server.route({ method, url, handler: (request, reply) => serve(system, candidates, request, reply) });
      }
      const allowed = [...byMethod.keys()];
      server.route({
        method: server.supportedMethods.filter((method) => !allowed.includes(method as Endpoint["method"])),
        url,
        handler: (request, reply) => refuse(system, 405, request, reply.header("Allow", allowed.join(", "))),
      });
    }
  }
  server.setNotFoundHandler((request, reply) => {
    const system = systems.find(({ name }) => request.originalUrl.startsWith(`/${name}/`));
    const location = system?.redirect?.(request.originalUrl);
    return location === undefined ? refuse(system, 404, request, reply) : redirect(system, location, request, reply);
  });
  return server;

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
    system: EmulatedSystem | undefined,
    location: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const entry = log.add({ ...addressOf(request), system: system?.name ?? "", endpoint: "", body: undefined });
    return deliver(reply, entry, { status: 301, headers: { Location: location } });
  }

  async function serve(
    system: EmulatedSystem,
    candidates: readonly Endpoint[],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const body = jsonOf(request.body);
    const endpoint = candidates.find(({ isFor }) => isFor?.(body) ?? true);
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
      return deliver(reply, entry, answerTo(system, endpoint, request, false));
    }
    if (fault.kind === "expired") {
      system.expireSessions();
    }
    if (fault.kind === "slow" && !fault.applied && !(await passes(fault.delay))) {
      return dropped(reply);
    }
    const isCarriedOut = fault.applied || ["slow", "expired", "partial"].includes(fault.kind);
    const answer = isCarriedOut
      ? answerTo(system, endpoint, request, fault.kind === "partial")
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

/** Puts what is below a base path where the router has it: `/barium/api/v1.1/domains/1` and the like. */
function rewritten(systems: readonly EmulatedSystem[], url: string): string {
  const system = systems.find(({ name }) => url.startsWith(`/${name}/`));
  if (system === undefined) {
    return url.startsWith("/_emulator/") ? url : "/-unknown-";
  }
  for (const base of system.bases) {
    const match = new RegExp(`^/${system.name}(?:${base.source})(?=/)`, base.flags).exec(url);
    if (match !== null) {
      return `${based}/${system.name}${url.slice(match[0].length)}`;
    }
  }
  return url;
}
