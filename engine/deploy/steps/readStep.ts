import { propertiesEqual } from "../../property/equal.ts";
import { unknownMarker } from "../../property/wire.ts";
import { InitializationError } from "../../provider/initializationError.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, now, type StepContext } from "./step.ts";

/** Looks at an object that Pulumi does not manage; in a preview as well. */
export class ReadStep extends DeploymentStep {
  override readonly operation: "read" | "read-replacement";
  override readonly urn: string;
  override readonly old: ResourceState | undefined;
  override readonly new: ResourceState;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };

  /** `replacing`: the old entry stands for an object of our own, which is deleted later. */
  constructor(old: ResourceState | undefined, state: ResourceState, replacing: boolean) {
    super();
    this.operation = replacing ? "read-replacement" : "read";
    this.urn = state.urn;
    this.old = old;
    this.new = state;
    this.pending = { resource: state, type: "reading" };
  }

  /** A read counts only when it found something new. */
  override get logical(): boolean {
    return this.operation === "read" && this.old !== undefined && !propertiesEqual(this.old.outputs, this.new.outputs);
  }

  override async apply(context: StepContext): Promise<void> {
    const { old, new: state } = this;
    let failure: InitializationError | undefined;
    if (state.id !== unknownMarker) {
      const provider = await context.provider(state);
      const id = state.id as string;
      const found = await provider.read({ ...addressOf(state), id, inputs: state.inputs, outputs: state.inputs });
      if (found.outputs === undefined) {
        throw new Error(`resource '${id}' does not exist`);
      }
      state.id = found.id || id;
      state.outputs = found.outputs;
      if (found.initErrors !== undefined) {
        state.initErrors = [...found.initErrors];
        failure = new InitializationError(found.id, found.outputs, found.inputs, found.initErrors);
      }
    }
    if (old !== undefined) {
      if (this.operation === "read-replacement") {
        old.delete = true;
      }
      if (old.created !== undefined) {
        state.created = old.created;
      }
      const unchanged = propertiesEqual(old.inputs, state.inputs) && propertiesEqual(old.outputs, state.outputs);
      const modified = unchanged ? old.modified : now();
      if (modified !== undefined) {
        state.modified = modified;
      }
    }
    if (failure !== undefined) {
      throw failure;
    }
  }

  override commit(snapshot: Snapshot): boolean {
    if (this.old !== undefined && this.operation === "read") {
      snapshot.drop(this.old);
    } else if (this.old !== undefined) {
      snapshot.touch(this.old);
    }
    snapshot.add(this.new);
    return true;
  }
}
