import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { SessionAuthentication } from "../../provider/http/authentication.ts";
import { type Call, HttpClient, type HttpSettings } from "../../provider/http/client.ts";
import { ConnectionError } from "../../provider/http/connectionError.ts";
import { InvalidAnswerError } from "../../provider/http/invalidAnswerError.ts";
import { StatusError } from "../../provider/http/statusError.ts";
import { TimeoutError } from "../../provider/http/timeoutError.ts";

type Answer = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void;

const { signal } = new AbortController();
const read: Call = { method: "GET", path: "/things", idempotent: true };
const make: Call = { method: "POST", path: "/things", json: { a: 1 }, idempotent: false };

let server: http.Server;
let answers: Answer[];
let requests: { method: string; url: string; body: string; headers: http.IncomingHttpHeaders }[];

/** Gives the next answers in turn; the last one stays. */
function answer(...next: Answer[]): void {
  answers = next;
}

const json =
  (value: unknown, status = 200, headers: http.OutgoingHttpHeaders = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value));

beforeEach(async () => {
  requests = [];
  server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (data) => {
      body += String(data);
    });
    request.on("end", () => {
      requests.push({ method: request.method ?? "", url: request.url ?? "", body, headers: request.headers });
      const next = answers.length > 1 ? answers.shift() : answers[0];
      next?.(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close(() => undefined);
});

function client(
  settings: Partial<HttpSettings> = {},
  authentication = new SessionAuthentication({ "X-Token": "ready" }, undefined),
) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const all = { url, connection: "test", requestTimeout: 5, concurrency: 4, secrets: ["top-secret"], ...settings };
  return new HttpClient(all, authentication, (body) => (body as { words?: string } | undefined)?.words);
}

const request = (call: Call, to = client()) => to.request(call, z.looseObject({ ok: z.boolean() }), signal);

describe("an answer", () => {
  it("is checked against what the document says", async () => {
    answer(json({ ok: true }));
    expect((await request(read)).body).toEqual({ ok: true });
  });

  it.each([
    [
      "HTML",
      (_: unknown, response: http.ServerResponse) => response.end("<html><h1>Gateway</h1></html>"),
      /no JSON.*an HTML page: "Gateway"/,
    ],
    ["empty", (_: unknown, response: http.ServerResponse) => response.end(), /200, but the answer is empty/],
    ["of another shape", json({ ok: "perhaps" }), /not what the document says: ok/],
  ])("that is %s is an error that shows how it begins", async (_, wrong, message) => {
    answer(wrong as Answer);
    const failed = request(make);
    await expect(failed).rejects.toThrow(InvalidAnswerError);
    await expect(failed).rejects.toThrow(message);
    expect(requests).toHaveLength(1);
  });

  it("that redirects is an error that names the setting", async () => {
    answer(json({}, 301, { Location: "https://elsewhere.example/" }));
    await expect(request(read)).rejects.toThrow(
      /301.*redirects to https:\/\/elsewhere.*groupware:connections\.test\.url/,
    );
  });
});

describe("a repetition", () => {
  it("follows a failure of an idempotent call", async () => {
    answer(json({}, 502), json({}, 503), json({ ok: true }));
    await expect(request(read)).resolves.toMatchObject({ status: 200 });
    expect(requests).toHaveLength(3);
  });

  it.each([500, 502, 503, 504])("never follows %i of a call that may have been carried out", async (status) => {
    answer(json({ words: "the disk is full" }, status), json({ ok: true }));
    const failed = request(make);
    await expect(failed).rejects.toMatchObject({ status, applied: "unknown" });
    await expect(failed).rejects.toThrow("the disk is full");
    expect(requests).toHaveLength(1);
  });

  it("follows a 429 of any call, after the time that the system asks for, for the whole connection", async () => {
    const times: number[] = [];
    const noting =
      (next: Answer): Answer =>
      (...args) => {
        times.push(performance.now());
        next(...args);
      };
    answer(noting(json({}, 429, { "Retry-After": "1" })), noting(json({ ok: true })));
    const shared = client({ concurrency: 1 });
    await Promise.all([request(make, shared), request(read, shared)]);
    expect(times).toHaveLength(3);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950);
  });

  it("follows a 429 more often than a failure: where calls are limited, some wait long", async () => {
    answer(...Array.from({ length: 7 }, () => json({}, 429, { "Retry-After": "0" })), json({ ok: true }));
    vi.spyOn(Math, "random").mockReturnValue(-0.99);
    await expect(request(make)).resolves.toMatchObject({ status: 200 });
    expect(requests).toHaveLength(8);
  });

  it("of a 429 ends after two minutes", async () => {
    const busy = json({ words: "slow down" }, 429);
    answer(busy, (...args) => {
      vi.spyOn(performance, "now").mockReturnValue(performance.now() + 121_000);
      busy(...args);
    });
    await expect(request(read)).rejects.toThrow(/429 Too Many Requests \(after 2 attempts\): slow down/);
  });

  it("is not made before a time that is too long to wait for, and the error says it", async () => {
    answer(json({ words: "quota used up" }, 429, { "Retry-After": "3600" }));
    await expect(request(read)).rejects.toThrow(
      /429 Too Many Requests: quota used up; it wants no call for 3600 s .*groupware:connections\.test\.requestsPerSecond/,
    );
    expect(requests).toHaveLength(1);
  });

  it("never follows a refusal", async () => {
    answer(json({ words: "no such colour" }, 422));
    await expect(request(read)).rejects.toMatchObject({ status: 422, applied: "no" });
    expect(requests).toHaveLength(1);
  });

  it("is given up with the last error, which says how often it was tried", async () => {
    answer(json({}, 503));
    await expect(request(read)).rejects.toThrow(/503.*after 6 attempts/);
  });
});

