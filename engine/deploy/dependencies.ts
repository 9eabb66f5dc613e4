import type { ResourceState } from "../state/resource.ts";
import { parseProviderReference } from "./urn.ts";

/** The URNs that a resource depends on, its parent aside. */
export function dependenciesOf(resource: ResourceState): ReadonlySet<string> {
  const urns = new Set(resource.dependencies);
  for (const property of Object.values(resource.propertyDependencies)) {
    for (const urn of property) {
      urns.add(urn);
    }
  }
  if (resource.deletedWith !== undefined) {
    urns.add(resource.deletedWith);
  }
  if (resource.provider !== undefined) {
    urns.add(parseProviderReference(resource.provider).urn);
  }
  return urns;
}

/**
 * The resources that depend on one, directly or not, in order of dependency; children alone do not count.
 * `resources` is in order of dependency too.
 */
export function dependentsOf(
  root: ResourceState,
  resources: readonly ResourceState[],
  ignored: ReadonlySet<string>,
): ResourceState[] {
  const start = resources.indexOf(root);
  const reached = new Set([root.urn]);
  const dependents: ResourceState[] = [];
  for (const candidate of resources.slice(start + 1)) {
    if (!ignored.has(candidate.urn) && [...dependenciesOf(candidate)].some((urn) => reached.has(urn))) {
      dependents.push(candidate);
      reached.add(candidate.urn);
    }
  }
  return dependents;
}

/** What some resources depend on, directly or not, their parents included. `resources` is in order of dependency. */
export function dependenciesOfAll(
  roots: readonly (ResourceState | undefined)[],
  resources: readonly ResourceState[],
): ReadonlySet<ResourceState> {
  const dependencies = new Set<ResourceState>();
  const needed = new Set<string>();
  const need = (resource: ResourceState): void => {
    for (const urn of dependenciesOf(resource)) {
      needed.add(urn);
    }
    if (resource.parent !== undefined) {
      needed.add(resource.parent);
    }
  };
  for (const resource of [...resources].reverse()) {
    if (needed.has(resource.urn)) {
      dependencies.add(resource);
      need(resource);
    }
    if (roots.includes(resource)) {
      need(resource);
    }
  }
  return dependencies;
}

/**
 * Groups resources so that each depends on resources of earlier groups alone: members of a group can be dealt with at
 * once, and deletions go through the groups backwards. Depending on a component is depending on its children as well.
 */
export function layersOf(selected: ReadonlySet<ResourceState>, resources: readonly ResourceState[]): ResourceState[][] {
  const layers: ResourceState[][] = [];
  const depths = new Map<ResourceState, number>();
  const byUrn = new Map<string, ResourceState[]>();
  const childrenOf = new Map<string, ResourceState[]>();
  const depthBelow = (urn: string): number => {
    let depth = -1;
    for (const dependency of byUrn.get(urn) ?? []) {
      depth = Math.max(depth, depths.get(dependency) ?? -1);
      if (!dependency.custom) {
        for (const child of childrenOf.get(urn) ?? []) {
          depth = Math.max(depth, depthBelow(child.urn));
        }
      }
    }
    return depth;
  };
  for (const resource of resources) {
    if (selected.has(resource)) {
      let depth = resource.parent === undefined ? -1 : depthOf(resource.parent, byUrn, depths);
      for (const urn of dependenciesOf(resource)) {
        depth = Math.max(depth, depthBelow(urn));
      }
      depths.set(resource, depth + 1);
      layers[depth + 1] ??= [];
      (layers[depth + 1] as ResourceState[]).push(resource);
    }
    append(byUrn, resource.urn, resource);
    if (resource.parent !== undefined) {
      append(childrenOf, resource.parent, resource);
    }
  }
  return layers;
}

function depthOf(
  urn: string,
  byUrn: ReadonlyMap<string, readonly ResourceState[]>,
  depths: ReadonlyMap<ResourceState, number>,
): number {
  return Math.max(-1, ...(byUrn.get(urn) ?? []).map((resource) => depths.get(resource) ?? -1));
}

function append(map: Map<string, ResourceState[]>, key: string, resource: ResourceState): void {
  const list = map.get(key);
  if (list === undefined) {
    map.set(key, [resource]);
  } else {
    list.push(resource);
  }
}
