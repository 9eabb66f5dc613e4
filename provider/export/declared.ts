import type { PathSegment } from "../resource/path.ts";
import type { ExportedObject, Missing } from "./exported.ts";
import { namesOf } from "./names.ts";
import { referencesOf, withoutCircles } from "./references.ts";

/** A value in the place of which another resource's output stands. */
export class OutputOf {
  readonly name: string;
  readonly property: string;

  constructor(name: string, property: string) {
    this.name = name;
    this.property = property;
  }
}

/** A value that the stack's configuration gives. */
export class ConfigValue {
  readonly key: string;
  readonly secret: boolean;
  readonly type: Missing["type"];

  constructor(key: string, { secret, type }: Missing) {
    this.key = key;
    this.secret = secret;
    this.type = type;
  }
}

/** A value as a program or a manifest writes it. */
export type Written =
  | string
  | number
  | boolean
  | null
  | OutputOf
  | ConfigValue
  | readonly Written[]
  | { readonly [name: string]: Written };

/** An exported object as a resource of a stack. */
export interface DeclaredResource {
  readonly name: string;
  /** Where it is written, without ending. */
  readonly file: string;
  readonly type: string;
  /** What `pulumi import` takes for it. */
  readonly importId: string;
  readonly properties: { readonly [name: string]: Written };
  /** What the stack's configuration must give. */
  readonly config: readonly ConfigValue[];
}

/**
 * The resources that declare the objects, each after those that it refers to.
 * @param fixed inputs that no call enumerates and that have one value.
 */
export function declare(objects: readonly ExportedObject[], fixed: ReadonlySet<string>): DeclaredResource[] {
  const all = referencesOf(objects);
  const names = namesOf(objects, all, fixed);
  const nameOf = (object: ExportedObject) => names.get(object)?.name ?? "";
  const sorted = [...objects].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  const { order, references } = withoutCircles(sorted, all);
  return order.map((object) => {
    const replaced = new Map<string, Written>();
    for (const { path, target, property } of references.get(object) ?? []) {
      replaced.set(keyOf(path), new OutputOf(nameOf(target), property));
    }
    const config = object.missing.map((missing) => {
      const value = new ConfigValue([nameOf(object), ...missing.path].join("-").replace(/[^\w-]+/g, "-"), missing);
      replaced.set(keyOf(missing.path), value);
      return value;
    });
    const required = Object.fromEntries(
      object.missing.filter(({ path }) => path.length === 1).map(({ path }) => [String(path[0]), null]),
    );
    const [system] = object.type.split(":");
    return {
      name: nameOf(object),
      file: names.get(object)?.file ?? "",
      type: object.type,
      importId: object.connection === system ? object.id : `${encodeURIComponent(object.connection)}:${object.id}`,
      properties: written({ ...required, ...object.inputs }, [], replaced) as DeclaredResource["properties"],
      config,
    };
  });
}

function written(value: unknown, path: readonly PathSegment[], replaced: ReadonlyMap<string, Written>): Written {
  const other = replaced.get(keyOf(path));
  if (other !== undefined) {
    return other;
  }
  if (Array.isArray(value)) {
    return value.map((element, index) => written(element, [...path, index], replaced));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, written(member, [...path, name], replaced)]),
      )
    : (value as Written);
}

function keyOf(path: readonly PathSegment[]): string {
  return JSON.stringify(path);
}
