import { compareProperties } from "../property/compare.ts";
import { formatPath, parsePath, pathContains, resetPaths } from "../property/path.ts";
import { withoutSecrets } from "../property/secrets.ts";
import type { Difference, DiffRequest, ResourceManager } from "../provider/provider.ts";
import type { PropertyDifference } from "./events.ts";

/** Stands for "it was not in order" among the paths of `replaceOnChanges`. */
const initErrorsPath = "#initerror";

/** A provider's answer, with the engine's own comparison where the provider had none. */
export interface KnownDifference extends Difference {
  readonly changes: "none" | "some";
}

/** Asks the provider what differs; if it does not know, old inputs are compared with new ones. */
export async function findDifference(manager: ResourceManager, request: DiffRequest): Promise<KnownDifference> {
  const difference = await manager.diff(request);
  const { changes } = difference;
  if (changes !== "unknown") {
    return { ...difference, changes };
  }
  const { properties } = resetPaths(request.oldInputs, request.newInputs, request.ignoreChanges);
  const found = compareProperties(withoutSecrets(request.oldInputs), withoutSecrets(properties));
  if (found.length === 0) {
    return { ...difference, changes: "none" };
  }
  return {
    ...difference,
    changes: "some",
    changedKeys: [...new Set(found.map(({ path }) => String(path[0])))],
    detailed: found.map(({ path, kind }) => ({ path: formatPath(path), kind, inputDiff: true })),
  };
}

/** Turns changes at or below the given paths into replacements. */
export function replaceOnChanges(
  difference: KnownDifference,
  paths: readonly string[],
  hasInitErrors: boolean,
): KnownDifference {
  if (paths.length === 0 || (difference.changes === "none" && !hasInitErrors)) {
    return difference;
  }
  const parsed = paths.map(parsePath);
  const covered = (path: string): boolean => {
    const other = parsePath(path);
    return parsed.some((candidate) => pathContains(candidate, other));
  };
  const replaceKeys = new Set([...difference.replaceKeys, ...difference.changedKeys.filter(covered)]);
  const detailed = difference.detailed?.map((property) =>
    covered(property.path) ? { ...property, kind: replacing(property.kind) } : property,
  );
  const replaceForErrors = hasInitErrors && covered(initErrorsPath);
  if (replaceForErrors) {
    replaceKeys.add(initErrorsPath);
    detailed?.push({ path: initErrorsPath, kind: "update-replace", inputDiff: false });
  }
  return {
    ...difference,
    changes: replaceForErrors ? "some" : difference.changes,
    replaceKeys: [...replaceKeys],
    ...(detailed !== undefined && { detailed }),
  };
}

/** Whether the object must be replaced. */
export function replaces(difference: Difference): boolean {
  return (
    difference.replaceKeys.length > 0 || difference.detailed?.some(({ kind }) => kind.endsWith("-replace")) === true
  );
}

/** The difference seen from the other side, as a refresh tells it. */
export function inverted(properties: readonly PropertyDifference[]): PropertyDifference[] {
  const opposite = {
    add: "delete",
    "add-replace": "delete-replace",
    delete: "add",
    "delete-replace": "add-replace",
    update: "update",
    "update-replace": "update-replace",
  } as const;
  return properties.map((property) => ({ ...property, kind: opposite[property.kind] }));
}

function replacing(kind: PropertyDifference["kind"]): PropertyDifference["kind"] {
  return kind.endsWith("-replace") ? kind : (`${kind}-replace` as PropertyDifference["kind"]);
}
