import http from "node:http";
import https from "node:https";
import { Response } from "node-fetch";

/**
 * Sends a GET with a body, which fetch forbids and some systems demand (their list criteria stand in it), and answers
 * as fetch would. Redirects are not followed.
 */
export function getWithBody(
  url: URL,
  options: { headers: Record<string, string>; body: string; agent: http.Agent; signal: AbortSignal },
): Promise<Response> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "GET",
      agent: options.agent,
      signal: options.signal,
      headers: { ...options.headers, "Content-Length": Buffer.byteLength(options.body).toString() },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      resolve(
        new Response(incoming, {
          status: incoming.statusCode ?? 0,
          statusText: incoming.statusMessage ?? "",
          headers,
        }),
      );
    });
    outgoing.end(options.body);
  });
}
