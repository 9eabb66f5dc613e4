import type { Emulator } from "../../emulator/index.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import type { Properties } from "../../provider/resource/errors.ts";
import { systems } from "../../provider/systems/index.ts";
import { copyOf, needsOf, resolved, type Sample, sampleOf, samples } from "../samples/index.ts";
import { checked, livesOf, operation } from "../support/lives.ts";

const definitions = systems.flatMap((system) => system.resources);

/** The resources that an export can find. */
export const listed = definitions.filter(({ list }) => list !== undefined);

/** The connections to those emulated systems that the provider has. */
export function connectionsOf(emulator: Emulator): Record<string, unknown> {
  return Object.fromEntries(systems.map(({ name }) => [name, emulator.connections[name]]));
}

/**
 * Makes one object of every resource that can be listed, with what it needs, and one without members where that is
 * possible; answers with their inputs by type.
 */
export async function makeAll(
  emulator: Emulator,
  wanted: readonly ResourceDefinition[] = listed,
): Promise<Map<string, Properties>> {
  const made = new Map<string, Properties>();
  const of = wanted.map(({ type }) => sampleOf(type));
  for (const { name, type, args } of needsOf(of)) {
    const lives = livesOf(definitionOf(type), emulator);
    const { properties } = await lives.create(checked(lives, resolved({ ...args }, made)), operation);
    made.set(name, properties);
  }
  const inputs = new Map<string, Properties>();
  for (const sample of of) {
    const lives = livesOf(definitionOf(sample.type), emulator);
    const own = checked(lives, resolved({ ...sample.inputs }, made));
    await lives.create(own, operation);
    inputs.set(sample.type, own);
    const definition = definitionOf(sample.type);
    if ("allowEmpty" in definition.inputs) {
      const empty = copyOf(sample, definition, "empty", { ...sample.inputs, members: [], allowEmpty: true });
      await lives.create(checked(lives, resolved(empty, made)), operation);
    }
  }
  return inputs;
}

function definitionOf(type: string): ResourceDefinition {
  const definition = definitions.find((candidate) => candidate.type === type);
  if (definition === undefined) {
    throw new Error(`there is no resource ${type}`);
  }
  return definition;
}

/** The options of `export` and `drift` that name what no call lists, as the samples have it. */
export function withinFlags(of: readonly Sample[] = samples): string[] {
  const pairs = listed.flatMap(({ type, list }) =>
    of
      .filter((sample) => sample.type === type)
      .flatMap(({ inputs }) => (list?.within ?? []).map((name) => `${name}=${String(inputs[name])}`)),
  );
  return [...new Set(pairs)].flatMap((pair) => ["--within", pair]);
}
