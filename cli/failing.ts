import { messageOf } from "../provider/resource/errors.ts";
import { exitCodes } from "./exitCodes.ts";

/** A command whose failure is a message on standard error, and an exit code that no answer has. */
export function failing<Args extends unknown[]>(
  name: string,
  run: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await run(...args);
    } catch (error) {
      process.stderr.write(`groupware ${name}: ${messageOf(error)}\n`);
      process.exitCode = exitCodes.failure;
    }
  };
}
