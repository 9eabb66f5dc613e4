import type * as z from "zod";
import { equalBy } from "../resource/compare.ts";
import { branchFor, elementOf, type ResourceDefinition, recordValueOf, shapeOf } from "../resource/definition.ts";
import type { Properties } from "../resource/errors.ts";
import type { ResourceState } from "../resource/lifecycle.ts";
import type { PathSegment } from "../resource/path.ts";
import { defaultOf, isRequired, traitsOf, unwrapped } from "../resource/property.ts";

/** An object as an export keeps it: without the values of its secrets. */
export interface ExportedObject {
  readonly connection: string;
  /** `<system>:<Object>`. */
  readonly type: string;
  readonly id: string;
  /** The inputs as an import takes them over; a secret is `null` in them. */
  readonly inputs: Properties;
  /** What other objects may refer to, by name. */
  readonly outputs: Properties;
  /** Where secrets stood, and what must be written and the system does not show. */
  readonly missing: readonly Missing[];
}

/** A value that an export does not write, and the stack's configuration gives. */
export interface Missing {
  readonly path: readonly PathSegment[];
  readonly secret: boolean;
  readonly type: "string" | "number" | "boolean" | "object";
}

/** Takes the secrets out of what was read: from here on nothing that is written anywhere can hold one. */
export function exported(
  connection: string,
  resource: ResourceDefinition,
  { id, inputs, properties }: ResourceState,
): ExportedObject {
  const missing: Missing[] = [];
  const without = Object.fromEntries(
    Object.entries(resource.inputs).flatMap(([name, schema]) => {
      const value = inputs[name];
      if (value === undefined || value === null) {
        if (isRequired(schema)) {
          missing.push({ path: [name], secret: isSecret(schema), type: typeOfSchema(schema) });
        }
        return [];
      }
      // What check fills in by itself need not be written.
      return equalBy(schema, value, defaultOf(schema)) ? [] : [[name, withoutSecrets(schema, value, [name], missing)]];
    }),
  );
  const outputs = Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => {
      const schema = resource.outputs[name] ?? resource.inputs[name];
      return typeof value === "string" && schema !== undefined && !isSecret(schema);
    }),
  );
  return { connection, type: resource.type, id, inputs: without, outputs: { ...outputs, id }, missing };
}

function withoutSecrets(
  choice: z.core.$ZodType,
  value: unknown,
  path: readonly PathSegment[],
  missing: Missing[],
): unknown {
  const schema = branchFor(choice, value);
  if (isSecret(choice) || isSecret(schema)) {
    missing.push({ path, secret: true, type: typeOfValue(value) });
    return null;
  }
  const element = elementOf(schema);
  if (element !== undefined && Array.isArray(value)) {
    return value.map((member, index) => withoutSecrets(element, member, [...path, index], missing));
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]: [string, unknown]) => {
        const inner = shapeOf(schema)?.[name] ?? recordValueOf(schema);
        return [name, inner === undefined ? member : withoutSecrets(inner, member, [...path, name], missing)];
      }),
    );
  }
  return value;
}

function isSecret(schema: z.core.$ZodType): boolean {
  return traitsOf(schema).secret === true;
}

function typeOfValue(value: unknown): Missing["type"] {
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}

function typeOfSchema(schema: z.core.$ZodType): Missing["type"] {
  const { type } = unwrapped(schema)._zod.def;
  return type === "string" || type === "enum" || type === "literal"
    ? "string"
    : type === "number" || type === "boolean"
      ? type
      : "object";
}