describe("signing in", () => {
  it("happens once for all calls, and once more after a 401", async () => {
    let signIns = 0;
    const authentication = new SessionAuthentication(undefined, async () => ({
      headers: { "X-Token": `t${++signIns}` },
    }));
    const shared = client({}, authentication);
    answer((incoming, response) =>
      incoming.headers["x-token"] === "t1"
        ? json({}, 401)(incoming, response, "")
        : json({ ok: true })(incoming, response, ""),
    );
    await Promise.all([request(read, shared), request(make, shared), request(read, shared)]);
    expect(signIns).toBe(2);
  });

  it("that is refused is not repeated for other calls, and one that failed is", async () => {
    const failures = [new TimeoutError({ method: "POST", url: "http://x" }, 1, "x"), new Error("wrong password")];
    let signIns = 0;
    const shared = client(
      {},
      new SessionAuthentication(undefined, async () => {
        throw failures[signIns++];
      }),
    );
    await expect(request(read, shared)).rejects.toThrow("no answer within 1 s");
    await expect(request(read, shared)).rejects.toThrow("wrong password");
    await expect(request(read, shared)).rejects.toThrow("wrong password");
    expect(signIns).toBe(2);
    expect(requests).toEqual([]);
  });

  it("happens anew shortly before a session ends", async () => {
    let signIns = 0;
    const authentication = new SessionAuthentication(undefined, async () => ({
      headers: { "X-Token": `t${++signIns}` },
      expiresIn: signIns === 1 ? 0.02 : 60,
    }));
    answer(json({ ok: true }));
    const shared = client({}, authentication);
    await request(read, shared);
    await sleep(15);
    await request(read, shared);
    await request(read, shared);
    expect(signIns).toBe(2);
  });

  it("leaves nothing of the session in an error, and a refusal says which setting to look at", async () => {
    const signIn = async () => ({ headers: { Authorization: "Bearer session-of-today" } });
    answer((incoming, response) =>
      response.writeHead(403).end(JSON.stringify({ words: `no rights: ${incoming.headers.authorization}` })),
    );
    const failed = request(read, client({}, new SessionAuthentication(undefined, signIn)));
    await expect(failed).rejects.toThrow(/403.*no rights: \[secret\] \(may the user in groupware:connections.test do/);
  });

  it("is not repeated for a token that is refused and was given ready-made", async () => {
    answer(json({ words: "the token has ended" }, 401));
    await expect(request(read)).rejects.toThrow(/401.*the token has ended/);
    expect(requests).toHaveLength(1);
  });
});

it("a GET carries a body where the call has one", async () => {
  answer(json({ ok: true }));
  await request({ ...read, json: { criteria: "ü" } });
  expect(requests[0]).toMatchObject({ method: "GET", body: '{"criteria":"ü"}' });
  expect(requests[0]?.headers["content-type"]).toBe("application/json");
});

it("a call has a deadline, and the error names the setting", async () => {
  answer(() => undefined);
  const failed = request(make, client({ requestTimeout: 0.05 }));
  await expect(failed).rejects.toThrow(TimeoutError);
  await expect(failed).rejects.toThrow("raise groupware:connections.test.requestTimeout");
});

it("a cancelled call ends at once", async () => {
  answer(() => undefined);
  const cancel = new AbortController();
  const failed = client().request(read, z.unknown(), cancel.signal);
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  cancel.abort();
  await expect(failed).rejects.toThrow(/abort/i);
});

it("a server that is not there was surely sent nothing", async () => {
  const stranded = client();
  server.close();
  const failed = request(make, stranded);
  await expect(failed).rejects.toThrow(ConnectionError);
  await expect(failed).rejects.toMatchObject({ applied: "no" });
});

it("a connection that breaks tells no secret of the address", async () => {
  answer((_request, response) => response.socket?.destroy());
  const failed = request({ ...make, query: { key: "top-secret" } });
  await expect(failed).rejects.toThrow(/key=\[secret\]": the connection broke/);
  await expect(failed).rejects.not.toThrow(/top-secret/);
});

it("limits hold for all calls of a connection", async () => {
  const held: http.ServerResponse[] = [];
  let most = 0;
  answer((_request, response) => {
    held.push(response);
    most = Math.max(most, held.length);
    if (held.length >= 2) {
      // Whoever else were let in would be here by the next turn.
      setImmediate(() => {
        for (const waiting of held.splice(0)) {
          waiting.end('{"ok":true}');
        }
      });
    }
  });
  const shared = client({ concurrency: 2 });
  await Promise.all(Array.from({ length: 10 }, () => request(read, shared)));
  expect(most).toBe(2);
});

it("no secret is in an error or in the trace", async () => {
  vi.stubEnv("GROUPWARE_DEBUG", "http");
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  answer(json({ words: "top-secret is wrong" }, 400));
  const failed = request({ ...read, query: { key: "top-secret", other: "shown" } });
  await expect(failed).rejects.toThrow(/key=\[secret\]&other=shown.*\[secret\] is wrong/);
  write.mockRestore();
  expect(lines.join("")).toMatch(/^http test GET .*key=\[secret\].* 400 \d+ ms, attempt 1\n$/);
  expect(await failed.catch((error: StatusError) => error instanceof StatusError)).toBe(true);
});

it("a list in a query is one name for each of its values", async () => {
  answer(json({ ok: true }));
  await request({ ...read, query: { ids: ["1", "2"], other: "x", none: undefined } });
  expect(requests[0]?.url).toBe("/things?ids=1&ids=2&other=x");
});

describe("a download", () => {
  const bytes = Buffer.alloc(300_000, "0123456789");
  const archive: Answer = (_request, response) =>
    response.writeHead(200, { "Content-Type": "application/zip", "Content-Length": bytes.length }).end(bytes);
  let folder: string;
  let file: string;
  const download = (call = read, from = client()) => from.download(call, file, signal, () => undefined);
  const once = { ...read, idempotent: false };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "groupware-download-"));
    file = path.join(folder, "logs.zip");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("is written as it comes, and tells how far it is", async () => {
    answer(archive);
    const seen: [number, number | undefined][] = [];
    const { body } = await client().download(read, file, signal, (...progress) => seen.push(progress));
    expect(body).toBe(bytes.length);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(seen.length).toBeGreaterThan(1);
  });

  it("is begun anew when it breaks, and there is no file before all of it has come", async () => {
    answer((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/zip", "Content-Length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.socket?.destroy());
    }, archive);
    await download();
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(["logs.zip"]);
    answer((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/zip", "Content-Length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.socket?.destroy());
    });
    rmSync(file);
    await expect(download(once)).rejects.toThrow(ConnectionError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("may take longer than a call may, as long as something comes", async () => {
    answer((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/zip" });
      const send = (left: number): unknown =>
        left === 0 ? response.end() : response.write("x", () => setTimeout(send, 60, left - 1));
      send(5);
    });
    expect((await download(read, client({ requestTimeout: 0.2 }))).body).toBe(5);
    answer((_request, response) => void response.writeHead(200, { "Content-Type": "application/zip" }).write("x"));
    const stuck = download(once, client({ requestTimeout: 0.05 }));
    await expect(stuck).rejects.toThrow(TimeoutError);
  });

  it("keeps no page in the place of the file", async () => {
    answer(json({ words: "no logs for top-secret" }));
    await expect(download(once)).rejects.toThrow("200, but the answer is no file: no logs for [secret]");
    answer(json({ words: "not allowed" }, 403));
    await expect(download(once)).rejects.toThrow(StatusError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says which file cannot be written", async () => {
    answer(archive);
    file = path.join(folder, "missing", "logs.zip");
    await expect(download()).rejects.toThrow(/the file .*missing.logs\.zip cannot be written: ENOENT/);
    expect(requests).toHaveLength(1);
  });
});
