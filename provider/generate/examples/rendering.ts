import type * as z from "zod";
import type { Access } from "../../manifest/access.ts";
import { accessesIn, type Expression } from "../../manifest/expression.ts";
import { expressionsOf, type Node } from "../../manifest/manifests.ts";
import type { ResourceEntry } from "../../manifest/template.ts";
import { functionDefinition, resourceDefinition } from "../../manifest/validate.ts";
import { branchesOf, elementOf, recordValueOf, shapeOf } from "../../resource/definition.ts";

type Call = Extract<Expression, { kind: "call" }>;
type Schema = z.core.$ZodType | undefined;

/** How a language writes values; what differs between languages is here, and what they share below. */
export interface Language {
  /** One step of indentation. */
  readonly indent: string;
  literal(value: string | number | boolean | null): string;
  /** The name of a variable. */
  variable(name: string): string;
  /** The name of a property of a typed object. */
  property(name: string): string;
  /** A member of an object: its name is a property, or a key of a map. */
  member(name: string, isProperty: boolean, value: string): string;
  secret(value: string): string;
  /** A text with values in it: pieces of text, and values as expressions. */
  text(parts: readonly (string | { readonly value: string })[]): string;
}

/** Examples are written in the languages from their YAML, and so cannot use all that YAML can. */
export function unsupported(expression: Expression, what: string): Error {
  const { file, start } = expression.place;
  return new Error(`${file.name}:${file.position(start).line}: an example cannot use ${what}`);
}

/** A value in a language. */
export function render(language: Language, expression: Expression, schema: Schema, depth: string): string {
  const inner = depth + language.indent;
  switch (expression.kind) {
    case "literal":
      return language.literal(expression.value);
    case "access":
      return access(language, expression.access, true);
    case "text":
      return language.text(
        expression.parts.flatMap((part) => [
          ...(part.text === "" ? [] : [part.text]),
          ...(part.access === undefined ? [] : [{ value: access(language, part.access, true) }]),
        ]),
      );
    case "list": {
      const element = schema === undefined ? undefined : elementOf(schema);
      const values = expression.elements.map((value) => render(language, value, element, inner));
      const line = `[${values.join(", ")}]`;
      return line.length + depth.length < 80 && !line.includes("\n")
        ? line
        : `[\n${values.map((value) => `${inner}${value},\n`).join("")}${depth}]`;
    }
    case "object": {
      const shape = objectShape(schema, expression);
      const value = schema === undefined ? undefined : recordValueOf(schema);
      const members = expression.entries.map(({ key, value: member }) => {
        const name = key.kind === "literal" ? String(key.value) : "";
        return language.member(name, shape !== undefined, render(language, member, shape?.[name] ?? value, inner));
      });
      return members.length === 0 ? "{}" : `{\n${members.map((text) => `${inner}${text},\n`).join("")}${depth}}`;
    }
    case "call":
      if (expression.name === "fn::secret" && expression.args.value !== undefined) {
        return language.secret(render(language, expression.args.value, schema, depth));
      }
      throw unsupported(expression, expression.name);
    default:
      throw unsupported(expression, "this");
  }
}

/** A resource's output or a function's: properties in the language's names, keys of maps as they are. */
function access(language: Language, { root, path }: Access, isTyped: boolean): string {
  return path.reduce<string>(
    (text, segment) =>
      typeof segment === "number" ? `${text}[${segment}]` : `${text}.${isTyped ? language.property(segment) : segment}`,
    language.variable(root),
  );
}

/** The members of an object's type; nothing for a map. Of a choice, the branch that has all of the members. */
function objectShape(
  schema: Schema,
  expression: Extract<Expression, { kind: "object" }>,
): Readonly<Record<string, z.core.$ZodType>> | undefined {
  if (schema === undefined) {
    return undefined;
  }
  const names = expression.entries.map(({ key }) => (key.kind === "literal" ? String(key.value) : ""));
  return (branchesOf(schema) ?? [schema])
    .map(shapeOf)
    .find((shape) => shape !== undefined && names.every((name) => name in shape));
}

/** The properties of a resource, by name, each with its value and its schema. */
export function propertiesOf({
  type,
  properties,
}: ResourceEntry): { name: string; value: Expression; schema: Schema }[] {
  return members(properties).map(({ name, value }) => ({
    name,
    value,
    schema: resourceDefinition(type)?.inputs[name],
  }));
}

/** The arguments of a function, in the same form. */
export function argumentsOf(call: Call): { name: string; value: Expression; schema: Schema }[] {
  const definition = functionDefinition(tokenOf(call));
  return members(call.args.arguments).map(({ name, value }) => ({ name, value, schema: definition?.inputs[name] }));
}

/** The token of a function that is invoked. */
export function tokenOf(call: Call): string {
  return call.args.function?.kind === "literal" ? String(call.args.function.value) : "";
}

function members(expression: Expression | undefined): { name: string; value: Expression }[] {
  if (expression === undefined) {
    return [];
  }
  if (expression.kind !== "object") {
    throw unsupported(expression, "properties that are not written out");
  }
  return expression.entries.map(({ key, value }) => {
    if (key.kind !== "literal") {
      throw unsupported(key, "a name that is not written out");
    }
    return { name: String(key.value), value };
  });
}

/** The variable's function. */
export function invokeOf(node: Extract<Node, { kind: "variable" }>): Call {
  if (node.value.kind !== "call" || node.value.name !== "fn::invoke") {
    throw unsupported(node.value, "a variable that does not invoke a function");
  }
  return node.value;
}

/** The names that any of the nodes refers to. */
export function referredTo(nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap((node) =>
      [...expressionsOf(node)].flatMap((expression) => [...accessesIn(expression)].map((found) => found.access.root)),
    ),
  );
}

/** System and object of a token: `groupware:barium:Group`. */
export function partsOf(token: string): { readonly system: string; readonly name: string } {
  const [, system = "", name = ""] = token.split(":");
  return { system, name };
}
