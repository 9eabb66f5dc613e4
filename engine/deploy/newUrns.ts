import type { ResourceState } from "../state/resource.ts";
import { parseProviderReference } from "./urn.ts";

/**
 * A copy of a resource that refers to others by their present URNs. With that the state has no use for aliases, and
 * holds none.
 */
export function withNewUrns(resource: ResourceState, newUrns: ReadonlyMap<string, string>): ResourceState {
  const { aliases: _, ...copy } = resource;
  if (newUrns.size === 0) {
    return copy;
  }
  const present = (urn: string): string => newUrns.get(urn) ?? urn;
  const { parent, deletedWith, provider } = copy;
  return {
    ...copy,
    dependencies: copy.dependencies.map(present),
    propertyDependencies: Object.fromEntries(
      Object.entries(copy.propertyDependencies).map(([name, urns]) => [name, urns.map(present)]),
    ),
    ...(parent !== undefined && { parent: present(parent) }),
    ...(deletedWith !== undefined && { deletedWith: present(deletedWith) }),
    ...(provider !== undefined && { provider: presentReference(provider, present) }),
  };
}

function presentReference(reference: string, present: (urn: string) => string): string {
  const { urn, id } = parseProviderReference(reference);
  return `${present(urn)}::${id}`;
}
