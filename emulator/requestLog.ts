/** One request that reached the emulator. */
export interface LoggedRequest {
  readonly system: string;
  readonly endpoint: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Without what a sign-in must keep to itself. */
  readonly body: unknown;
  /** 0 where the connection was broken. */
  status: number;
  /** The fault that hit it. */
  fault?: string;
}

/** All requests since the start, or since the log was last cleared. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  add(request: LoggedRequest): LoggedRequest {
    this.#requests.push(request);
    return request;
  }

  clear(): void {
    this.#requests = [];
  }

  /** How many requests agree with each given part. */
  count(match: Partial<Pick<LoggedRequest, "system" | "endpoint" | "method" | "status">> = {}): number {
    return this.#requests.filter((request) =>
      Object.entries(match).every(([part, value]) => request[part as keyof LoggedRequest] === value),
    ).length;
  }
}
