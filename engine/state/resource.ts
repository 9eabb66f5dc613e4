import type { PropertyMap } from "../property/value.ts";

/** One resource of a Pulumi deployment (version 3), under the names that the file uses. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  /** Replaced by a newer object of the same URN, and still to be deleted. */
  delete?: boolean;
  id?: string;
  inputs: PropertyMap;
  outputs: PropertyMap;
  parent?: string;
  protect?: boolean;
  external?: boolean;
  dependencies: string[];
  /** Empty for a resource that was made but failed to initialise: why. */
  initErrors?: string[];
  /** `urn::id` of the provider; absent on providers and components. */
  provider?: string;
  propertyDependencies: Record<string, string[]>;
  /** Deleted already, its replacement not yet made. */
  pendingReplacement?: boolean;
  additionalSecretOutputs?: string[];
  aliases?: string[];
  customTimeouts?: { create?: number; update?: number; delete?: number };
  importID?: string;
  retainOnDelete?: boolean;
  deletedWith?: string;
  /** RFC 3339. */
  created?: string;
  modified?: string;
  sourcePosition?: string;
  /** Property paths: kept, because a refresh compares without the program. */
  ignoreChanges?: string[];
  /** Property paths. */
  replaceOnChanges?: string[];
  /** What the Pulumi CLI wrote and this engine does not know, as the file has it; such a stack cannot be deployed. */
  readonly unsupported?: Readonly<Record<string, unknown>>;
}

/** What was begun and not known to have ended when the state was last written. */
export interface PendingOperation {
  readonly resource: ResourceState;
  readonly type: "creating" | "updating" | "deleting" | "reading" | "importing";
}

/** The contents of a stack's state file, decrypted. */
export interface Deployment {
  resources: ResourceState[];
  pendingOperations: PendingOperation[];
}
