import type * as z from "zod";
import {
  branchesOf,
  commonInputs,
  elementOf,
  type ResourceDefinition,
  recordValueOf,
  shapeOf,
} from "../resource/definition.ts";
import { traitsOf } from "../resource/property.ts";
import type { ResourceShape } from "./resourceShape.ts";

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** What a class of this resource needs to know of its definition. */
export function definitionShape({ type, inputs, outputs }: ResourceDefinition): ResourceShape {
  const own = Object.keys(inputs).filter((name) => !(name in commonInputs));
  return {
    type,
    properties: [...own, ...Object.keys(outputs)],
    secretInputs: secretPaths(inputs),
    secretOutputs: Object.keys(outputs).filter((name) => traitsOf(outputs[name] as z.core.$ZodType).secret === true),
  };
}

/** The paths of secret properties: names, and `*` for the elements of arrays and maps. */
export function secretPaths(shape: Shape, path: readonly string[] = []): string[][] {
  return Object.entries(shape).flatMap(([name, schema]) => secretPathsIn(schema, [...path, name]));
}

function secretPathsIn(schema: z.core.$ZodType, path: readonly string[]): string[][] {
  if (traitsOf(schema).secret === true) {
    return [[...path]];
  }
  const branches = branchesOf(schema);
  if (branches !== undefined) {
    // Branches have paths in common.
    const paths = branches.flatMap((branch) => secretPathsIn(branch, path));
    return [...new Map(paths.map((found) => [found.join("."), found])).values()];
  }
  const element = elementOf(schema) ?? recordValueOf(schema);
  return element === undefined ? secretPaths(shapeOf(schema) ?? {}, path) : secretPathsIn(element, [...path, "*"]);
}
