import { RequestError, type RequestLine } from "./errors.ts";

/** The system answered with a status that is no success. */
export class StatusError extends RequestError {
  readonly status: number;
  /** The body of the answer: parsed JSON, or its text. */
  readonly body: unknown;

  constructor(
    request: RequestLine,
    status: number,
    statusText: string,
    body: unknown,
    words: string,
    repeated: number,
  ) {
    const attempts = repeated > 1 ? ` (after ${repeated} attempts)` : "";
    super(
      request,
      `${status} ${statusText}${attempts}${words === "" ? "" : `: ${words}`}`,
      // A server that fails with 5xx may have done its work before; one that refuses has not.
      status >= 500 || status === 408 ? "unknown" : "no",
    );
    this.name = "StatusError";
    this.status = status;
    this.body = body;
  }
}
