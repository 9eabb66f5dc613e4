import type * as z from "zod";
import { branchFor, elementOf, type ResourceDefinition, recordValueOf, shapeOf } from "../resource/definition.ts";
import { parseId } from "../resource/id.ts";
import { type PathSegment, valueAt } from "../resource/path.ts";
import { traitsOf } from "../resource/property.ts";
import { definitionOfToken } from "../systems/definitionOfToken.ts";
import type { ExportedObject } from "./exported.ts";

/** A value of an object that names another exported object. */
export interface Reference {
  readonly path: readonly PathSegment[];
  readonly target: ExportedObject;
  /** The output of the target that the value is. */
  readonly property: string;
}

/** The definition of an exported object. */
export function definitionOf({ type }: Pick<ExportedObject, "type">): ResourceDefinition {
  const resource = definitionOfToken(`groupware:${type}`);
  if (resource === undefined) {
    throw new Error(`there is no resource ${type}`);
  }
  return resource;
}

/**
 * The references of every object: values of properties that refer by their definition, and that exactly one other
 * object of the same connection has. Whatever is not certain stays the value that it is.
 */
export function referencesOf(objects: readonly ExportedObject[]): ReadonlyMap<ExportedObject, readonly Reference[]> {
  const index = new Index(objects);
  return new Map(
    objects.map((object) => {
      const references: Reference[] = [];
      for (const [name, schema] of Object.entries(definitionOf(object).inputs)) {
        collect(object, schema, [name], index, references);
      }
      return [object, references];
    }),
  );
}

function collect(
  object: ExportedObject,
  choice: z.core.$ZodType,
  path: readonly PathSegment[],
  index: Index,
  found: Reference[],
): void {
  const value = valueAt(object.inputs, path);
  const schema = branchFor(choice, value);
  if (typeof value === "string") {
    const { refersTo = [] } = { ...traitsOf(choice), ...traitsOf(schema) };
    const references = [refersTo].flat().flatMap((wanted) => index.find(object, wanted, value));
    const [reference] = references;
    if (reference !== undefined && references.length === 1) {
      found.push({ path, ...reference });
    }
  } else if (Array.isArray(value)) {
    const element = elementOf(schema);
    if (element !== undefined) {
      for (const position of value.keys()) {
        collect(object, element, [...path, position], index, found);
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const name of Object.keys(value)) {
      const member = shapeOf(schema)?.[name] ?? recordValueOf(schema);
      if (member !== undefined) {
        collect(object, member, [...path, name], index, found);
      }
    }
  }
}

/** All objects by what can be referred to. */
class Index {
  readonly #objects: ReadonlyMap<string, readonly ExportedObject[]>;
  readonly #properties = new Map<string, ReadonlyMap<unknown, readonly ExportedObject[]>>();

  constructor(objects: readonly ExportedObject[]) {
    this.#objects = Map.groupBy(objects, ({ connection, type }) => `${connection} ${type}`);
  }

  /** The objects of the same connection that a value names, as `<type>.<property>`; never the object itself. */
  find(from: ExportedObject, wanted: string, value: string): { target: ExportedObject; property: string }[] {
    const [type = "", property = ""] = wanted.split(".");
    const of = `${from.connection} ${type}`;
    let byValue = this.#properties.get(`${of} ${property}`);
    if (byValue === undefined) {
      byValue = Map.groupBy(this.#objects.get(of) ?? [], ({ outputs }) => outputs[property]);
      this.#properties.set(`${of} ${property}`, byValue);
    }
    return (byValue.get(value) ?? [])
      .filter((target) => target !== from && sharesScope(from, target, property))
      .map((target) => ({ target, property }));
  }
}

/** Whether the parts of the target's ID that the other object has as well, such as a domain, are the same. */
function sharesScope(from: ExportedObject, target: ExportedObject, property: string): boolean {
  const own = definitionOf(from);
  return Object.entries(parseId(target.type, definitionOf(target).id, target.id)).every(
    ([name, value]) =>
      name === property || !own.id.includes(name) || !(name in from.inputs) || from.inputs[name] === value,
  );
}

/**
 * The references without those that would go in a circle, and the objects in an order in which each comes after those
 * that it refers to. Which reference of a circle is left out follows from the order of `objects` alone.
 */
export function withoutCircles(
  objects: readonly ExportedObject[],
  references: ReadonlyMap<ExportedObject, readonly Reference[]>,
): { readonly order: readonly ExportedObject[]; readonly references: Map<ExportedObject, Reference[]> } {
  const kept = new Map<ExportedObject, Reference[]>(objects.map((object) => [object, []]));
  const order: ExportedObject[] = [];
  const state = new Map<ExportedObject, "open" | "done">();
  for (const start of objects) {
    // Without recursion: a chain of parents may be as long as the export.
    const path = state.has(start) ? [] : [{ object: start, rest: [...(references.get(start) ?? [])] }];
    if (path.length > 0) {
      state.set(start, "open");
    }
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        state.set(top.object, "done");
        order.push(top.object);
        path.pop();
      } else if (state.get(next.target) !== "open") {
        kept.get(top.object)?.push(next);
        if (!state.has(next.target)) {
          state.set(next.target, "open");
          path.push({ object: next.target, rest: [...(references.get(next.target) ?? [])] });
        }
      }
    }
  }
  return { order, references: kept };
}
