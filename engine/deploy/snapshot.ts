import type { Deployment, PendingOperation, ResourceState } from "../state/resource.ts";
import { withNewUrns } from "./newUrns.ts";

/**
 * The state while it changes. What the deployment has dealt with comes first, in the order in which it was dealt with,
 * which is an order of dependency; what it has not come to yet follows as it was.
 */
export class Snapshot {
  #base: readonly ResourceState[];
  readonly #interrupted: readonly PendingOperation[];
  readonly #done = new Set<ResourceState>();
  readonly #added: ResourceState[] = [];
  readonly #pending = new Map<ResourceState, PendingOperation["type"]>();
  /** The present URNs of resources that the base knows by others. */
  readonly #newUrns = new Map<string, string>();
  /** What was handed out last for a resource: unchanged ones keep their identity, so that a writer can cache them. */
  #copies = new WeakMap<ResourceState, ResourceState>();

  constructor(base: readonly ResourceState[], pendingOperations: readonly PendingOperation[]) {
    this.#base = base;
    // An interrupted creation may have left an object that nobody knows: only the user can tell. The others are known
    // to the state, and this deployment deals with them again.
    this.#interrupted = pendingOperations.filter((operation) => operation.type === "creating");
  }

  /** Puts what a refresh made of the state in place of it. */
  rebase(base: readonly ResourceState[]): void {
    this.#base = base;
  }

  begin(resource: ResourceState, type: PendingOperation["type"]): void {
    this.#pending.set(resource, type);
  }

  end(resource: ResourceState): void {
    this.#pending.delete(resource);
  }

  /** The resource is part of the state from now on. */
  add(resource: ResourceState): void {
    this.#added.push(resource);
    for (const oldUrn of resource.aliases ?? []) {
      this.#newUrns.set(oldUrn, resource.urn);
      this.#copies = new WeakMap();
    }
  }

  /** The resource is no longer part of the state: it is gone, or another object stands for it. */
  drop(resource: ResourceState): void {
    this.#done.add(resource);
  }

  /** To be called after a change of a resource that is part of the state already. */
  touch(resource: ResourceState): void {
    this.#copies.delete(resource);
  }

  toDeployment(): Deployment {
    const remains = (resource: ResourceState): boolean => !this.#done.has(resource);
    return {
      resources: [...this.#added.filter(remains), ...this.#base.filter(remains)].map((resource) =>
        this.#copy(resource),
      ),
      pendingOperations: [
        ...[...this.#pending].map(([resource, type]) => ({ resource: withNewUrns(resource, this.#newUrns), type })),
        ...this.#interrupted,
      ],
    };
  }

  #copy(resource: ResourceState): ResourceState {
    let copy = this.#copies.get(resource);
    if (copy === undefined) {
      copy = withNewUrns(resource, this.#newUrns);
      this.#copies.set(resource, copy);
    }
    return copy;
  }
}
