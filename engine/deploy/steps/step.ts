import type { Provider, ResourceAddress, ResourceManager } from "../../provider/provider.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { Operation, PropertyDifference, Step } from "../events.ts";
import type { CustomTimeouts } from "../goal.ts";
import type { Snapshot } from "../snapshot.ts";
import { isDefaultProvider, parseUrn } from "../urn.ts";

/** What steps need of the deployment that they belong to. */
export interface StepContext {
  readonly preview: boolean;
  /** The URNs of what this deployment deletes. */
  readonly deletions: ReadonlySet<string>;
  /** Who creates, changes and deletes a custom resource. */
  manager(resource: ResourceState): Promise<ResourceManager>;
  /** The provider of a custom resource that is not one itself. */
  provider(resource: ResourceState): Promise<Provider>;
  /** Takes over a provider that has not changed. */
  sameProvider(state: ResourceState): Promise<void>;
  warn(urn: string, message: string): void;
}

/** One change of one resource, as the executor runs it. */
export abstract class DeploymentStep implements Step {
  abstract readonly operation: Operation;
  abstract readonly urn: string;
  readonly old: ResourceState | undefined = undefined;
  readonly new: ResourceState | undefined = undefined;
  readonly detailedDiff: readonly PropertyDifference[] | undefined = undefined;
  readonly replaceKeys: readonly string[] = [];
  readonly changedKeys: readonly string[] = [];
  /** What the state says while the step is under way. */
  readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] } | undefined =
    undefined;

  /** Whether the summary counts it: the parts of a replacement count as the one replacement. */
  get logical(): boolean {
    return true;
  }

  /** Does it. @throws InitializationError when the object is there, but not in order: then it counts as failed and done. */
  abstract apply(context: StepContext): Promise<void>;

  /** Enters what was done into the state. Returns whether that changed anything worth writing. */
  abstract commit(snapshot: Snapshot): boolean;

  /** Whether people are not told of it. */
  get internal(): boolean {
    return this.operation === "remove-pending-replace" || isDefaultProvider(this.urn);
  }
}

/** The resource as providers are told of it. */
export function addressOf(resource: ResourceState): ResourceAddress {
  return { urn: resource.urn, type: resource.type, name: parseUrn(resource.urn).name };
}

/** The user's time limit in seconds; 0 when there is none. */
export function timeoutOf(resource: ResourceState, operation: keyof CustomTimeouts): number {
  return resource.customTimeouts?.[operation] ?? 0;
}

/** The present time as state holds it. */
export function now(): string {
  return new Date().toISOString();
}

/** What a replacement and an update have in common: why they are done. */
export interface Reasons {
  readonly replaceKeys: readonly string[];
  readonly changedKeys: readonly string[];
  readonly detailed?: readonly PropertyDifference[];
}
