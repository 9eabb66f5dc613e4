import { RequestError } from "./errors.ts";
import { StatusError } from "./statusError.ts";

/** How a client shows who it is. */
export interface Authentication {
  /** The headers for the next request; signs in first where that is needed. */
  headers(signal: AbortSignal): Promise<Record<string, string>>;
  /** Told that the headers were refused with a 401. Answers whether new ones can be had. */
  renew(refused: Record<string, string>): boolean;
}

/** What a sign-in gives: the headers that carry a token, a ticket or a session. */
export interface SignedIn {
  readonly headers: Readonly<Record<string, string>>;
  /** How long they are valid, in seconds, where the system says so. */
  readonly expiresIn?: number | undefined;
}

/**
 * Signs in. `refused` are the headers that the system refused last: an answer with the same ones would be of no use.
 */
export type SignIn = (refused: Readonly<Record<string, string>> | undefined, signal: AbortSignal) => Promise<SignedIn>;

interface Session {
  readonly signedIn: Promise<SignedIn>;
  headers?: Readonly<Record<string, string>>;
  /** On the clock of `performance.now()`. */
  expires?: number;
}

/** How long before its end a session is replaced at the most, in milliseconds; a short one after half its time. */
const renewalMargin = 60_000;

/**
 * Signs in when first needed, shares the session among all calls, and signs in again when it ends or is refused. A
 * sign-in that is refused is not repeated.
 */
export class SessionAuthentication implements Authentication {
  readonly #signIn: SignIn | undefined;
  #session: Session | undefined;
  #refused: Readonly<Record<string, string>> | undefined;

  /**
   * @param ready headers with a token that was given; used until they are refused.
   * @param signIn without it a refusal is final.
   */
  constructor(ready: Readonly<Record<string, string>> | undefined, signIn: SignIn | undefined) {
    this.#signIn = signIn;
    if (ready !== undefined) {
      this.#session = { signedIn: Promise.resolve({ headers: ready }), headers: ready };
    }
  }

  async headers(signal: AbortSignal): Promise<Record<string, string>> {
    if (this.#session?.expires !== undefined && this.#session.expires <= performance.now()) {
      this.#session = undefined;
    }
    this.#session ??= this.#begin(signal);
    return { ...(await this.#session.signedIn).headers };
  }

  renew(refused: Record<string, string>): boolean {
    const current = this.#session?.headers;
    if (current !== undefined && JSON.stringify(current) === JSON.stringify(refused)) {
      if (this.#signIn === undefined) {
        return false;
      }
      this.#refused = current;
      this.#session = undefined;
    }
    return true;
  }

  #begin(signal: AbortSignal): Session {
    if (this.#signIn === undefined) {
      throw new Error("the connection has neither a token nor what a sign-in needs");
    }
    const session: Session = { signedIn: this.#signIn(this.#refused, signal) };
    session.signedIn.then(
      ({ headers, expiresIn }) => {
        session.headers = headers;
        if (expiresIn !== undefined) {
          const lifetime = expiresIn * 1000;
          session.expires = performance.now() + Math.max(lifetime - renewalMargin, lifetime / 2);
        }
      },
      (error: unknown) => {
        // A refusal is kept: each further attempt with a wrong password brings the user nearer to being locked out.
        if (this.#session === session && !isRefusal(error)) {
          this.#session = undefined;
        }
      },
    );
    return session;
  }
}

/** Whether a sign-in failed for what it said, and not because no good answer came. */
function isRefusal(error: unknown): boolean {
  return error instanceof StatusError ? [400, 401, 403].includes(error.status) : !(error instanceof RequestError);
}
