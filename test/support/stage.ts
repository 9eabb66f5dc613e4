import type { Emulator } from "../../emulator/index.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import type { Properties } from "../../provider/resource/errors.ts";
import type { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { systems } from "../../provider/systems/index.ts";
import { resolved, type Sample, startPrepared } from "../samples/index.ts";
import { livesOf, operation } from "./lives.ts";

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
  /** Inputs as check leaves them, with references resolved and defaults filled in. */
  const checked = (lives: ResourceLifecycle, args: Properties): Properties => {
    const { inputs, failures } = lives.check({}, resolved({ ...args }, made));
    if (failures.length > 0) {
      throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
    }
    return inputs;
  };
  for (const { name, type, args } of sample.needs ?? []) {
    const lives = livesOf(resourceOf(type), emulator);
    const { properties } = await lives.create(checked(lives, args), operation);
    made.set(name, properties);
  }
  return {
    emulator,
    made,
    inputs: checked(livesOf(resourceOf(sample.type), emulator), sample.inputs),
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
