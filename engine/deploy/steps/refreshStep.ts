import { propertiesEqual } from "../../property/equal.ts";
import type { ResourceState } from "../../state/resource.ts";
import { findDifference, inverted } from "../difference.ts";
import type { PropertyDifference } from "../events.ts";
import { isProviderType } from "../urn.ts";
import { addressOf, DeploymentStep, now, type StepContext } from "./step.ts";

/** Asks the provider what has become of an object, and says how that differs from what the program wanted. */
export class RefreshStep extends DeploymentStep {
  override readonly operation = "refresh";
  override readonly urn: string;
  override readonly old: ResourceState;
  /** `undefined` when the object is gone; until the step has run, and if it fails, the old state. */
  override new: ResourceState | undefined;
  refreshResult: "same" | "update" | "delete" = "same";
  override changedKeys: readonly string[] = [];
  override detailedDiff: readonly PropertyDifference[] | undefined = undefined;

  constructor(old: ResourceState) {
    super();
    this.urn = old.urn;
    this.old = old;
    this.new = old;
  }

  override get logical(): boolean {
    return false;
  }

  override async apply(context: StepContext): Promise<void> {
    const { old } = this;
    if (!old.custom || isProviderType(old.type) || old.pendingReplacement) {
      return;
    }
    const provider = await context.provider(old);
    const address = addressOf(old);
    const found = await provider.read({ ...address, id: old.id as string, inputs: old.inputs, outputs: old.outputs });
    if (found.initErrors !== undefined) {
      context.warn(old.urn, `Refreshed resource is in an unhealthy state:\n* ${found.initErrors.join("\n* ")}`);
    }
    if (found.id === "" || found.outputs === undefined) {
      this.new = undefined;
      this.refreshResult = "delete";
      return;
    }
    const { initErrors: _, ...rest } = old;
    const inputs = found.inputs ?? old.inputs;
    const state: ResourceState = {
      ...rest,
      id: found.id,
      inputs,
      outputs: found.outputs,
      ...(found.initErrors !== undefined && { initErrors: [...found.initErrors] }),
    };
    if (!propertiesEqual(inputs, old.inputs) || !propertiesEqual(found.outputs, old.outputs)) {
      state.modified = now();
    }
    this.new = state;
    if (old.external) {
      this.refreshResult = propertiesEqual(old.outputs, found.outputs) ? "same" : "update";
      return;
    }
    // What would the next update of an unchanged program do? The refresh tells the opposite of it.
    const difference = await findDifference(provider, {
      ...address,
      id: found.id,
      oldInputs: inputs,
      oldOutputs: found.outputs,
      newInputs: old.inputs,
      ignoreChanges: old.ignoreChanges ?? [],
    });
    this.refreshResult = difference.changes === "none" ? "same" : "update";
    this.changedKeys = difference.changedKeys;
    this.detailedDiff = difference.detailed === undefined ? undefined : inverted(difference.detailed);
  }

  /** What refreshes find becomes the state as a whole, when all are done. */
  override commit(): boolean {
    return false;
  }
}
