import type { FunctionDefinition, ResourceDefinition } from "../resource/definition.ts";
import { isSystemName, loadSystem } from "./loadSystem.ts";
import type { SystemDefinition } from "./system.ts";

/** A definition and the system that it belongs to. */
export interface Loaded<Definition> {
  readonly system: SystemDefinition;
  readonly definition: Definition;
}

/** Loads the resource of a type, such as `barium:Group`, and no other system; `undefined` where there is none. */
export function loadResource(type: string): Promise<Loaded<ResourceDefinition> | undefined> {
  return load(type, ({ resources }) => resources);
}

/** Loads the function of a type, such as `barium:getGroup`, and no other system; `undefined` where there is none. */
export function loadFunction(type: string): Promise<Loaded<FunctionDefinition> | undefined> {
  return load(type, ({ functions }) => functions);
}

async function load<Definition extends { readonly type: string }>(
  type: string,
  definitionsOf: (system: SystemDefinition) => readonly Definition[],
): Promise<Loaded<Definition> | undefined> {
  const [name] = type.split(":");
  if (!isSystemName(name)) {
    return undefined;
  }
  const system = await loadSystem(name);
  const definition = definitionsOf(system).find((candidate) => candidate.type === type);
  return definition === undefined ? undefined : { system, definition };
}
