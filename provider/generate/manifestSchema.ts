import * as z from "zod";
import { builtinNames } from "../manifest/builtins.ts";
import { optionNames } from "../manifest/template.ts";
import type { ResourceDefinition } from "../resource/definition.ts";
import type { SystemDefinition } from "../systems/system.ts";
import { describeProperty, type Property, propertiesOf, type Type } from "./model.ts";

type Json = Record<string, unknown>;

/** A text that is a reference and nothing else stands for a value of any type. */
const reference = { type: "string", pattern: "^\\$\\{[^}]+\\}$" };
const call = { $ref: "#/definitions/call" };
const anything = { $ref: "#/definitions/value" };

/**
 * The JSON Schema of manifests (draft 7, which editors know): types, properties and options with their descriptions. It
 * helps those who write; what is missing, and where references lead, `groupware validate` knows.
 */
export function manifestSchema(systems: readonly SystemDefinition[]): Json {
  const resources = systems.flatMap((system) => system.resources);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Manifests of pulumi-groupware",
    type: "object",
    properties: {
      config: members({ description: "Values of the stack's configuration, used as ${name}.", ...anything }),
      configuration: members(anything),
      variables: members({ description: "A value with a name, used as ${name}.", ...anything }),
      outputs: members({ description: "An output of the stack.", ...anything }),
      pulumi: object({ requiredVersion: { type: "string" } }),
      resources: members({ $ref: "#/definitions/resource" }),
      defaults: {
        description: "What all resources of a type in this file have, where they do not say otherwise.",
        ...object(
          Object.fromEntries(
            resources.map((resource) => [
              token(resource),
              object({
                properties: { $ref: `#/definitions/${token(resource)}` },
                options: { $ref: "#/definitions/options" },
              }),
            ]),
          ),
        ),
      },
      tables: {
        description: "Many resources of one type: a name and a row of values for each.",
        ...members({ $ref: "#/definitions/table" }),
      },
    },
    additionalProperties: false,
    definitions: {
      value: {},
      call: {
        type: "object",
        patternProperties: { "^[Ff]n::": {} },
        properties: Object.fromEntries(builtinNames.map((name) => [name, {}])),
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
      },
      options: object(Object.fromEntries(optionNames.map((name) => [name, anything]))),
      resource: {
        ...object({
          type: typeSchema(resources),
          name: { type: "string", description: "The name in the stack, where it is another than here." },
          defaultProvider: { type: "boolean" },
          properties: { type: "object" },
          options: { $ref: "#/definitions/options" },
          get: object({ id: anything, state: anything }),
        }),
        required: ["type"],
        allOf: byType(resources),
      },
      table: {
        ...object({
          type: typeSchema(resources),
          properties: { type: "object", description: "What all rows have, where they do not say otherwise." },
          options: { $ref: "#/definitions/options" },
          columns: { type: "array", items: { type: "string" } },
          rows: members(anything),
        }),
        required: ["type", "rows"],
        allOf: byType(resources),
      },
      ...Object.fromEntries(resources.map((resource) => [token(resource), propertiesSchema(resource)])),
    },
  };
}

function typeSchema(resources: readonly ResourceDefinition[]): Json {
  return {
    description: "The type of the resource.",
    enum: [...resources.map(token), "pulumi:providers:groupware", "pulumi:pulumi:StackReference"],
  };
}

/** The properties go by the type. */
function byType(resources: readonly ResourceDefinition[]): Json[] {
  return resources.map((resource) => ({
    if: { properties: { type: { const: token(resource) } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema.
    then: { properties: { properties: { $ref: `#/definitions/${token(resource)}` } } },
  }));
}

function propertiesSchema(resource: ResourceDefinition): Json {
  const properties = propertiesOf(resource.inputs, resource.type).map((property) => {
    const schema = resource.inputs[property.name];
    const takesNumbers = property.type.kind === "string" && schema !== undefined && z.safeParse(schema, 1).success;
    return [property.name, propertySchema(property, takesNumbers)];
  });
  return { description: resource.description, ...object(Object.fromEntries(properties)) };
}

function propertySchema(property: Property, takesNumbers = false): Json {
  const schema = valueSchema(property.type);
  return {
    description: describeProperty(property),
    ...(property.default === undefined ? {} : { default: property.default }),
    ...(takesNumbers ? { anyOf: [...(schema.anyOf as Json[]), { type: "integer" }] } : schema),
  };
}

function valueSchema(type: Type): Json {
  return { anyOf: [...branches(type), ...(type.kind === "string" || type.kind === "any" ? [] : [reference]), call] };
}

function branches(type: Type): Json[] {
  switch (type.kind) {
    case "array":
      return [{ type: "array", items: valueSchema(type.element) }];
    case "map":
      return [{ type: "object", additionalProperties: valueSchema(type.element) }];
    case "object": {
      const { description, properties } = type.object;
      const required = properties.filter((property) => property.required).map(({ name }) => name);
      return [
        {
          description,
          ...object(Object.fromEntries(properties.map((property) => [property.name, propertySchema(property)]))),
          ...(required.length === 0 ? {} : { required }),
        },
      ];
    }
    case "enum":
      return [{ enum: type.enumeration.values.map(({ value }) => value) }];
    case "literal":
      return [{ const: type.value }];
    case "union":
      return type.branches.flatMap(branches);
    case "any":
      return [{}];
    default:
      return [{ type: type.kind }];
  }
}

function object(properties: Json): Json {
  return { type: "object", properties, additionalProperties: false };
}

function members(schema: Json): Json {
  return { type: "object", additionalProperties: schema };
}

function token({ type }: ResourceDefinition): string {
  return `groupware:${type}`;
}
