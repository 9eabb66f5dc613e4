import type { PropertyDifference } from "../deploy/events.ts";
import type { PropertyMap } from "../property/value.ts";

/** The resource that a call is about. */
export interface ResourceAddress {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

export interface CheckFailure {
  /** Empty when the failure is of the resource as a whole. */
  readonly property: string;
  readonly reason: string;
}

export interface CheckResult {
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

/** What a provider answers to Diff. */
export interface Difference {
  readonly changes: "none" | "some" | "unknown";
  readonly replaceKeys: readonly string[];
  readonly changedKeys: readonly string[];
  readonly detailed?: readonly PropertyDifference[];
  readonly deleteBeforeReplace: boolean;
}

export interface DiffRequest extends ResourceAddress {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly newInputs: PropertyMap;
  readonly ignoreChanges: readonly string[];
}

export interface ReadRequest extends ResourceAddress {
  readonly id: string;
  /** Both are absent in an import. */
  readonly inputs?: PropertyMap;
  readonly outputs?: PropertyMap;
}

export interface ReadResult {
  /** Empty when the object of a refresh is gone. */
  readonly id: string;
  /** Absent when the provider does not tell. */
  readonly inputs?: PropertyMap;
  /** Absent when there is no such object. */
  readonly outputs?: PropertyMap;
  /** Why the object is there but not in order. */
  readonly initErrors?: readonly string[];
}

export interface CreateResult {
  readonly id: string;
  readonly outputs: PropertyMap;
}

/** What the engine asks of whoever manages a resource: a provider, or the registry for providers themselves. */
export interface ResourceManager {
  check(request: ResourceAddress & { olds?: PropertyMap; news: PropertyMap }): Promise<CheckResult>;
  diff(request: DiffRequest): Promise<Difference>;
  /** @throws InitializationError when the object was made but is not in order. */
  create(request: ResourceAddress & { properties: PropertyMap; timeout: number }): Promise<CreateResult>;
  /** @throws InitializationError when the object was changed but is not in order. */
  update(request: DiffRequest & { timeout: number }): Promise<{ readonly outputs: PropertyMap }>;
  delete(
    request: ResourceAddress & { id: string; inputs: PropertyMap; outputs: PropertyMap; timeout: number },
  ): Promise<void>;
}

export interface Provider extends ResourceManager {
  read(request: ReadRequest): Promise<ReadResult>;
  invoke(
    token: string,
    args: PropertyMap,
  ): Promise<{ readonly result: PropertyMap; readonly failures: readonly CheckFailure[] }>;
  /** Asks calls under way to end soon. */
  cancel(): Promise<void>;
}
