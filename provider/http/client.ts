import type http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import fetch, { type Response } from "node-fetch";
import PQueue from "p-queue";
import pRetry, { AbortError } from "p-retry";
import type * as z from "zod";
import { type AgentSettings, createAgent } from "./agent.ts";
import type { Authentication } from "./authentication.ts";
import { ConnectionError } from "./connectionError.ts";
import { Deadline } from "./deadline.ts";
import { FileError, isPage, type Progress, save } from "./download.ts";
import { RequestError, type RequestLine } from "./errors.ts";
import { getWithBody } from "./getWithBody.ts";
import { InvalidAnswerError } from "./invalidAnswerError.ts";
import { redact } from "./redact.ts";
import { SignInError } from "./signInError.ts";
import { StatusError } from "./statusError.ts";
import { TimeoutError } from "./timeoutError.ts";

/** What a client needs to know of its connection. */
export interface HttpSettings extends AgentSettings {
  /** The base of all paths, without a slash at its end. */
  readonly url: string;
  /** The name of the connection in the stack's configuration, for messages. */
  readonly connection: string;
  /** How long one attempt may take, in seconds. */
  readonly requestTimeout: number;
  /** How many requests may be under way at once. */
  readonly concurrency: number;
  /** How many requests may begin within a second; unlimited when absent. */
  readonly requestsPerSecond?: number;
  /** Texts that must never be shown. */
  readonly secrets: readonly string[];
}

/** One call of an endpoint. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base URL, its variable parts percent-encoded, with a leading slash; or a whole URL. */
  readonly path: string;
  /** A list stands for a name that comes once for each of its values. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** Goes into the query string, too, and stands in no message and no log. */
  readonly secretQuery?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Whether the call may be sent twice. What is not is repeated only when it surely was not carried out. */
  readonly idempotent: boolean;
  /** Sent without signing in. */
  readonly anonymous?: boolean;
}

/** An answer with a success status. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Response["headers"];
  readonly body: Body;
}

/** One attempt of a call. */
interface Attempt {
  readonly call: Call;
  readonly headers: Record<string, string>;
  /** From 1. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** Takes in the body of an answer. */
type Receive<Body> = (response: Response, deadline: Deadline) => Promise<Body>;

/** Finds the system's own words in the body of an error. */
export type WordsOf = (body: unknown) => string | undefined;

/** Reads a body. Throws for what is cut off, or means nothing. */
export type ParseBody = (text: string) => unknown;

const retries = 5;
/** The first and the longest pause before a repetition, in milliseconds; each is twice as long as the one before. */
const firstPause = 100;
const longestPause = 5_000;
const retryableStatus = new Set([408, 425, 429, 500, 502, 503, 504]);
/** For how long a call is repeated that the system wants later (429), and the longest `Retry-After`, in seconds. */
const longestPatience = 120;

/** Speaks HTTP with one system over one connection: see DESIGN.md, "HTTP". */
export class HttpClient {
  readonly settings: HttpSettings;
  readonly #authentication: Authentication;
  readonly #wordsOf: WordsOf;
  readonly #parseBody: ParseBody;
  readonly #queue: PQueue;
  /** What sign-ins have given, as it may come back in the text of an error. */
  readonly #sessions = new Set<string>();
  #agent: Promise<http.Agent> | undefined;
  #pausedUntil = 0;

