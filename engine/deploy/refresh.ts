import type { ResourceState } from "../state/resource.ts";
import type { RefreshStep } from "./steps/refreshStep.ts";

/**
 * The state with what a refresh found: without the objects that are gone, and without dependencies on them. Children of
 * what is gone have no parent until the next update. The order stays one of dependency.
 */
export function refreshedState(
  resources: readonly ResourceState[],
  steps: ReadonlyMap<ResourceState, RefreshStep>,
): ResourceState[] {
  const present = new Set<string>();
  const refreshed: ResourceState[] = [];
  for (const resource of resources) {
    const step = steps.get(resource);
    const found = step === undefined ? resource : step.new;
    if (found !== undefined) {
      refreshed.push(withoutMissing(found, present));
      present.add(found.urn);
    }
  }
  return refreshed;
}

function withoutMissing(resource: ResourceState, present: ReadonlySet<string>): ResourceState {
  const { parent, deletedWith, ...rest } = resource;
  const isPresent = (urn: string): boolean => present.has(urn);
  return {
    ...rest,
    ...(parent !== undefined && isPresent(parent) && { parent }),
    ...(deletedWith !== undefined && isPresent(deletedWith) && { deletedWith }),
    dependencies: resource.dependencies.filter(isPresent),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies)
        .map(([name, urns]) => [name, urns.filter(isPresent)] as const)
        .filter(([, urns]) => urns.length > 0),
    ),
  };
}
