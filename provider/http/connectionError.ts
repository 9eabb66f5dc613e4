import { RequestError, type RequestLine } from "./errors.ts";

const notSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** The connection could not be made, or broke before the answer was there. */
export class ConnectionError extends RequestError {
  readonly code: string | undefined;
  /** Whether another attempt may go better. */
  readonly temporary: boolean;

  constructor(request: RequestLine, cause: Error & { code?: string }, settings: { url: string; ca: string }) {
    const { code } = cause;
    const hasNoTls = isCertificateCode(code) || isProtocolCode(code);
    super(
      request,
      describe(cause, settings),
      code !== undefined && (notSent.has(code) || hasNoTls) ? "no" : "unknown",
      { cause: withoutAddress(cause) },
    );
    this.name = "ConnectionError";
    this.code = code;
    this.temporary = !hasNoTls && code !== "ENOTFOUND";
  }
}

function isCertificateCode(code: string | undefined): boolean {
  return code !== undefined && (/CERT|^ERR_TLS/.test(code) || code.startsWith("UNABLE_TO_"));
}

/** The two sides do not come to speak TLS. */
function isProtocolCode(code: string | undefined): boolean {
  return code !== undefined && /^ERR_SSL|^EPROTO$/.test(code);
}

function describe(cause: Error & { code?: string }, settings: { url: string; ca: string }): string {
  const { code } = cause;
  if (isCertificateCode(code)) {
    return (
      `the server's certificate was not accepted (${code}: ${reasonOf(cause)}). ` +
      `If the system has its own certificate authority, put its certificate into ${settings.ca}; ` +
      `if the host name is wrong, mend ${settings.url}.`
    );
  }
  if (isProtocolCode(code)) {
    return `the server does not speak TLS there, or not the same (${code}). Is ${settings.url} right, with its https://?`;
  }
  switch (code) {
    case "ECONNREFUSED":
      return `nothing answers there (ECONNREFUSED). Is the system running, and is ${settings.url} right?`;
    case "ENOTFOUND":
      return `there is no such host (ENOTFOUND). Is ${settings.url} right?`;
    default:
      return `the connection broke before the answer was there (${code ?? reasonOf(cause)}).`;
  }
}

/** What went wrong, without the address that node-fetch puts in front: it may hold secrets. */
function reasonOf(cause: Error): string {
  return cause.message.replace(/^request to .* failed, reason: /s, "");
}

function withoutAddress(cause: Error & { code?: string }): Error {
  return Object.assign(new Error(reasonOf(cause)), cause.code === undefined ? {} : { code: cause.code });
}
