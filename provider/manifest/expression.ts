import type { Access, TextPart } from "./access.ts";
import type { Place } from "./problem.ts";

/**
 * A value as it is written: literals, references, texts with references in them, and calls of built-in functions.
 * `invalid` is what could not be read and is a problem already.
 */
export type Expression = { readonly place: Place } & (
  | { readonly kind: "invalid" }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly elements: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly Entry[] }
  | { readonly kind: "access"; readonly access: Access }
  | { readonly kind: "text"; readonly parts: readonly PlacedPart[] }
  | { readonly kind: "call"; readonly name: string; readonly args: Readonly<Record<string, Expression | undefined>> }
);

/** A member of an object. */
export interface Entry {
  /** A text, which may hold references. */
  readonly key: Expression;
  readonly value: Expression;
}

/** A piece of a text, and where its reference stands. */
export type PlacedPart = TextPart & { readonly place: Place };

/** Every reference in an expression, and where it stands. */
export function* accessesIn(expression: Expression): Generator<{ readonly access: Access; readonly place: Place }> {
  switch (expression.kind) {
    case "access":
      yield { access: expression.access, place: expression.place };
      break;
    case "text":
      for (const { access, place } of expression.parts) {
        if (access !== undefined) {
          yield { access, place };
        }
      }
      break;
    case "list":
      for (const element of expression.elements) {
        yield* accessesIn(element);
      }
      break;
    case "object":
      for (const { key, value } of expression.entries) {
        yield* accessesIn(key);
        yield* accessesIn(value);
      }
      break;
    case "call":
      for (const argument of Object.values(expression.args)) {
        if (argument !== undefined) {
          yield* accessesIn(argument);
        }
      }
      break;
    default:
      break;
  }
}

/** The member of an object expression, where its name is written out. */
export function memberOf(expression: Expression | undefined, name: string): Entry | undefined {
  return expression?.kind === "object"
    ? expression.entries.find(({ key }) => key.kind === "literal" && key.value === name)
    : undefined;
}
