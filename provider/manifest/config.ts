import { describe } from "./builtins.ts";
import { fail } from "./problem.ts";
import type { ConfigEntry } from "./template.ts";

const scalarTypes = ["string", "number", "integer", "boolean", "object"];
const listType = /^list<(.+)>$/;

/** The type of a configuration value: what is said, or that of the default. */
export function configType({ type, default: fallback }: ConfigEntry): string | undefined {
  if (type !== undefined) {
    const lower = type.toLowerCase();
    return lower === "int" ? "integer" : lower === "bool" ? "boolean" : lower;
  }
  switch (fallback?.kind) {
    case "literal":
      return typeof fallback.value === "object" ? undefined : typeof fallback.value;
    case "list":
      return "array";
    case "object":
      return "object";
    default:
      return undefined;
  }
}

/** What is wrong with a declaration. */
export function configTypeProblem(entry: ConfigEntry): string | undefined {
  const type = configType(entry);
  if (type === undefined) {
    return "a configuration value needs a `type` or a `default`";
  }
  const element = listType.exec(type)?.[1]?.trim() ?? type;
  return [...scalarTypes, "array"].includes(element)
    ? undefined
    : `there is no type ${JSON.stringify(entry.type)}; there are ${scalarTypes.join(", ")}, and a list of one: List<string>`;
}

/** The value of a configuration value, from the text that Pulumi hands to programs. */
export function configValue(entry: ConfigEntry, text: string): unknown {
  const type = configType(entry);
  if (type === undefined || type === "string") {
    return text;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = text;
  }
  const fits =
    type === "array" || listType.test(type)
      ? Array.isArray(value)
      : type === "integer"
        ? Number.isInteger(value)
        : type === "object"
          ? typeof value === "object" && value !== null && !Array.isArray(value)
          : typeof value === type;
  // The value may be a secret: only its type is told.
  return fits
    ? value
    : fail(entry.place, `the stack's configuration has ${describe(value)} for ${entry.key}, and the type is ${type}`);
}
