import type { Emulator } from "../../emulator/index.ts";
import { FunctionRunner } from "../../provider/hosts/functionRunner.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import type { Properties } from "../../provider/resource/errors.ts";
import { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { Connections } from "../../provider/systems/connections.ts";
import { systemOf } from "../samples/index.ts";

const { signal } = new AbortController();

/** What every operation gets. */
export const operation = { signal, report: () => undefined };

/** The life of a resource against the emulator, as a host process of its own would have it. */
export function livesOf(
  resource: ResourceDefinition,
  emulator: Emulator,
  options: { readonly adopt?: boolean; readonly settings?: Readonly<Record<string, unknown>> } = {},
): ResourceLifecycle {
  const connections = Object.fromEntries(
    Object.entries(emulator.connections).map(([name, settings]) => [
      name,
      // Nothing here takes long, so neither should look-ups after lost answers.
      { timeout: 60, ...settings, ...options.settings },
    ]),
  );
  const open = new Connections(connections, {}, signal);
  const system = systemOf(resource);
  return new ResourceLifecycle(resource, {
    connection: (name) => open.get(system, name),
    adopt: options.adopt === true,
  });
}

/** Inputs as check leaves them, and as every host hands them on: with defaults filled in. Throws for wrong ones. */
export function checked(lives: ResourceLifecycle, given: Properties): Properties {
  const { inputs, failures } = lives.check({}, given);
  if (failures.length > 0) {
    throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
  }
  return inputs;
}

/** The functions against the emulator. */
export function functionsOf(emulator: Emulator): FunctionRunner {
  return new FunctionRunner(new Connections(emulator.connections, {}, signal), signal);
}
