import type { PropertyMap } from "../property/value.ts";

/** Another name that a resource may have in the state: a whole URN, or what differs from the present one. */
export type Alias =
  | { readonly urn: string }
  | {
      readonly name: string;
      readonly type: string;
      readonly project: string;
      readonly stack: string;
      /** A URN; empty for the present parent. */
      readonly parent: string;
      readonly noParent: boolean;
    };

/** In seconds; 0 leaves it to the provider. */
export interface CustomTimeouts {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

/** What the program wants of one resource. */
export interface Goal {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly properties: PropertyMap;
  /** A URN; empty for none. */
  readonly parent: string;
  readonly protect?: boolean;
  readonly dependencies: readonly string[];
  /** `urn::id`; empty for components and for providers. */
  readonly provider: string;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly deleteBeforeReplace?: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly Alias[];
  /** The ID of the object to adopt; empty for none. */
  readonly importId: string;
  readonly customTimeouts: CustomTimeouts;
  readonly retainOnDelete?: boolean;
  /** A URN; empty for none. */
  readonly deletedWith: string;
  readonly sourcePosition: string;
}

/** An object outside of Pulumi's hands that the program wants to look at. */
export interface ReadGoal {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent: string;
  readonly provider: string;
  readonly properties: PropertyMap;
  readonly dependencies: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly sourcePosition: string;
}
