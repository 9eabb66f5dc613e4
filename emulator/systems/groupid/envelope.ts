import type { EndpointAnswer } from "../../endpoint.ts";

/** What an answer says of a call, of an item of it, or of an attribute. */
export interface Result {
  readonly data?: unknown;
  /** The object or the attribute. */
  readonly name?: string;
  /** 8 for an attribute, 0 otherwise, as in the samples. */
  readonly type?: number;
  /** Why it failed. */
  readonly message?: string;
  /** Why it failed, by attribute. */
  readonly attributeMessages?: Readonly<Record<string, string>>;
  readonly details?: readonly (Result | null)[];
}

/** The status of whatever failed; the document has no other than 0. */
const failed = 1;

/** A result as the document's samples show it. */
export function envelope(result: Result): Record<string, unknown> {
  const { data = null, name = null, type = 0, message = null, attributeMessages = null, details = [] } = result;
  return {
    name,
    type,
    status: message === null && attributeMessages === null ? 0 : failed,
    message,
    data,
    identityStoreObject: null,
    details: details.map((detail) => (detail === null ? null : envelope(detail))),
    currentDirectoryServer: null,
    errorCode: null,
    exceptionMessagesAttributeWise: attributeMessages,
    isResyncAble: true,
  };
}

/** A result as an answer: 200, whatever it says. */
export function answer(result: Result): EndpointAnswer {
  return { status: 200, body: envelope(result) };
}
