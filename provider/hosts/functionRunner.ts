import { type CheckFailure, check } from "../resource/check.ts";
import type { Properties } from "../resource/errors.ts";
import type { Connections } from "../systems/connections.ts";
import { systems } from "../systems/index.ts";

/** The arguments of a function are wrong: everything that is, at once. */
export class ArgumentsError extends Error {
  readonly failures: readonly CheckFailure[];

  constructor(type: string, failures: readonly CheckFailure[]) {
    const reasons = failures.map(({ property, reason }) => (property === "" ? reason : `${property}: ${reason}`));
    super(`${type}: ${reasons.join("; ")}`);
    this.name = "ArgumentsError";
    this.failures = failures;
  }
}

/** Runs functions against the connections of a stack. */
export class FunctionRunner {
  readonly #connections: Connections;
  readonly #signal: AbortSignal;

  /** @param signal ends what functions wait for. */
  constructor(connections: Connections, signal: AbortSignal) {
    this.#connections = connections;
    this.#signal = signal;
  }

  /**
   * Checks the arguments, runs the function and answers with its outputs.
   * @throws ArgumentsError before anything is sent.
   */
  async run(type: string, args: Properties): Promise<Properties> {
    const definition = systems.flatMap((system) => system.functions).find((candidate) => candidate.type === type);
    if (definition === undefined) {
      throw new Error(`there is no function ${type}`);
    }
    const { inputs, failures } = check(definition.schema, args);
    if (failures.length > 0) {
      throw new ArgumentsError(type, failures);
    }
    const [system = ""] = type.split(":");
    const { connection: name, ...values } = inputs;
    const connection = this.#connections.get(system, typeof name === "string" ? name : undefined);
    return definition.invoke(connection.api, values, {
      signal: this.#signal,
      timeout: connection.timeout,
      report: () => undefined,
    });
  }
}
