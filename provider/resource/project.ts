import type * as z from "zod";
import { canonicalText, equalBy } from "./compare.ts";
import { branchFor, commonInputs, elementOf, type ResourceDefinition, recordValueOf, shapeOf } from "./definition.ts";
import type { Properties } from "./errors.ts";
import { isRequired, memberNamed, traitsOf } from "./property.ts";

/**
 * The inputs as the system holds them, projected onto what the user wrote: a property that the user did not write is
 * left out, a set comes in the user's order and text in the user's case where these mean nothing, and what the system
 * does not show stands as written. A value that the system says it does not have is left out, unless it was written
 * empty.
 */
export function projectInputs(resource: ResourceDefinition, live: Properties, written: Properties): Properties {
  const inputs: Properties = {};
  for (const [name, schema] of Object.entries(resource.inputs)) {
    const value = written[name];
    if (value === undefined || value === null) {
      continue;
    }
    const result = isKept(name, schema, live) ? value : project(schema, live[name], value);
    if (result !== undefined && result !== null) {
      inputs[name] = result;
    }
  }
  return inputs;
}

/**
 * The inputs that the system holds after an update that failed in the middle: as it shows them, and what it does not
 * show as `held`, which is what was surely sent.
 */
export function heldInputs(
  resource: ResourceDefinition,
  live: Properties,
  written: Properties,
  held: Properties,
): Properties {
  const shown = Object.entries(projectInputs(resource, live, written)).map(([name, value]) => {
    const schema = resource.inputs[name];
    return [name, schema !== undefined && isKept(name, schema, live) ? held[name] : value];
  });
  return Object.fromEntries(shown.filter(([, value]) => value !== undefined));
}

/** The written inputs of which `live` says nothing, apart from those that are no property of the object itself. */
export function notShown(resource: ResourceDefinition, live: Properties, written: Properties): string[] {
  return Object.entries(resource.inputs)
    .filter(
      ([name, schema]) =>
        !(name in commonInputs) && written[name] !== undefined && written[name] !== null && isKept(name, schema, live),
    )
    .map(([name]) => name);
}

/**
 * All inputs that the system shows of an object that nobody has written yet: what an import takes over, with the
 * connection that it came over. Defaults are among them: whoever leaves them out gets them from check. What the rules of
 * the resource would refuse, such as a list of members that is empty, is not managed until somebody writes it.
 */
export function importedInputs(resource: ResourceDefinition, live: Properties, written: Properties): Properties {
  const shown = Object.entries(resource.inputs).flatMap(([name, schema]) => {
    const value = name in commonInputs ? written[name] : live[name];
    return value === undefined || value === null ? [] : [{ name, schema, value: withoutNulls(value) }];
  });
  const inputs = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
  const isRight = resource.schema.safeParse(inputs).success;
  const refused = isRight ? (resource.validate?.(inputs) ?? []).map(({ path }) => String(path[0])) : [];
  return Object.fromEntries(
    shown
      .filter(({ name, schema }) => isRequired(schema) || !refused.includes(name))
      .map(({ name, value }) => [name, value]),
  );
}

/** The outputs that are not inputs; what the system does not show again is kept. */
export function projectOutputs(resource: ResourceDefinition, live: Properties, known: Properties): Properties {
  const outputs: Properties = {};
  for (const name of Object.keys(resource.outputs)) {
    const value = live[name] === undefined ? known[name] : live[name];
    if (value !== undefined && value !== null) {
      outputs[name] = value;
    }
  }
  return outputs;
}

/** A value without what the system says it does not have, at any depth. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) => (part === null ? [] : [[name, withoutNulls(part)]])),
      )
    : value;
}

function isKept(name: string, schema: z.core.$ZodType, live: Properties): boolean {
  const traits = traitsOf(schema);
  return (
    name in commonInputs ||
    traits.writeOnly === true ||
    traits.notObservable === true ||
    traits.createOnly === true ||
    live[name] === undefined
  );
}

/** One value as the system holds it, projected onto what the user wrote of it. */
export function project(choice: z.core.$ZodType, live: unknown, written: unknown): unknown {
  const schema = branchFor(choice, written);
  if (equalBy(schema, live, written) || (live === null && isEmpty(written))) {
    return written;
  }
  const element = elementOf(schema);
  if (element !== undefined && Array.isArray(live) && Array.isArray(written) && traitsOf(schema).set === true) {
    return inOrderOf(element, live, written);
  }
  const isMap = shapeOf(schema) !== undefined || recordValueOf(schema) !== undefined;
  if (isMap && isObject(live) && isObject(written)) {
    return Object.fromEntries(
      Object.keys(written).flatMap((name) => {
        const member = shapeOf(schema)?.[name] ?? recordValueOf(schema);
        const value = memberNamed(schema, live, name);
        const shown =
          member === undefined || value === undefined ? written[name] : project(member, value, written[name]);
        return shown === null ? [] : [[name, shown]];
      }),
    );
  }
  return live;
}

/** The live elements: first those that were written, in that order and as written, then the others. */
function inOrderOf(element: z.core.$ZodType, live: readonly unknown[], written: readonly unknown[]): unknown[] {
  const remaining = new Map(live.map((value) => [canonicalText(element, value), value]));
  const kept = written.filter((value) => remaining.delete(canonicalText(element, value)));
  return [...kept, ...remaining.values()];
}

/** Many systems keep no empty values: what was written empty they have not. */
function isEmpty(value: unknown): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
