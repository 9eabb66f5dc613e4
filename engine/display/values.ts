import type { PropertyDifference } from "../deploy/events.ts";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";
import type { Paint } from "./words.ts";

/** A value as the CLI prints it; nested lines are indented by `indent`. Secrets are never printed. */
export function formatValue(value: PropertyValue | undefined, indent: string): string {
  if (value instanceof Secret) {
    return "[secret]";
  }
  if (value instanceof Unknown) {
    return "[unknown]";
  }
  if (Array.isArray(value)) {
    const lines = value.map((element, index) => `${indent}    [${index}]: ${formatValue(element, `${indent}    `)}\n`);
    return value.length === 0 ? "[]" : `[\n${lines.join("")}${indent}]`;
  }
  if (isMap(value)) {
    return Object.keys(value).length === 0 ? "{}" : `{\n${formatMap(value, `${indent}    `)}${indent}}`;
  }
  return value === undefined ? "" : JSON.stringify(value);
}

/** The properties of a map, a line each, the names padded to one width. */
export function formatMap(properties: PropertyMap, indent: string): string {
  const names = Object.keys(properties).sort();
  const width = Math.max(0, ...names.map((name) => name.length));
  return names.map((name) => `${indent}${name.padEnd(width)}: ${formatValue(properties[name], indent)}\n`).join("");
}

/** How two versions of a map differ, as the tree of `--diff`. Names beginning with `__` are Pulumi's own. */
export function formatDifferences(old: PropertyMap, next: PropertyMap, indent: string, paint: Paint): string {
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((name) => !name.startsWith("__"))
    .sort();
  return names.map((name) => formatDifference(name, old[name], next[name], indent, paint)).join("");
}

function formatDifference(
  label: string,
  old: PropertyValue | undefined,
  next: PropertyValue | undefined,
  indent: string,
  paint: Paint,
): string {
  const [a, b] = [old instanceof Secret ? old.element : old, next instanceof Secret ? next.element : next];
  if (a === undefined || b === undefined) {
    if (a === b) {
      return "";
    }
    return a === undefined
      ? paint("green", `${indent}+ ${label}: ${formatValue(next, `${indent}  `)}\n`)
      : paint("red", `${indent}- ${label}: ${formatValue(old, `${indent}  `)}\n`);
  }
  if (!(old instanceof Secret) && !(next instanceof Secret)) {
    if (isMap(a) && isMap(b)) {
      const inner = formatDifferences(a, b, `${indent}    `, paint);
      return inner === "" ? "" : `${paint("yellow", `${indent}~ ${label}: {`)}\n${inner}${indent}  }\n`;
    }
    if (Array.isArray(a) && Array.isArray(b)) {
      const inner = Array.from({ length: Math.max(a.length, b.length) })
        .map((_, index) => formatDifference(`[${index}]`, a[index], b[index], `${indent}    `, paint))
        .join("");
      return inner === "" ? "" : `${paint("yellow", `${indent}~ ${label}: [`)}\n${inner}${indent}  ]\n`;
    }
  }
  return isEqual(a, b)
    ? ""
    : paint(
        "yellow",
        `${indent}~ ${label}: ${formatValue(old, `${indent}  `)} => ${formatValue(next, `${indent}  `)}\n`,
      );
}

function isEqual(a: PropertyValue, b: PropertyValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b) && !(a instanceof Unknown);
}

/** The changed top-level properties in short: `[diff: ~name,userLimit]`. */
export function formatChangedNames(differences: readonly PropertyDifference[] | undefined): string {
  const signs = { add: "+", delete: "-", update: "~" } as const;
  const names = new Map<string, string>();
  for (const { path, kind } of differences ?? []) {
    const [name = ""] = path.split(/[.[]/);
    if (!name.startsWith("__")) {
      names.set(name, path === name ? signs[kind.split("-")[0] as keyof typeof signs] : "~");
    }
  }
  const parts = (["+", "-", "~"] as const).flatMap((sign) => {
    const group = [...names].filter(([, own]) => own === sign).map(([name]) => name);
    return group.length === 0 ? [] : [`${sign}${group.join(",")}`];
  });
  return parts.length === 0 ? "" : ` [diff: ${parts.join(",")}]`;
}
