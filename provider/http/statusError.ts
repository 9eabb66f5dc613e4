import { RequestError, type RequestLine } from "./errors.ts";

/** What the system answered. */
export interface Refusal {
  readonly status: number;
  readonly statusText: string;
  /** The body of the answer: parsed JSON, or its text. */
  readonly body: unknown;
  /** How many seconds the system wants no further call, where it says so. */
  readonly retryAfter?: number | undefined;
  /** What the system says, for people, without secrets. */
  readonly words: string;
  /** How often the call was sent. */
  readonly attempts: number;
}

/** The system answered with a status that is no success. */
export class StatusError extends RequestError {
  readonly status: number;
  /** The body of the answer: parsed JSON, or its text. */
  readonly body: unknown;
  readonly retryAfter: number | undefined;

  constructor(request: RequestLine, { status, statusText, body, retryAfter, words, attempts }: Refusal) {
    super(
      request,
      `${status} ${statusText}${attempts > 1 ? ` (after ${attempts} attempts)` : ""}${words === "" ? "" : `: ${words}`}`,
      // A server that fails with 5xx may have done its work before; one that refuses has not.
      status >= 500 || status === 408 ? "unknown" : "no",
    );
    this.name = "StatusError";
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}
