import { configurationOf } from "../hosts/plugin/configuration.ts";
import { containsUnknown } from "../resource/unknown.ts";
import { Connections } from "../systems/connections.ts";
import type { ManagedResource, ManagedStack } from "./state.ts";

/** The connections of the resources of several stacks. */
export class StackConnections {
  readonly #signal: AbortSignal;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #stacks = new Map<string, Connections>();
  readonly #own = new Map<string, Connections>();

  /** @param signal ends the calls of all connections. */
  constructor(signal: AbortSignal, environment: NodeJS.ProcessEnv) {
    this.#signal = signal;
    this.#environment = environment;
  }

  /** The connections of each stack, and of each provider of its own that was asked about. */
  get all(): readonly Connections[] {
    return [...this.#stacks.values(), ...this.#own.values()];
  }

  /**
   * @param configured the stack's own configuration; absent where only its state is at hand, and then what the state
   * has recorded counts, as far as it can be read.
   */
  add(stack: ManagedStack, configured: unknown): void {
    const recorded = configurationOf({ connections: stack.recordedConnections }).connections;
    const usable = containsUnknown(recorded) ? undefined : recorded;
    this.#stacks.set(stack.name, new Connections(configured ?? usable, this.#environment, this.#signal));
  }

  /** Throws when the settings of a provider cannot be read. */
  readonly of = (resource: ManagedResource): Connections => {
    if (resource.connections === undefined) {
      return this.#stacks.get(resource.stack) ?? new Connections(undefined, this.#environment, this.#signal);
    }
    const { connections } = configurationOf({ connections: resource.connections });
    if (containsUnknown(connections)) {
      throw new Error(
        "the settings of its provider are encrypted in the state: export the state with --show-secrets, or set the passphrase.",
      );
    }
    const key = JSON.stringify(connections);
    const open = this.#own.get(key) ?? new Connections(connections, this.#environment, this.#signal);
    this.#own.set(key, open);
    return open;
  };
}
