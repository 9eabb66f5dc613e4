import type { Emulator } from "../../emulator/index.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import type { Properties } from "../../provider/resource/errors.ts";
import { systems } from "../../provider/systems/index.ts";
import { resolved, type Sample, startPrepared } from "../samples/index.ts";
import { checked, livesOf, operation } from "./lives.ts";

/** An emulator of a test's own, with what a sample needs, and the sample's inputs. */
export interface Stage extends AsyncDisposable {
  readonly emulator: Emulator;
  /** The properties of what the sample needs, by name. */
  readonly made: ReadonlyMap<string, Properties>;
  readonly inputs: Properties;
}

/** Makes what a sample needs, as the provider would. */
export async function stage(sample: Sample): Promise<Stage> {
  const emulator = await startPrepared([sample]);
  const made = new Map<string, Properties>();
  for (const { name, type, args } of sample.needs ?? []) {
    const lives = livesOf(resourceOf(type), emulator);
    const { properties } = await lives.create(checked(lives, resolved({ ...args }, made)), operation);
    made.set(name, properties);
  }
  return {
    emulator,
    made,
    inputs: checked(livesOf(resourceOf(sample.type), emulator), resolved({ ...sample.inputs }, made)),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

function resourceOf(type: string): ResourceDefinition {
  const resource = systems.flatMap((system) => system.resources).find((candidate) => candidate.type === type);
  if (resource === undefined) {
    throw new Error(`there is no resource ${type}`);
  }
  return resource;
}
