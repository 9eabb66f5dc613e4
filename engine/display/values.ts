import type { Operation } from "../deploy/events.ts";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";
import { unknownMarker } from "../property/wire.ts";
import { compareValues, type Difference, isInternal, type Members } from "./differences.ts";
import { type Paint, wordsOf } from "./words.ts";

/** How properties are printed. */
export interface ValueOptions {
  readonly paint: Paint;
  readonly showSecrets: boolean;
  /** Whether unknown values are worth a line, as in a preview. */
  readonly isPreview: boolean;
}

/** Where a line stands: how deep, in which colour, and whether it begins with the operation's sign. */
interface Place {
  readonly indent: number;
  readonly operation: Operation;
  readonly signed: boolean;
}

const longestLine = 150;
const mostLines = 3;

/** Prints property values and their differences as the CLI's `--diff` does. Indents count four blanks each. */
export class ValuePrinter {
  readonly #options: ValueOptions;

  constructor(options: ValueOptions) {
    this.#options = options;
  }

  /** The properties of a map, or those of them that `isShown` picks, a line each or more. */
  map(properties: PropertyMap, indent: number, operation: Operation, isShown?: (name: string) => boolean): string {
    return this.#map(properties, { indent, operation, signed: false }, isShown);
  }

  /** The differences between two maps, or those of them that `isShown` picks. */
  differences(members: Members, indent: number, isShown: (name: string) => boolean = () => true): string {
    const width = Math.max(0, ...[...members.keys()].map((name) => name.length));
    return [...members]
      .filter(([name]) => isShown(name))
      .map(([name, difference]) =>
        this.#difference(`${name.padEnd(width)}: `, difference, { indent, operation: "update", signed: true }),
      )
      .join("");
  }

