/** Where a request went, for messages: the method, and the address with everything secret taken out. */
export interface RequestLine {
  readonly method: string;
  readonly url: string;
}

/** Any failure of a request. `applied`: `no` when the system surely did nothing, `unknown` when the answer was lost. */
export abstract class RequestError extends Error {
  readonly request: RequestLine;
  readonly applied: "no" | "unknown";

  constructor(request: RequestLine, message: string, applied: "no" | "unknown", options?: ErrorOptions) {
    super(`[${request.method}] "${request.url}": ${message}`, options);
    this.request = request;
    this.applied = applied;
  }
}
