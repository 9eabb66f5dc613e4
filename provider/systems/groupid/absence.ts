import { StatusError } from "../../http/statusError.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { RefusalError } from "./api/envelope.ts";

/**
 * Whether a failed read of one object may mean that there is none: the document does not say how GroupID says so. The
 * list of all decides.
 */
export function mayBeAbsent(error: unknown): boolean {
  return (
    error instanceof NotFoundError ||
    error instanceof RefusalError ||
    (error instanceof StatusError && error.status === 404)
  );
}

/** Whether the system itself refused, with nothing done. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof RefusalError ||
    error instanceof NotFoundError ||
    (error instanceof StatusError && [400, 404, 409, 422].includes(error.status))
  );
}

/** Whether a call is refused, or the installation does not offer it, or not to this user: others must do. */
export function isNotOffered(error: unknown): boolean {
  return isRefusal(error) || (error instanceof StatusError && [403, 405, 501].includes(error.status));
}