  /** @param parseBody for a system whose answers are not always JSON. */
  constructor(
    settings: HttpSettings,
    authentication: Authentication,
    wordsOf: WordsOf,
    parseBody: ParseBody = JSON.parse,
  ) {
    this.settings = settings;
    this.#authentication = authentication;
    this.#wordsOf = wordsOf;
    this.#parseBody = parseBody;
    this.#queue = new PQueue({
      concurrency: settings.concurrency,
      ...(settings.requestsPerSecond === undefined
        ? {}
        : { interval: 1000 / settings.requestsPerSecond, intervalCap: 1, carryoverIntervalCount: true }),
    });
  }

  /** Sends a call and answers with its body, checked against `schema`. */
  async request<Schema extends z.ZodType>(
    call: Call,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Answer<z.output<Schema>>> {
    return this.#repeat(call, signal, (headers, attempt) =>
      this.#attempt(
        { call, headers, attempt, signal },
        (response) => response.text(),
        (response, text, line) => this.#judge(response, text, line, schema, attempt),
      ),
    );
  }

  /**
   * Sends a call and writes the bytes of its answer to a file, which is there only when all of them are; answers with
   * their number. However long that takes, an attempt ends when nothing came for the time that a call may take.
   */
  async download(call: Call, file: string, signal: AbortSignal, progress: Progress): Promise<Answer<number>> {
    return this.#repeat(call, signal, (headers, attempt) =>
      this.#attempt(
        { call, headers, attempt, signal },
        async (response, deadline) =>
          isPage(response) ? await response.text() : await save(response, file, deadline, progress),
        (response, body, line) => {
          const { status, headers } = response;
          if (typeof body === "number") {
            return { status, headers, body };
          }
          this.#refuseFailure(response, body, line, attempt);
          const words =
            this.#wordsOf(parse(body, this.#parseBody).json) ??
            excerpt(this.#redact(body), headers.get("content-type"));
          throw new InvalidAnswerError(line, `${status}, but the answer is no file: ${this.#redact(words)}`);
        },
      ),
    );
  }

  /** Signs in and tries, again and again where that is safe. */
  async #repeat<Result>(
    call: Call,
    signal: AbortSignal,
    run: (headers: Record<string, string>, attempt: number) => Promise<Result>,
  ): Promise<Result> {
    let renewed = false;
    let attempt = 0;
    const attemptOnce = async (): Promise<Result> => {
      attempt++;
      const headers = call.anonymous === true ? {} : await this.#authenticate(signal);
      try {
        return await run(headers, attempt);
      } catch (error) {
        const refused = error instanceof StatusError && error.status === 401 && call.anonymous !== true;
        if (refused && !renewed && this.#authentication.renew(headers)) {
          renewed = true;
          return attemptOnce();
        }
        throw error;
      }
    };
    let latest: PromiseSettledResult<Result> | undefined;
    let failures = 0;
    const end = performance.now() + longestPatience * 1000;
    const attempts = pRetry(
      async () => {
        [latest] = await Promise.allSettled([attemptOnce()]);
        if (latest.status === "rejected") {
          const isBusy = latest.reason instanceof StatusError && latest.reason.status === 429;
          failures += isBusy ? 0 : 1;
          const isOver = failures > retries || (isBusy && performance.now() > end);
          if (isOver || !isRetryable(latest.reason, call)) {
            throw new AbortError(causeOf(latest.reason));
          }
        }
        return outcomeOf(latest);
      },
      {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: firstPause,
        maxTimeout: longestPause,
        factor: 2,
        randomize: true,
        signal,
      },
    );
    return attempts.catch((error: unknown) => {
      if (signal.aborted && latest !== undefined) {
        // That the engine cancels does not undo what the last attempt has done.
        return outcomeOf(latest);
      }
      throw error;
    });
  }

  async #authenticate(signal: AbortSignal): Promise<Record<string, string>> {
    try {
      const headers = await this.#authentication.headers(signal);
      for (const value of Object.values(headers)) {
        this.#sessions.add(value).add(value.replace(/^(Bearer |\w+=)/, ""));
      }
      return headers;
    } catch (error) {
      throw signal.aborted ? error : new SignInError(error);
    }
  }

  async #attempt<Body, Result>(
    { call, headers, attempt, signal }: Attempt,
    receive: Receive<Body>,
    judge: (response: Response, body: Body, line: RequestLine) => Result,
  ): Promise<Result> {
    const url = this.#url(call);
    const line: RequestLine = { method: call.method, url: this.#redact(url.href) };
    for (const [name, value] of Object.entries(call.secretQuery ?? {})) {
      url.searchParams.set(name, value);
    }
    return this.#queue.add(async () => {
      const pause = this.#pausedUntil - performance.now();
      if (pause > 0) {
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
      signal.throwIfAborted();
      const started = performance.now();
      let outcome = "no answer";
      try {
        const { response, body } = await this.#exchange(call, url, line, headers, signal, receive);
        outcome = String(response.status);
        return judge(response, body, line);
      } finally {
        trace(`${this.settings.connection} ${line.method} ${line.url} ${outcome}`, started, attempt);
      }
    });
  }

  /** Sends the request and receives the whole answer, within the time that an attempt has. */
  async #exchange<Body>(
    call: Call,
    url: URL,
    line: RequestLine,
    headers: Record<string, string>,
    signal: AbortSignal,
    receive: Receive<Body>,
  ): Promise<{ response: Response; body: Body }> {
    const deadline = new Deadline(this.settings.requestTimeout);
    // A write that has gone out is let end: only its answer tells what it has done.
    const ending = call.method === "GET" ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
    this.#agent ??= createAgent(url, this.settings);
    const agent = await this.#agent;
    const allHeaders: Record<string, string> = { Accept: "application/json", ...headers };
    const sent = bodyOf(call, allHeaders);
    try {
      const response =
        call.method === "GET" && sent !== undefined
          ? await getWithBody(url, { headers: allHeaders, body: sent, agent, signal: ending })
          : await fetch(url, {
              method: call.method,
              headers: allHeaders,
              ...(sent === undefined ? {} : { body: sent }),
              agent,
              signal: ending,
              redirect: "manual",
            });
      return { response, body: await receive(response, deadline) };
    } catch (error) {
      if (error instanceof FileError) {
        throw error;
      }
      if (signal.aborted && !deadline.signal.aborted && call.method === "GET") {
        throw signal.reason;
      }
      if (deadline.signal.aborted) {
        throw new TimeoutError(line, this.settings.requestTimeout, this.#setting("requestTimeout"));
      }
      throw new ConnectionError(line, causeOf(error), { url: this.#setting("url"), ca: this.#setting("ca") });
    } finally {
      deadline.end();
    }
  }

  #judge<Schema extends z.ZodType>(
    response: Response,
    text: string,
    line: RequestLine,
    schema: Schema,
    attempt: number,
  ): Answer<z.output<Schema>> {
    const { status, headers } = response;
    this.#refuseFailure(response, text, line, attempt);
    const body = parse(text, this.#parseBody);
    if (body.error !== undefined) {
      throw new InvalidAnswerError(
        line,
        `${status}, but the answer is no JSON: ${excerpt(this.#redact(text), headers.get("content-type"))}`,
        { cause: body.error },
      );
    }
    // "No content" is an answer, too: that there is nothing. Any other empty body is a lost one.
    const parsed = schema.safeParse(status === 204 ? null : body.json);
    if (!parsed.success && text.trim() === "") {
      throw new InvalidAnswerError(line, `${status}, but the answer is empty.`);
    }
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new InvalidAnswerError(
        line,
        `${status}, but the answer is not what the document says: ${issue?.path.join(".") || "the whole body"}: ${issue?.message}; ` +
          `it begins ${excerpt(this.#redact(text), headers.get("content-type"))}`,
      );
    }
    return { status, headers, body: parsed.data };
  }

  /** Throws when the status is none of success. */
  #refuseFailure({ status, statusText, headers }: Response, text: string, line: RequestLine, attempt: number): void {
    const body = parse(text, this.#parseBody);
    const retryAfter = status === 429 || status === 503 ? secondsOf(headers.get("retry-after")) : undefined;
    if (retryAfter !== undefined) {
      this.#pause(retryAfter);
    }
    if (status < 200 || status > 299) {
      const location = headers.get("location");
      const words =
        status >= 300 && status < 400 && location !== null
          ? `it redirects to ${location.split("?")[0]}; is ${this.#setting("url")} right?`
          : (this.#wordsOf(body.json) ?? excerpt(this.#redact(text), headers.get("content-type")));
      const pause =
        retryAfter === undefined || retryAfter <= longestPatience ? "" : `; it wants no call for ${retryAfter} s`;
      throw new StatusError(line, {
        status,
        statusText,
        retryAfter,
        body: body.json ?? text,
        words: this.#redact(words) + pause + this.#adviceFor(status, body.json !== undefined),
        attempts: attempt,
      });
    }
  }

  /** Holds all requests of the connection back for as many seconds as the system asks. */
  #pause(seconds: number): void {
    if (seconds <= longestPatience) {
      this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + seconds * 1000);
    }
  }

  #url(call: Call): URL {
    const url = new URL(/^https?:/.test(call.path) ? call.path : this.settings.url + call.path);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
        if (one !== undefined) {
          url.searchParams.append(name, String(one));
        }
      }
    }
    return url;
  }

  #redact(text: string): string {
    return redact(text, [...this.settings.secrets, ...this.#sessions]);
  }

  /** What whoever gets an error of this status can do. */
  #adviceFor(status: number, isJson: boolean): string {
    const connection = `groupware:connections.${this.settings.connection}`;
    switch (status) {
      case 401:
        return ` (check the credentials in ${connection})`;
      case 403:
        return ` (may the user in ${connection} do that?)`;
      case 404:
        return isJson ? "" : ` (is ${this.#setting("url")} right?)`;
      case 429:
        return ` (to send fewer calls, set ${this.#setting("requestsPerSecond")})`;
      default:
        return "";
    }
  }

  #setting(name: string): string {
    return `groupware:connections.${this.settings.connection}.${name}`;
  }
}

function outcomeOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === "rejected") {
    throw settled.reason;
  }
  return settled.value;
}

function bodyOf(call: Call, headers: Record<string, string>): string | undefined {
  if (call.json !== undefined) {
    headers["Content-Type"] = "application/json";
    return JSON.stringify(call.json);
  }
  if (call.form !== undefined) {
    headers["Content-Type"] = "application/x-www-form-urlencoded";
    return new URLSearchParams(call.form).toString();
  }
  return undefined;
}

function isRetryable(error: unknown, call: Call): boolean {
  if (!(error instanceof RequestError)) {
    return false;
  }
  if (error instanceof StatusError) {
    const isSafe = call.idempotent || error.status === 429;
    return isSafe && retryableStatus.has(error.status) && (error.retryAfter ?? 0) <= longestPatience;
  }
  if (error instanceof ConnectionError && !error.temporary) {
    return false;
  }
  return call.idempotent || error.applied === "no";
}

function causeOf(error: unknown): Error & { code?: string } {
  return error instanceof Error ? error : new Error(String(error));
}

function parse(text: string, parseBody: ParseBody): { json?: unknown; error?: Error } {
  if (text.trim() === "") {
    return {};
  }
  try {
    return { json: parseBody(text) };
  } catch (error) {
    return { error: causeOf(error) };
  }
}

/** The value of whatever is, or may hold, a password in JSON, also where its end is missing. */
const passwords = /("\w*(?:password|connectionstring)\w*"\s*:\s*")(?:[^"\\]|\\.)*/gi;

/** The beginning of a body on one line; of an HTML page its text. */
function excerpt(text: string, contentType: string | null): string {
  if (text.trim() === "") {
    return "an empty body";
  }
  const isHtml = (contentType?.includes("html") ?? false) || /^\s*<(!doctype|html)/i.test(text);
  const plain = isHtml ? text.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, " ") : text;
  const line = plain.replace(/\s+/g, " ").trim().replace(passwords, "$1[secret]");
  return `${isHtml ? "an HTML page: " : ""}${JSON.stringify(line.length > 200 ? `${line.slice(0, 200)}…` : line)}`;
}

function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) {
    return undefined;
  }
  const seconds = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined;
}

function trace(what: string, started: number, attempt: number): void {
  if (process.env.GROUPWARE_DEBUG?.split(",").includes("http") === true) {
    process.stderr.write(`http ${what} ${Math.round(performance.now() - started)} ms, attempt ${attempt}\n`);
  }
}
