import type * as z from "zod";
import { branchesOf, elementOf, literalOf, recordValueOf, shapeOf } from "../resource/definition.ts";
import { defaultOf, isRequired, type PropertyTraits, traitsOf, unwrapped } from "../resource/property.ts";

/** A type as generated code and the Pulumi schema need it. */
export type Type =
  | { readonly kind: "string" | "number" | "integer" | "boolean" | "any" }
  | { readonly kind: "array" | "map"; readonly element: Type }
  | { readonly kind: "object"; readonly object: ObjectType }
  | { readonly kind: "enum"; readonly enumeration: EnumType }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "union"; readonly branches: readonly Type[]; readonly discriminator: string | undefined };

/** A named type with properties. */
export interface ObjectType {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
}

/** A named set of texts. */
export interface EnumType {
  readonly name: string;
  readonly description: string;
  readonly values: readonly EnumValue[];
}

/** One of the texts, and what it means where the definition says so. */
export interface EnumValue {
  readonly value: string;
  readonly description: string | undefined;
}

export interface Property {
  readonly name: string;
  readonly description: string;
  readonly type: Type;
  readonly required: boolean;
  readonly default: unknown;
  readonly traits: PropertyTraits;
}

/** The properties of a shape, in the order of the definition. Throws where one lacks its description. */
export function propertiesOf(shape: Readonly<Record<string, z.core.$ZodType>>, owner: string): Property[] {
  return Object.entries(shape).map(([name, schema]) => {
    const { description, ...traits } = traitsOf(schema);
    if (description === undefined) {
      throw new Error(`${owner}.${name} has no description`);
    }
    return {
      name,
      description,
      type: typeOf(schema, `${owner}.${name}`),
      required: isRequired(schema),
      default: defaultOf(schema),
      traits,
    };
  });
}

function typeOf(schema: z.core.$ZodType, owner: string): Type {
  const inner = unwrapped(schema);
  const { typeName, description, valueDescriptions = {} } = traitsOf(inner);
  const { def } = inner._zod;
  const element = elementOf(schema) ?? recordValueOf(schema);
  const shape = shapeOf(schema);
  if (element !== undefined) {
    return { kind: def.type === "array" ? "array" : "map", element: typeOf(element, owner) };
  }
  if (shape !== undefined || def.type === "enum") {
    if (typeName === undefined || description === undefined) {
      throw new Error(`the type of ${owner} needs a typeName and a description`);
    }
    const values = def.type === "enum" ? Object.values(def.entries).map(String) : undefined;
    return values !== undefined
      ? {
          kind: "enum",
          enumeration: {
            name: typeName,
            description,
            values: values.map((value) => ({ value, description: valueDescriptions[value] })),
          },
        }
      : { kind: "object", object: { name: typeName, description, properties: propertiesOf(shape ?? {}, typeName) } };
  }
  switch (def.type) {
    case "string":
      return { kind: "string" };
    case "boolean":
      return { kind: "boolean" };
    case "number":
      return { kind: isInteger(def) ? "integer" : "number" };
    case "literal":
      return { kind: "literal", value: String(literalOf(inner)) };
    case "union":
      return {
        kind: "union",
        branches: (branchesOf(inner) ?? []).map((branch) => typeOf(branch, owner)),
        discriminator: (def as z.core.$ZodDiscriminatedUnionDef).discriminator,
      };
    case "unknown":
    case "any":
      return { kind: "any" };
    default:
      throw new Error(`${owner} is a ${def.type}, which the generator does not know`);
  }
}

function isInteger(def: z.core.$ZodNumberDef): boolean {
  const formats: unknown[] = [
    (def as { format?: string }).format,
    ...(def.checks ?? []).map((check) => (check._zod.def as { format?: string }).format),
  ];
  return formats.some((format) => format === "safeint" || format === "int32");
}

/** All named types that the properties use, each once. */
export function namedTypes(properties: readonly Property[]): (ObjectType | EnumType)[] {
  const found = new Map<string, ObjectType | EnumType>();
  const visit = (type: Type): void => {
    switch (type.kind) {
      case "array":
      case "map":
        visit(type.element);
        break;
      case "object":
        found.set(type.object.name, type.object);
        for (const property of type.object.properties) {
          visit(property.type);
        }
        break;
      case "union":
        for (const branch of type.branches) {
          visit(branch);
        }
        break;
      case "enum":
        found.set(type.enumeration.name, type.enumeration);
        break;
      default:
        break;
    }
  };
  for (const property of properties) {
    visit(property.type);
  }
  return [...found.values()];
}

/** The description with what the traits mean to the user. */
export function describeProperty({ description, traits }: Property): string {
  const notes = [
    traits.createOnly === true
      ? "Taken when the object is created; a later change has no effect and is a warning."
      : "",
    traits.writeOnly === true ? "Never shown by the system: drift of it cannot be seen." : "",
    traits.notObservable === true
      ? "Not observable: no call of the system shows it, so drift of it cannot be seen."
      : "",
  ].filter((note) => note !== "");
  return [description, ...notes].join(" ");
}
