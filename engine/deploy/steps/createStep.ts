import { InitializationError } from "../../provider/initializationError.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { PropertyDifference } from "../events.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, now, type Reasons, type StepContext, timeoutOf } from "./step.ts";

/** How a creation replaces an object: which one, why, and whether the old one is deleted later. */
export interface Replacement extends Reasons {
  readonly old: ResourceState;
  /** Whether the old object is deleted after this; else it is gone already. */
  readonly deleteLater: boolean;
}

/** Makes a new object, or, for a component, its entry in the state. */
export class CreateStep extends DeploymentStep {
  override readonly operation: "create" | "create-replacement";
  override readonly urn: string;
  override readonly new: ResourceState;
  override readonly old: ResourceState | undefined;
  override readonly replaceKeys: readonly string[];
  override readonly changedKeys: readonly string[];
  override readonly detailedDiff: readonly PropertyDifference[] | undefined;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };
  readonly #deleteLater: boolean;

  constructor(state: ResourceState, replacement?: Replacement) {
    super();
    this.operation = replacement === undefined ? "create" : "create-replacement";
    this.urn = state.urn;
    this.new = state;
    this.old = replacement?.old;
    this.replaceKeys = replacement?.replaceKeys ?? [];
    this.changedKeys = replacement?.changedKeys ?? [];
    this.detailedDiff = replacement?.detailed;
    this.#deleteLater = replacement?.deleteLater ?? false;
    this.pending = { resource: state, type: "creating" };
  }

  override get logical(): boolean {
    return this.operation === "create";
  }

  override async apply(context: StepContext): Promise<void> {
    const state = this.new;
    let failure: InitializationError | undefined;
    if (state.custom) {
      const manager = await context.manager(state);
      const created = await manager
        .create({ ...addressOf(state), properties: state.inputs, timeout: timeoutOf(state, "create") })
        .catch((error: unknown) => {
          if (!(error instanceof InitializationError)) {
            throw error;
          }
          failure = error;
          return error;
        });
      state.id = created.id;
      state.outputs = created.outputs;
    }
    state.created = now();
    state.modified = state.created;
    if (this.old !== undefined && this.#deleteLater) {
      this.old.delete = true;
    }
    if (failure !== undefined) {
      state.initErrors = [...failure.reasons];
      throw failure;
    }
  }

  override commit(snapshot: Snapshot): boolean {
    snapshot.add(this.new);
    if (this.old?.pendingReplacement === true) {
      snapshot.drop(this.old);
    } else if (this.old !== undefined) {
      snapshot.touch(this.old);
    }
    return true;
  }
}
