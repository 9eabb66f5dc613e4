import type { ResourceState } from "../state/resource.ts";

/** The state that a deployment starts from, by URN. */
export class PriorState {
  readonly resources: readonly ResourceState[];
  readonly #current = new Map<string, ResourceState>();

  constructor(resources: readonly ResourceState[]) {
    this.resources = resources;
    for (const resource of resources) {
      if (resource.delete !== true) {
        this.#current.set(resource.urn, resource);
      }
    }
  }

  /** The resource of that URN, those aside that are only there to be deleted. */
  get(urn: string): ResourceState | undefined {
    return this.#current.get(urn);
  }

  /** All resources but those that are only there to be deleted. */
  current(): Iterable<ResourceState> {
    return this.#current.values();
  }

  /** The provider that `urn::id` refers to, even if it is there only to be deleted. */
  provider(urn: string, id: string): ResourceState | undefined {
    return this.resources.find((resource) => resource.urn === urn && resource.id === id);
  }
}