  /** Names are padded to one width, also to that of a name that is not shown, as the CLI does. */
  #map(properties: PropertyMap, place: Place, isShown: (name: string) => boolean = () => true): string {
    const names = Object.keys(properties).sort();
    const width = Math.max(0, ...names.map((name) => name.length));
    return names
      .filter((name) => !isInternal(name) && isShown(name))
      .map((name) => {
        const value = this.#value(properties[name] ?? null, place);
        return `${this.#line(place, `${name.padEnd(width)}: `)}${value}\n`;
      })
      .join("");
  }

  #value(value: PropertyValue, place: Place): string {
    const paint = (text: string) => this.#paint(place.operation, text);
    if (value instanceof Secret) {
      return this.#options.showSecrets ? this.#value(value.element, place) : paint("[secret]");
    }
    if (value instanceof Unknown) {
      return paint("[unknown]");
    }
    if (Array.isArray(value)) {
      const inner = { ...place, indent: place.indent + 1 };
      const lines = value.map(
        (element, index) => `${this.#line(place, `    [${index}]: `)}${this.#value(element, inner)}\n`,
      );
      return value.length === 0 ? paint("[]") : `${paint("[")}\n${lines.join("")}${this.#close(place, "]")}`;
    }
    if (isMap(value)) {
      const lines = this.#map(value, { ...place, indent: place.indent + 1 });
      return Object.keys(value).length === 0 ? paint("{}") : `${paint("{")}\n${lines}${this.#close(place, "}")}`;
    }
    if (typeof value === "string") {
      const decoded = decodeJson(value);
      return decoded === undefined
        ? paint(JSON.stringify(shortened(value)))
        : `${paint("(json) ")}${this.#value(decoded, place)}`;
    }
    return paint(value === null ? "<null>" : String(value));
  }

  /** @param title the name or index that is printed before it, with what separates them. */
  #difference(title: string, difference: Difference, place: Place, titleIndent = place.indent): string {
    const titled = (operation: Operation, signed: boolean) => {
      const own = { ...place, operation, signed };
      return title === "" ? "" : this.#line({ ...own, indent: titleIndent }, title);
    };
    const whole = (value: PropertyValue, operation: Operation, signed = true) =>
      `${titled(operation, signed)}${this.#value(value, { ...place, operation, signed })}\n`;
    switch (difference.kind) {
      case "add":
        return whole(difference.value, "create");
      case "delete":
        return whole(difference.value, "delete");
      case "same":
        return isWorthPrinting(difference.value, this.#options.isPreview) ? whole(difference.value, "same", false) : "";
      case "map":
        return (
          `${titled("update", true)}${this.#paint("update", "{")}\n` +
          `${this.differences(difference.members, place.indent + 1)}${this.#close({ ...place, operation: "update" }, "}")}\n`
        );
      case "list": {
        const elements = [...difference.elements]
          .sort(([left], [right]) => left - right)
          .map(([index, element]) =>
            this.#difference(`[${index}]: `, element, { ...place, indent: place.indent + 2 }, place.indent + 1),
          );
        return (
          `${titled("update", true)}${this.#paint("update", "[")}\n` +
          `${elements.join("")}${this.#close({ ...place, operation: "update" }, "]")}\n`
        );
      }
      case "update":
        return this.#update(title, difference.old, difference.value, place, titleIndent);
    }
  }

  #update(title: string, old: PropertyValue, next: PropertyValue, place: Place, titleIndent: number): string {
    if (this.#options.showSecrets && (old instanceof Secret || next instanceof Secret)) {
      const opened = compareValues(
        old instanceof Secret ? old.element : old,
        next instanceof Secret ? next.element : next,
      );
      if (opened.kind !== "same") {
        return this.#difference(title, opened, place, titleIndent);
      }
    }
    const updating = { ...place, operation: "update", signed: true } as const;
    const head = title === "" ? "" : this.#line({ ...updating, indent: titleIndent }, title);
    const [hadValue, hasValue] = [isWorthPrinting(old, true), isWorthPrinting(next, true)];
    if (hadValue && hasValue && isScalar(old) && isScalar(next)) {
      const [oldJson, newJson] = [decodeJson(old), decodeJson(next)];
      if (oldJson !== undefined && newJson !== undefined) {
        const difference = compareValues(oldJson, newJson);
        if (difference.kind !== "same") {
          return `${head}${this.#paint("update", "(json) ")}${this.#difference("", difference, updating)}`;
        }
      }
      const arrow = this.#paint("update", " => ");
      const [before, after] = [
        this.#scalar(old, { ...place, operation: "delete" }),
        this.#scalar(next, { ...place, operation: "create" }),
      ];
      return `${head}${before}${arrow}${after}\n`;
    }
    const parts = [
      ...(hadValue ? [{ kind: "delete", value: old } as const] : []),
      ...(hasValue ? [{ kind: "add", value: next } as const] : []),
    ];
    return parts.map((part) => this.#difference(title, part, place, titleIndent)).join("");
  }

  /** In a change, texts are told whole and as they are. */
  #scalar(value: PropertyValue, place: Place): string {
    return typeof value === "string" ? this.#paint(place.operation, JSON.stringify(value)) : this.#value(value, place);
  }

  #line({ indent, operation, signed }: Place, text: string): string {
    const blanks = "    ".repeat(indent);
    const sign = wordsOf(operation).symbol.padEnd(2);
    return this.#paint(operation, `${signed ? `${blanks.slice(0, -2)}${sign}` : blanks}${text}`);
  }

  #close({ indent, operation }: Place, text: string): string {
    return this.#paint(operation, `${"    ".repeat(indent)}${text}`);
  }

  #paint(operation: Operation, text: string): string {
    return operation === "same" ? text : this.#options.paint(wordsOf(operation).style, text);
  }
}

/** Whether a value says something; empty ones only clutter what is shown. */
export function isWorthPrinting(value: PropertyValue, withUnknown: boolean): boolean {
  if (value instanceof Unknown) {
    return withUnknown;
  }
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return isMap(value) ? Object.keys(value).length > 0 : value !== null && value !== "";
}

/** A property map as plain JSON: secrets as `[secret]` unless they are to be shown, unknown values as the wire's marker. */
export function plainProperties(properties: PropertyMap, showSecrets = false): Record<string, unknown> {
  return plain(properties, showSecrets) as Record<string, unknown>;
}

function plain(value: PropertyValue, showSecrets: boolean): unknown {
  if (value instanceof Secret) {
    return showSecrets ? plain(value.element, showSecrets) : "[secret]";
  }
  if (Array.isArray(value)) {
    return value.map((element) => plain(element, showSecrets));
  }
  if (isMap(value)) {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, plain(value[name] ?? null, showSecrets)]),
    );
  }
  return value instanceof Unknown ? unknownMarker : value;
}

function isScalar(value: PropertyValue): boolean {
  return !Array.isArray(value) && !isMap(value);
}

/** A text that is a JSON object or list. */
function decodeJson(value: PropertyValue): PropertyValue | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) {
    return undefined;
  }
  try {
    return JSON.parse(value) as PropertyValue;
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  const lines = text.split("\n");
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}...` : line));
  return [...shown, ...(lines.length > mostLines ? ["..."] : [])].join("\n");
}
