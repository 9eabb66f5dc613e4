import { check } from "../resource/check.ts";
import { Connections } from "../systems/connections.ts";
import { systems } from "../systems/index.ts";

/** Runs functions against the connections of a stack. */
export class FunctionRunner {
  readonly #connections: Connections;
  readonly #signal: AbortSignal;

  /** @param configured the value of `groupware:connections`. */
  constructor(configured: unknown, environment: NodeJS.ProcessEnv, signal: AbortSignal = new AbortController().signal) {
    this.#connections = new Connections(configured, environment, signal);
    this.#signal = signal;
  }

  /** Checks the arguments, runs the function and answers with its outputs. */
  async run(type: string, args: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const definition = systems.flatMap((system) => system.functions).find((candidate) => candidate.type === type);
    if (definition === undefined) {
      throw new Error(`there is no function ${type}`);
    }
    const { inputs, failures } = check(definition.schema, { ...args });
    if (failures.length > 0) {
      const reasons = failures.map(({ property, reason }) => (property === "" ? reason : `${property}: ${reason}`));
      throw new Error(`${type}: ${reasons.join("; ")}`);
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
