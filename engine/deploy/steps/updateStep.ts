import { InitializationError } from "../../provider/initializationError.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { PropertyDifference } from "../events.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, now, type Reasons, type StepContext, timeoutOf } from "./step.ts";

/** Changes an object in place. */
export class UpdateStep extends DeploymentStep {
  override readonly operation = "update";
  override readonly urn: string;
  override readonly old: ResourceState;
  override readonly new: ResourceState;
  override readonly changedKeys: readonly string[];
  override readonly detailedDiff: readonly PropertyDifference[] | undefined;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };

  constructor(old: ResourceState, state: ResourceState, reasons: Reasons) {
    super();
    this.urn = state.urn;
    this.old = old;
    this.new = state;
    this.changedKeys = reasons.changedKeys;
    this.detailedDiff = reasons.detailed;
    this.pending = { resource: state, type: "updating" };
  }

  override async apply(context: StepContext): Promise<void> {
    const { old, new: state } = this;
    if (old.id !== undefined) {
      state.id = old.id;
    }
    if (!state.custom) {
      return;
    }
    const manager = await context.manager(state);
    try {
      const updated = await manager.update({
        ...addressOf(state),
        id: old.id as string,
        oldInputs: old.inputs,
        oldOutputs: old.outputs,
        newInputs: state.inputs,
        ignoreChanges: state.ignoreChanges ?? [],
        timeout: timeoutOf(state, "update"),
      });
      state.outputs = updated.outputs;
    } catch (error) {
      if (error instanceof InitializationError) {
        state.outputs = error.outputs;
        state.initErrors = [...error.reasons];
        // The object does not have the new inputs: with the old ones in the state the next update tries again.
        state.inputs = old.inputs;
      }
      throw error;
    } finally {
      state.modified = now();
    }
  }

  override commit(snapshot: Snapshot): boolean {
    snapshot.drop(this.old);
    snapshot.add(this.new);
    return true;
  }
}
