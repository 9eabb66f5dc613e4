import type { FastifyReply } from "fastify";
import type { EndpointAnswer } from "./endpoint.ts";
import type { Fault } from "./faults.ts";
import type { LoggedRequest } from "./requestLog.ts";

const htmlPage =
  "<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad Gateway</h1><p>The proxy got no answer.</p></body></html>";

/** Sends an answer as it is. */
export function deliver(reply: FastifyReply, entry: LoggedRequest, answer: EndpointAnswer): FastifyReply {
  entry.status = answer.status;
  void reply.status(answer.status).headers(answer.headers ?? {});
  if (answer.raw !== undefined) {
    return reply.send(answer.raw);
  }
  return answer.body === undefined
    ? reply.send()
    : reply.header("Content-Type", "application/json; charset=utf-8").send(JSON.stringify(answer.body));
}

/** Sends what a fault leaves of an answer. */
export function deliverFaulty(
  reply: FastifyReply,
  entry: LoggedRequest,
  answer: EndpointAnswer,
  fault: Fault,
): FastifyReply {
  const bytes = Buffer.from(answer.raw ?? JSON.stringify(answer.body ?? {}));
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  switch (fault.kind) {
    case "status": {
      const { status = 500, retryAfter, body = { message: `the emulator was told to answer ${status}` } } = fault;
      const headers = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
      return deliver(reply, entry, { status, headers, body });
    }
    case "drop":
      return dropped(reply);
    case "truncated":
      entry.status = answer.status;
      reply.hijack();
      reply.raw.writeHead(answer.status, { "Content-Type": "application/json", "Content-Length": bytes.length });
      reply.raw.write(half, () => reply.raw.socket?.destroy());
      return reply;
    case "cut":
      entry.status = answer.status;
      return reply.status(answer.status).header("Content-Type", "application/json").send(half);
    case "html":
      entry.status = fault.status ?? 200;
      return reply.status(entry.status).header("Content-Type", "text/html").send(htmlPage);
    case "empty":
      entry.status = answer.status;
      return reply.status(answer.status).send();
    case "slow":
    case "expired":
    case "partial":
      return deliver(reply, entry, answer);
  }
}

/** Breaks the connection without an answer. */
export function dropped(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.destroy();
  return reply;
}
