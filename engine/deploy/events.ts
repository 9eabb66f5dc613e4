import type { PropertyMap } from "../property/value.ts";
import type { ResourceState } from "../state/resource.ts";

/** The operations of a step, in the CLI's own words (they appear in `--json`). */
export type Operation =
  | "same"
  | "create"
  | "update"
  | "delete"
  | "replace"
  | "create-replacement"
  | "delete-replaced"
  | "read"
  | "read-replacement"
  | "discard"
  | "discard-replaced"
  | "remove-pending-replace"
  | "refresh"
  | "import"
  | "import-replacement";

/** How one property path differs, in the CLI's own words. */
export interface PropertyDifference {
  /** Such as `settings.servers[0].host`. */
  readonly path: string;
  readonly kind: "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";
  /** Whether inputs were compared with inputs (as in an update) or outputs with outputs. */
  readonly inputDiff: boolean;
}

export interface Step {
  readonly operation: Operation;
  /** What a refresh found; absent until it has finished, and on every other operation. */
  readonly refreshResult?: "same" | "update" | "delete";
  readonly urn: string;
  readonly old?: ResourceState | undefined;
  /** In a preview its outputs may hold unknowns. */
  readonly new?: ResourceState | undefined;
  /** The properties for which the resource is replaced. */
  readonly replaceKeys: readonly string[];
  /** The properties that the provider says have changed; it may say none where `detailedDiff` tells more. */
  readonly changedKeys: readonly string[];
  /** What the preview or the refresh found to differ; absent where nothing was compared. */
  readonly detailedDiff?: readonly PropertyDifference[] | undefined;
}

/**
 * What a deployment tells while it runs; the display and `--json` are made of these alone. Steps on default providers
 * are not told, as in the CLI.
 */
export type EngineEvent =
  | { readonly type: "stepStarted"; readonly step: Step }
  | { readonly type: "stepFinished"; readonly step: Step }
  | { readonly type: "stepFailed"; readonly step: Step; readonly message: string }
  | {
      readonly type: "diagnostic";
      readonly severity: "debug" | "info" | "warning" | "error";
      readonly message: string;
      readonly urn?: string;
    }
  | {
      readonly type: "summary";
      readonly changes: Partial<Record<Operation, number>>;
      readonly outputs: PropertyMap;
      readonly durationSeconds: number;
      readonly preview: boolean;
    };
