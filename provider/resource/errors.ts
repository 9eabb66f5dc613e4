/** Properties of a resource, inputs and outputs alike, under the names of its definition. */
export type Properties = Record<string, unknown>;

/**
 * An operation changed the object and then failed: what the system holds is kept in state, and the next `up` goes on
 * from there. Pulumi recognises the fields `id`, `properties` and `reasons`.
 */
export class PartialFailure extends Error {
  readonly id: string;
  readonly properties: Properties;
  readonly reasons: string[];

  constructor(id: string, properties: Properties, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "PartialFailure";
    this.id = id;
    this.properties = properties;
    this.reasons = [reason];
  }
}

/** Whether a failed request went out far enough that the system may have done what it asked. */
export type Applied = "no" | "unknown" | "partly";

/** An error that knows whether the system may have carried out the request; HTTP and the systems throw such errors. */
export class SystemError extends Error {
  /** `no`: surely not done. `unknown`: the answer was lost. `partly`: done, but not as asked; the message says what. */
  readonly applied: Applied;

  constructor(message: string, applied: Applied, options?: ErrorOptions) {
    super(message, options);
    this.name = "SystemError";
    this.applied = applied;
  }
}

/**
 * The object was made, but did not get where it should: the wait for it ended, or what had to follow failed. State
 * keeps what the system holds of it.
 */
export class IncompleteError extends SystemError {
  /** The object as far as it is known, with at least the parts of its ID. */
  readonly live: Properties;

  constructor(message: string, live: Properties, options?: ErrorOptions) {
    super(message, "partly", options);
    this.name = "IncompleteError";
    this.live = live;
  }
}

/** The system says that the object does not exist; nothing less than its own word makes this error. */
export class NotFoundError extends SystemError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, "no", options);
    this.name = "NotFoundError";
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the request behind an error may have been carried out; errors of HTTP say so, too. */
export function appliedOf(error: unknown): Applied {
  const { applied } = (error ?? {}) as { applied?: Applied };
  return applied ?? "no";
}
