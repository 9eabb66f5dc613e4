import { RequestError, type RequestLine } from "./errors.ts";

/** The system answered with success, and with a body that is not what the document says: HTML, truncated, empty. */
export class InvalidAnswerError extends RequestError {
  constructor(request: RequestLine, message: string, options?: ErrorOptions) {
    super(request, message, "unknown", options);
    this.name = "InvalidAnswerError";
  }
}
