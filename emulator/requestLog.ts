/** One request that reached the emulator. */
export interface LoggedRequest {
  /** Counted from 1 since the start, also across a clearing of the log. */
  readonly sequence: number;
  /** When it arrived, in ISO 8601. */
  readonly time: string;
  /** Empty where no system is addressed. */
  readonly system: string;
  /** Empty where the system has no such call. */
  readonly endpoint: string;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** Without what a sign-in must keep to itself. */
  readonly body: unknown;
  /** 0 until it is answered, and where the connection was broken instead. */
  status: number;
  /** The kind of the fault that hit it. */
  readonly fault?: string;
}

/** What a request says of itself before it is answered. */
export type ArrivingRequest = Omit<LoggedRequest, "sequence" | "time" | "status">;

/** Whatever may carry a credential where no document has it. */
const secretName = /password|api-?key|ticket|token|secret/i;
/** The credentials that a document has in queries and bodies. */
const credentialName = /^consumer(Key|Secret)$/;

/** All requests since the start, or since the log was last cleared. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #sequence = 0;

  get all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  add(request: ArrivingRequest): LoggedRequest {
    const query = Object.fromEntries(
      Object.entries(request.query).map(([name, value]) => [name, secretName.test(name) ? "[redacted]" : value]),
    );
    const shown = {
      query: withoutCredentials(query) as LoggedRequest["query"],
      body: withoutCredentials(request.body),
    };
    const logged = { ...request, ...shown, sequence: ++this.#sequence, time: new Date().toISOString(), status: 0 };
    this.#requests.push(logged);
    return logged;
  }

  clear(): void {
    this.#requests = [];
  }

  /** How many requests agree with each given part. */
  count(
    match: Partial<Pick<LoggedRequest, "system" | "endpoint" | "method" | "path" | "status" | "fault">> = {},
  ): number {
    return this.#requests.filter((request) =>
      Object.entries(match).every(([part, value]) => request[part as keyof LoggedRequest] === value),
    ).length;
  }
}

function withoutCredentials(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutCredentials);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          credentialName.test(name) ? "[redacted]" : withoutCredentials(member),
        ]),
      )
    : value;
}
