import { type Difference, differencesBy, equalBy } from "./compare.ts";
import { type ResourceDefinition, replacingProperties } from "./definition.ts";
import type { Properties } from "./errors.ts";
import { formatPath } from "./path.ts";
import { traitsOf } from "./property.ts";
import { containsUnknown } from "./unknown.ts";

/** What changes between the object that state holds and the one that is wanted. */
export interface DiffResult {
  /** Every path that differs by the definition; none means that nothing is to be done. */
  readonly differences: readonly Difference[];
  /** The inputs among them that no call can change. */
  readonly replaces: readonly string[];
  /** The natural key stays the same, so that a replacement must delete before it creates. */
  readonly deleteBeforeReplace: boolean;
  /** The object is made anew whatever the inputs say: `replaces` then names a part of its ID that is no input. */
  readonly renews: boolean;
  /** What the user should know about changes that have no effect. */
  readonly warnings: readonly string[];
}

/** Compares old outputs, in which every written input stands, with new inputs. Needs no network. */
export function diff(resource: ResourceDefinition, olds: Properties, news: Properties): DiffResult {
  const replacing = new Set([...replacingProperties(resource), ...(resource.replaces?.(olds, news) ?? [])]);
  const differences: Difference[] = [];
  const replaces: string[] = [];
  const warnings: string[] = [];
  for (const [name, schema] of Object.entries(resource.inputs)) {
    if (name === "adopt") {
      continue;
    }
    const found = differencesOf(name, olds, news, resource);
    if (found.length === 0) {
      continue;
    }
    if (traitsOf(schema).createOnly === true) {
      warnings.push(
        `${name} takes effect only when the ${resource.type} is created: the change of it is not carried out.`,
      );
      continue;
    }
    differences.push(...found);
    if (replacing.has(name)) {
      replaces.push(name);
    }
  }
  const renewal = resource.renewal?.(olds);
  if (renewal !== undefined) {
    const part = resource.id.find((name) => !(name in resource.inputs)) ?? resource.id[0] ?? "id";
    differences.push({ path: formatPath([part]), kind: "update" });
    replaces.push(part);
    warnings.push(renewal);
  }
  if (differences.length > 0) {
    warnings.push(...(resource.warnings?.(olds, news) ?? []));
  }
  const keepsKey = resource.naturalKey.every((name) => {
    const schema = resource.inputs[name];
    return schema !== undefined && !containsUnknown(news[name]) && equalBy(schema, olds[name], news[name]);
  });
  const deletesFirst = keepsKey || resource.deletesBeforeReplacing?.(olds, news) === true;
  const deleteBeforeReplace = deletesFirst && resource.isAction !== true;
  return { differences, replaces, renews: renewal !== undefined, deleteBeforeReplace, warnings };
}

/** The names of the inputs that differ, apart from those that are no property of the object itself. */
export function changedInputs(resource: ResourceDefinition, olds: Properties, news: Properties): string[] {
  return Object.keys(resource.inputs).filter(
    (name) => name !== "adopt" && name !== "connection" && differencesOf(name, olds, news, resource).length > 0,
  );
}

function differencesOf(name: string, olds: Properties, news: Properties, resource: ResourceDefinition): Difference[] {
  const schema = resource.inputs[name];
  if (schema === undefined) {
    return [];
  }
  if (containsUnknown(news[name])) {
    return [{ path: formatPath([name]), kind: olds[name] === undefined ? "add" : "update" }];
  }
  return differencesBy(schema, olds[name], news[name], [name]);
}
