import http from "node:http";
import { type Emulator, startEmulator } from "../../emulator/index.ts";

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** As JSON; the text itself where it is none. */
  readonly body: unknown;
}

/** What a call may have besides its method and path; a header that is `undefined` is left out. */
export interface RawCall {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** An emulator of a test's own, with a client that knows nothing of the provider; signed in with the systems. */
export interface RawClient extends AsyncDisposable {
  readonly emulator: Emulator;
  call(method: string, path: string, call?: RawCall): Promise<RawAnswer>;
}

export async function startRawClient(): Promise<RawClient> {
  const emulator = await startEmulator();
  const call = (method: string, path: string, { body, headers = {} }: RawCall = {}) =>
    send(method, emulator.url + path, body, headers);
  const { apiKey, username, password } = emulator.barium.credentials;
  const { body } = await call("POST", "/barium/api/v1.1/Authenticate", {
    body: new URLSearchParams({ APIKey: apiKey, Username: username, Password: password, format: "json" }).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  const { Ticket } = body as { Ticket: string };
  const bearer = `Bearer ${emulator.apio.machineToken()}`;
  const token = `Token ${emulator.saltstack.credentials.token}`;
  const own: Readonly<Record<string, string>> = { saltstack: token, groupid: `Bearer ${emulator.groupid.token()}` };
  emulator.requests.clear();
  return {
    emulator,
    call: (method, path, { body: sent, headers } = {}) => {
      const Authorization = own[path.split("/")[1] ?? ""] ?? bearer;
      return call(method, path, { body: sent, headers: { Ticket, Authorization, ...headers } });
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** Rejects where no whole answer comes. */
function send(
  method: string,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string | undefined>>,
): Promise<RawAnswer> {
  const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const all = {
    ...(sent === undefined ? {} : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(sent) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method,
        agent: false,
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed(text) });
        });
      },
    );
    request.on("error", reject);
    request.end(sent);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
