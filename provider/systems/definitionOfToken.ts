import type { ResourceDefinition } from "../resource/definition.ts";
import { systems } from "./index.ts";
import { kindOf } from "./kind.ts";

const definitions: ReadonlyMap<string, ResourceDefinition> = new Map(
  systems.flatMap((system) => system.resources.map((resource) => [resource.type, resource])),
);

/** The definition behind the type of a resource in state, of either host; `undefined` for any other package's. */
export function definitionOfToken(token: string): ResourceDefinition | undefined {
  return kindOf(token) === token ? undefined : definitions.get(kindOf(token));
}
