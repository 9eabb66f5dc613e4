/** Signing in failed, so the request that needed it was never sent. */
export class SignInError extends Error {
  readonly applied = "no";

  constructor(cause: unknown) {
    super(`signing in failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "SignInError";
  }
}
