import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { ResourceDefinition } from "../../provider/resource/definition.ts";
import { systems } from "../../provider/systems/index.ts";
import type { SystemDefinition } from "../../provider/systems/system.ts";
import type { Declared } from "../support/testStack.ts";
import { apio } from "./apio.ts";
import { barium } from "./barium.ts";
import { cloudiway } from "./cloudiway.ts";
import { groupid } from "./groupid/index.ts";
import { saltstack } from "./saltstack.ts";
import type { Sample } from "./sample.ts";

export * from "./sample.ts";

/** One sample for each resource. */
export const samples: readonly Sample[] = [...apio, ...barium, ...cloudiway, ...groupid, ...saltstack];

/** The sample of a resource. Throws where there is none. */
export function sampleOf(type: string): Sample {
  const sample = samples.find((candidate) => candidate.type === type);
  if (sample === undefined) {
    throw new Error(`test/samples has no sample of ${type}`);
  }
  return sample;
}

/** A system by its name. */
export function systemNamed(name: string): SystemDefinition {
  const system = systems.find((candidate) => candidate.name === name);
  if (system === undefined) {
    throw new Error(`there is no system ${name}`);
  }
  return system;
}

/** The system that a resource belongs to. */
export function systemOf({ type }: ResourceDefinition): SystemDefinition {
  return systemNamed(type.split(":")[0] ?? "");
}

/** The inputs of another object beside the sample's own. */
export function copyOf(
  sample: Sample,
  resource: ResourceDefinition,
  name: string,
  inputs: Readonly<Record<string, unknown>> = sample.inputs,
): Record<string, unknown> {
  if (sample.another !== undefined) {
    return { ...inputs, ...sample.another(name, inputs) };
  }
  const last = resource.naturalKey.at(-1);
  return last === undefined ? { ...inputs } : { ...inputs, [last]: `${String(inputs[last])}-${name}` };
}

/** What the samples need, each once. */
export function needsOf(wanted: readonly Sample[]): Declared[] {
  return [...new Map(wanted.flatMap(({ needs = [] }) => needs).map((needed) => [needed.name, needed])).values()];
}

/** How many objects all systems hold, those that nothing deletes left out. */
export function objectCount(emulator: Emulator): number {
  const undeletable = new Set(samples.map((sample) => sample.undeletable));
  return Object.values(emulator.objects())
    .flatMap((scopes) => Object.entries(scopes))
    .filter(([scope]) => !undeletable.has(scope))
    .reduce((count, [, objects]) => count + Object.keys(objects).length, 0);
}

/** An emulator with what the samples expect to be there. */
export async function startPrepared(wanted: readonly Sample[] = samples): Promise<Emulator & AsyncDisposable> {
  const emulator = await startEmulator();
  for (const { prepare } of wanted) {
    prepare?.(emulator);
  }
  return Object.assign(emulator, { [Symbol.asyncDispose]: () => emulator.close() });
}

/** Puts what was made in the place of references to it: `${name.output}`, at any depth. */
export function resolved<Value>(value: Value, made: ReadonlyMap<string, Readonly<Record<string, unknown>>>): Value {
  const resolve = (part: unknown): unknown => {
    if (typeof part === "string") {
      const [, name, output] = /^\$\{([^.]+)\.(\w+)\}$/.exec(part) ?? [];
      return name === undefined ? part : made.get(name)?.[output ?? ""];
    }
    if (Array.isArray(part)) {
      return part.map(resolve);
    }
    return typeof part === "object" && part !== null
      ? Object.fromEntries(Object.entries(part).map(([name, member]) => [name, resolve(member)]))
      : part;
  };
  return resolve(value) as Value;
}
