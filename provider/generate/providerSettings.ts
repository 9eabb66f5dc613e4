import { commonSettings } from "../systems/connectionSettings.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { type ObjectType, type Property, propertiesOf } from "./model.ts";

/** What an explicit provider is, for the documentation. */
export const providerDescription =
  "A provider with connections of its own, for resources that should not use those of the stack's configuration.";

/** The settings of a provider, and of the stack's configuration under `groupware:`. */
export function providerSettings(systems: readonly SystemDefinition[]): Property[] {
  return [
    {
      name: "connections",
      description:
        "The systems to reach: connections by name. One that is named like its system is that system's default.",
      type: { kind: "map", element: { kind: "object", object: connectionType(systems) } },
      required: false,
      default: undefined,
      traits: { secret: true },
    },
    {
      name: "adopt",
      description:
        "Lets every create take over an object that exists already. For one run, such as after one that was interrupted.",
      type: { kind: "boolean" },
      required: false,
      default: undefined,
      traits: {},
    },
  ];
}

/** One type for the connections of all systems, whose settings are told apart by their descriptions. */
function connectionType(systems: readonly SystemDefinition[]): ObjectType {
  const properties = new Map(propertiesOf(commonSettings, "connection").map((property) => [property.name, property]));
  for (const system of systems) {
    for (const property of propertiesOf(system.settings.shape, system.name)) {
      const known = properties.get(property.name);
      const description = `${known === undefined ? "" : `${known.description}\n\n`}${system.name}: ${property.description}`;
      properties.set(property.name, { ...property, description });
    }
  }
  return {
    name: "Connection",
    description: "How a system is reached.",
    // What one system requires another does not have; a default belongs to one system alone, too.
    properties: [...properties.values()].map((property) => ({ ...property, required: false, default: undefined })),
  };
}
