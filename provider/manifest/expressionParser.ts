import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { AccessSyntaxError, parseText, type TextPart } from "./access.ts";
import { findBuiltin } from "./builtins.ts";
import type { Expression, PlacedPart } from "./expression.ts";
import type { Place, Problem } from "./problem.ts";
import type { SourceFile } from "./sourceFile.ts";

/** A member of an object in YAML. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: unknown;
}

/** Turns YAML into expressions, and gathers what is wrong in it. */
export class ExpressionParser {
  readonly file: SourceFile;
  readonly problems: Problem[] = [];

  constructor(file: SourceFile) {
    this.file = file;
  }

  report(place: Place, message: string): undefined {
    this.problems.push({ place, message });
    return undefined;
  }

  /** Where a node stands; what follows the value on its line does not belong to it. */
  placeOf(node: unknown): Place {
    const [start = 0, end = start] = (node as Node | null)?.range ?? [];
    return { file: this.file, start, end };
  }

  /** The members of a map, each key a text that is there once. */
  members(node: unknown, what: string): Member[] {
    if (!isMap(node)) {
      if (node !== null && !(isScalar(node) && node.value === null)) {
        this.report(this.placeOf(node), `${what} must be an object`);
      }
      return [];
    }
    const seen = new Set<string>();
    return node.items.flatMap((pair: Pair) => {
      const key = pair.key as Node;
      const name = this.#keyText(key);
      if (name === undefined) {
        return [];
      }
      if (seen.has(name)) {
        this.report(this.placeOf(key), `${JSON.stringify(name)} stands here a second time`);
        return [];
      }
      seen.add(name);
      return [{ name, key, value: pair.value }];
    });
  }

  parse(node: unknown): Expression {
    const place = this.placeOf(node);
    if (isAlias(node)) {
      this.report(place, "Pulumi YAML has no aliases (*name); write the value, or use a variable");
      return { kind: "invalid", place };
    }
    if (isSeq(node)) {
      return { kind: "list", elements: node.items.map((item) => this.parse(item)), place };
    }
    if (isMap(node)) {
      return this.#parseMap(node, place);
    }
    if (isScalar(node)) {
      return this.#parseScalar(node.value, place);
    }
    return { kind: "literal", value: null, place };
  }

  #parseMap(node: YAMLMap, place: Place): Expression {
    const members = this.members(node, "this");
    const [only] = members;
    const calls = members.filter(({ name }) => name.toLowerCase().startsWith("fn::"));
    if (only !== undefined && members.length === 1 && calls.length === 1) {
      return this.#parseCall(only.name, only.key, only.value, place);
    }
    for (const { name, key } of calls) {
      this.report(this.placeOf(key), `${name} must have an object of its own`);
    }
    const entries = members.map(({ name, key, value }) => ({
      key: this.#parseScalar(name, this.placeOf(key)),
      value: this.parse(value),
    }));
    return { kind: "object", entries, place };
  }

  #parseCall(name: string, key: Node, value: unknown, place: Place): Expression {
    const nothing: Expression = { kind: "invalid", place };
    const found = findBuiltin(name, this.placeOf(key));
    if ("problem" in found) {
      this.report(this.placeOf(key), found.problem);
      return nothing;
    }
    const parsed = found.parse(this.parse(value));
    if ("problem" in parsed) {
      this.report(parsed.place, parsed.problem);
      return nothing;
    }
    return { kind: "call", name: found.name, args: parsed.args, place };
  }

  #parseScalar(value: unknown, place: Place): Expression {
    if (typeof value !== "string") {
      return { kind: "literal", value: this.#number(value, place), place };
    }
    if (!value.includes("$")) {
      return { kind: "literal", value, place };
    }
    try {
      const parts = parseText(value);
      const [first] = parts;
      if (parts.every(({ access }) => access === undefined)) {
        return { kind: "literal", value: first?.text ?? "", place };
      }
      const placed = this.#placed(parts, place);
      const [only] = placed;
      return placed.length === 1 && only?.access !== undefined && only.text === ""
        ? { kind: "access", access: only.access, place: only.place }
        : { kind: "text", parts: placed, place };
    } catch (error) {
      if (!(error instanceof AccessSyntaxError)) {
        throw error;
      }
      this.report(this.#within(place, value.slice(error.at), value.slice(error.at)), error.message);
      return { kind: "invalid", place };
    }
  }

  /** YAML readers differ over numbers with a zero in front: some take them for octal, none keeps the zero. */
  #number(value: unknown, place: Place): string | number | boolean | null {
    if (typeof value === "number" && /^[-+]?0\d/.test(this.file.text.slice(place.start, place.end))) {
      this.report(place, 'is a number, and numbers lose zeros in front; write it in quotes ("…") to keep them');
    }
    return value as number | boolean | null;
  }

  #placed(parts: readonly TextPart[], place: Place): PlacedPart[] {
    let from = place.start;
    return parts.map((part) => {
      if (part.access === undefined) {
        return { ...part, place };
      }
      const written = `\${${part.access.text}}`;
      const at = this.file.text.indexOf(written, from);
      if (at < 0 || at >= place.end) {
        return { ...part, place };
      }
      from = at + written.length;
      return { ...part, place: { file: this.file, start: at, end: from } };
    });
  }

  /** The place of a piece of a text, where the file has it as it is; else that of the whole text. */
  #within(place: Place, rest: string, shown: string): Place {
    const at = this.file.text.slice(place.start, place.end).lastIndexOf(rest);
    return at < 0 ? place : { file: this.file, start: place.start + at, end: place.start + at + shown.length };
  }

  #keyText(key: unknown): string | undefined {
    if (isScalar(key) && key.value !== null) {
      // A name such as 2024 is a text all the same.
      return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
    }
    return this.report(this.placeOf(key), "the name of a member must be a text");
  }
}
