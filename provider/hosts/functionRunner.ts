import { type CheckFailure, check } from "../resource/check.ts";
import type { Properties } from "../resource/errors.ts";
import type { Connections } from "../systems/connections.ts";
import { loadFunction } from "../systems/loadDefinition.ts";
import { secretPaths } from "./definitionShape.ts";

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
  readonly #report: (message: string) => void;

  /**
   * @param signal ends what functions wait for.
   * @param report tells how far a long one is.
   */
  constructor(connections: Connections, signal: AbortSignal, report: (message: string) => void = () => undefined) {
    this.#connections = connections;
    this.#signal = signal;
    this.#report = report;
  }

  /** Whether anything is secret in what a function has answered. */
  async isSecret(type: string, result: unknown): Promise<boolean> {
    const { definition } = await functionOf(type);
    return secretPaths(definition.outputs).some((path) => reaches(result, path));
  }

  /**
   * Checks the arguments, runs the function and answers with its outputs.
   * @throws ArgumentsError before anything is sent.
   */
  async run(type: string, args: Properties): Promise<Properties> {
    const { system, definition } = await functionOf(type);
    const { inputs, failures } = check(definition.schema, args);
    if (failures.length > 0) {
      throw new ArgumentsError(type, failures);
    }
    const { connection: name, ...values } = inputs;
    const connection = this.#connections.get(system, typeof name === "string" ? name : undefined);
    return definition.invoke(connection.api, values, {
      signal: this.#signal,
      timeout: connection.timeout,
      report: this.#report,
    });
  }
}

async function functionOf(type: string) {
  const found = await loadFunction(type);
  if (found === undefined) {
    throw new Error(`there is no function ${type}`);
  }
  return found;
}

/** Whether there is a value at a path; `*` stands for every element. */
function reaches(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) {
    return value !== undefined && value !== null;
  }
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return Object.entries(value).some(([member, inner]) => (name === "*" || name === member) && reaches(inner, rest));
}
