import type { ResourceState } from "../state/resource.ts";
import type { RefreshStep } from "./steps/refreshStep.ts";

/**
 * The state with what a refresh found: without the objects that are gone, and without dependencies on them. Children
 * of what is gone pass to the parent's parent. The order stays one of dependency.
 */
export function refreshedState(
  resources: readonly ResourceState[],
  steps: ReadonlyMap<ResourceState, RefreshStep>,
): ResourceState[] {
  const present = new Set<string>();
  const parents = new Map<string, string | undefined>();
  const refreshed: ResourceState[] = [];
  for (const resource of resources) {
    const step = steps.get(resource);
    const found = step === undefined ? resource : step.new;
    const parent = presentParent(resource.parent, present, parents);
    parents.set(resource.urn, parent);
    if (found === undefined) {
      continue;
    }
    refreshed.push(withoutMissing(found, parent, present));
    present.add(found.urn);
  }
  return refreshed;
}

function presentParent(
  parent: string | undefined,
  present: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | undefined>,
): string | undefined {
  return parent === undefined || present.has(parent) ? parent : parents.get(parent);
}

function withoutMissing(
  resource: ResourceState,
  parent: string | undefined,
  present: ReadonlySet<string>,
): ResourceState {
  const { parent: _, deletedWith, ...rest } = resource;
  const isPresent = (urn: string): boolean => present.has(urn);
  return {
    ...rest,
    ...(parent !== undefined && { parent }),
    ...(deletedWith !== undefined && isPresent(deletedWith) && { deletedWith }),
    dependencies: resource.dependencies.filter(isPresent),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies)
        .map(([name, urns]) => [name, urns.filter(isPresent)] as const)
        .filter(([, urns]) => urns.length > 0),
    ),
  };
}
