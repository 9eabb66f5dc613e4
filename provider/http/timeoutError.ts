import { RequestError, type RequestLine } from "./errors.ts";

/** No answer came within the time that the connection allows for a call. */
export class TimeoutError extends RequestError {
  constructor(request: RequestLine, seconds: number, setting: string) {
    super(request, `no answer within ${seconds} s. If the system is merely slow, raise ${setting}.`, "unknown");
    this.name = "TimeoutError";
  }
}
