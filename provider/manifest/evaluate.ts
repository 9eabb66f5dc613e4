import { unknownMarker } from "../resource/unknown.ts";
import type { Access } from "./access.ts";
import { builtin, describe } from "./builtins.ts";
import type { Expression } from "./expression.ts";
import { fail, type Place } from "./problem.ts";

/**
 * What an evaluation needs of the world around it: before a run, values that are not known yet are markers; in a run
 * they are outputs.
 */
export interface World {
  /** The value of a reference. */
  resolve(access: Access, place: Place): unknown;
  /** Applies a function once its arguments are known. */
  lift(args: readonly unknown[], apply: (args: readonly unknown[]) => unknown): unknown;
  /** The calls that are more than their arguments' values. */
  readonly calls: Readonly<Record<string, (call: Call, world: World) => unknown>>;
}

type Call = Extract<Expression, { kind: "call" }>;

/** The value of an expression. Throws a `ManifestError` at the place that is wrong. */
export function evaluate(expression: Expression, world: World): unknown {
  switch (expression.kind) {
    case "invalid":
      return unknownMarker;
    case "literal":
      return expression.value;
    case "list":
      return expression.elements.map((element) => evaluate(element, world));
    case "object": {
      const keys = expression.entries.map(({ key }) => evaluate(key, world));
      const values = expression.entries.map(({ value }) => evaluate(value, world));
      return world.lift(keys, (known) =>
        Object.fromEntries(
          known.map((key, index) => [
            typeof key === "string"
              ? key
              : fail(expression.entries[index]?.key.place ?? expression.place, "the name of a member must be a text"),
            values[index],
          ]),
        ),
      );
    }
    case "access":
      return world.resolve(expression.access, expression.place);
    case "text": {
      const values = expression.parts.map(({ access, place }) =>
        access === undefined ? "" : world.resolve(access, place),
      );
      return world.lift(values, (known) =>
        expression.parts.map(({ text, place }, index) => text + inText(known[index], place)).join(""),
      );
    }
    case "call": {
      const special = world.calls[expression.name];
      if (special !== undefined) {
        return special(expression, world);
      }
      const names = Object.keys(expression.args);
      const places = Object.fromEntries(names.map((name) => [name, expression.args[name]?.place ?? expression.place]));
      const args = names.map((name) => argument(expression, name, world));
      return world.lift(args, (known) =>
        builtin(expression.name).evaluate?.(
          Object.fromEntries(names.map((name, index) => [name, known[index]])),
          places,
        ),
      );
    }
  }
}

/** The value of an argument of a call; `undefined` where it is not given. */
export function argument(call: Call, name: string, world: World): unknown {
  const expression = call.args[name];
  return expression === undefined ? undefined : evaluate(expression, world);
}

/** Follows a path into a value. What an object does not have is `null`, as in Pulumi YAML. */
export function follow(value: unknown, path: readonly (string | number)[], place: Place, world: World): unknown {
  return path.length === 0 ? value : world.lift([value], ([known]) => step(known, path, place, world));
}

function step(value: unknown, [first, ...rest]: readonly (string | number)[], place: Place, world: World): unknown {
  if (first === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    if (typeof first !== "number") {
      fail(place, `a list has no member ${JSON.stringify(first)}; take an element: [0]`);
    }
    if (first >= value.length) {
      fail(place, `the list has ${value.length} elements, and this asks for [${first}]`);
    }
    return follow(value[first], rest, place, world);
  }
  if (typeof value !== "object" || value === null) {
    fail(place, `there is nothing inside of ${describe(value)}`);
  }
  if (typeof first === "number") {
    fail(place, `an object has no element [${first}]`);
  }
  return follow((value as Record<string, unknown>)[first] ?? null, rest, place, world);
}

function inText(value: unknown, place: Place): string {
  if (value === null || value === undefined) {
    return fail(place, "this has no value, and cannot stand in a text");
  }
  return typeof value === "object"
    ? fail(place, `${describe(value)} cannot stand in a text; take one of its values, or fn::toJSON`)
    : String(value);
}
