import { dynamicType } from "../hosts/resourceShape.ts";
import { type FunctionDefinition, type ResourceDefinition, replacingProperties } from "../resource/definition.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { type Example, exampleSection } from "./examples/examples.ts";
import { languageSettings } from "./languages.ts";
import {
  describeProperty,
  type EnumType,
  namedTypes,
  type ObjectType,
  type Property,
  propertiesOf,
  type Type,
} from "./model.ts";
import { providerDescription, providerSettings } from "./providerSettings.ts";

type Json = Record<string, unknown>;

/**
 * The Pulumi package schema (https://www.pulumi.com/docs/iac/extending-pulumi/schema/).
 * @param exampleOf the example of a resource or function.
 */
export function pulumiSchema(
  systems: readonly SystemDefinition[],
  release: { readonly version: string; readonly description: string },
  exampleOf: (type: string) => Example | undefined,
): Json {
  const description = (definition: ResourceDefinition | FunctionDefinition) => {
    const example = exampleOf(definition.type);
    return example === undefined ? definition.description : `${definition.description}\n\n${exampleSection(example)}`;
  };
  const settings = providerSettings(systems);
  const types: Json = {};
  for (const type of namedTypes(settings)) {
    types[typeToken("index", type.name)] = typeSpec("index", type);
  }
  for (const system of systems) {
    for (const type of namedTypes(allProperties(system))) {
      types[typeToken(system.name, type.name)] = typeSpec(system.name, type);
    }
  }
  return {
    name: "groupware",
    displayName: "Groupware",
    version: release.version,
    description: release.description,
    keywords: ["pulumi", "groupware", "category/infrastructure", "kind/native"],
    license: "Apache-2.0",
    meta: { moduleFormat: "(.*)" },
    language: languageSettings(systems),
    config: { variables: propertySpecs("index", settings) },
    provider: { description: providerDescription, inputProperties: propertySpecs("index", settings) },
    types,
    resources: Object.fromEntries(
      systems.flatMap((system) =>
        system.resources.map((resource) => [
          token(resource.type),
          { description: description(resource), ...resourceSpec(resource) },
        ]),
      ),
    ),
    functions: Object.fromEntries(
      systems.flatMap((system) =>
        system.functions.map((definition) => [
          token(definition.type),
          { description: description(definition), ...functionSpec(definition) },
        ]),
      ),
    ),
  };
}

function resourceSpec(resource: ResourceDefinition): Json {
  const inputs = propertiesOf(resource.inputs, resource.type);
  const outputs = propertiesOf(resource.outputs, resource.type);
  const replacing = new Set(replacingProperties(resource));
  const inputProperties = propertySpecs(systemOf(resource.type), inputs, replacing);
  return {
    inputProperties,
    requiredInputs: requiredNames(inputs),
    properties: { ...inputProperties, ...propertySpecs(systemOf(resource.type), outputs) },
    required: requiredNames([...inputs, ...outputs]),
    aliases: [{ type: dynamicType(resource.type) }],
  };
}

function functionSpec(definition: FunctionDefinition): Json {
  const inputs = propertiesOf(definition.inputs, definition.type);
  const outputs = propertiesOf(definition.outputs, definition.type);
  const system = systemOf(definition.type);
  return {
    inputs: { type: "object", properties: propertySpecs(system, inputs), required: requiredNames(inputs) },
    outputs: { type: "object", properties: propertySpecs(system, outputs), required: requiredNames(outputs) },
  };
}

function propertySpecs(system: string, properties: readonly Property[], replacing = new Set<string>()): Json {
  return Object.fromEntries(
    properties.map((property) => [
      property.name,
      {
        ...typeRef(system, property.type),
        description: describeProperty(property),
        ...(property.default === undefined ? {} : { default: property.default }),
        ...(property.traits.secret === true ? { secret: true } : {}),
        ...(replacing.has(property.name) ? { replaceOnChanges: true, willReplaceOnChanges: true } : {}),
      },
    ]),
  );
}

function typeRef(system: string, type: Type): Json {
  switch (type.kind) {
    case "any":
      return { $ref: "pulumi.json#/Any" };
    case "array":
      return { type: "array", items: typeRef(system, type.element) };
    case "map":
      return { type: "object", additionalProperties: typeRef(system, type.element) };
    case "object":
      return { $ref: `#/types/${typeToken(system, type.object.name)}` };
    case "enum":
      return { $ref: `#/types/${typeToken(system, type.enumeration.name)}` };
    case "literal":
      return { type: "string", const: type.value };
    case "union":
      return unionRef(system, type.branches, type.discriminator);
    default:
      return { type: type.kind };
  }
}

function unionRef(system: string, branches: readonly Type[], discriminator: string | undefined): Json {
  const mapping = branches.flatMap((branch) => {
    const type =
      branch.kind === "object" ? branch.object.properties.find(({ name }) => name === discriminator)?.type : undefined;
    return branch.kind === "object" && type?.kind === "literal"
      ? [[type.value, `#/types/${typeToken(system, branch.object.name)}`]]
      : [];
  });
  return {
    oneOf: branches.map((branch) => typeRef(system, branch)),
    ...(discriminator === undefined
      ? {}
      : { discriminator: { propertyName: discriminator, mapping: Object.fromEntries(mapping) } }),
  };
}

function typeSpec(system: string, type: ObjectType | EnumType): Json {
  return "properties" in type
    ? objectSpec(type, system)
    : { type: "string", description: type.description, enum: [...type.values] };
}

function objectSpec(type: ObjectType, system = "index"): Json {
  return {
    type: "object",
    description: type.description,
    properties: propertySpecs(system, type.properties),
    required: requiredNames(type.properties),
  };
}

function requiredNames(properties: readonly Property[]): string[] {
  return properties.filter(({ required }) => required).map(({ name }) => name);
}

function allProperties(system: SystemDefinition): Property[] {
  return [...system.resources, ...system.functions].flatMap((definition) => [
    ...propertiesOf(definition.inputs, definition.type),
    ...propertiesOf(definition.outputs, definition.type),
  ]);
}

function token(type: string): string {
  return `groupware:${type}`;
}

function typeToken(system: string, name: string): string {
  return `groupware:${system}:${name}`;
}

function systemOf(type: string): string {
  return type.split(":")[0] ?? type;
}
