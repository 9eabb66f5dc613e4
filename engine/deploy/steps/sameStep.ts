import { isDeepStrictEqual } from "node:util";
import { propertiesEqual } from "../../property/equal.ts";
import type { ResourceState } from "../../state/resource.ts";
import type { Snapshot } from "../snapshot.ts";
import { isProviderType } from "../urn.ts";
import { DeploymentStep, type StepContext } from "./step.ts";

/** Leaves the object alone; what only the state holds (inputs, dependencies, options) follows the program. */
export class SameStep extends DeploymentStep {
  override readonly operation = "same";
  override readonly urn: string;
  override readonly old: ResourceState;
  override readonly new: ResourceState;

  constructor(old: ResourceState, state: ResourceState) {
    super();
    this.urn = state.urn;
    this.old = old;
    this.new = state;
  }

  override async apply(context: StepContext): Promise<void> {
    if (this.old.id !== undefined) {
      this.new.id = this.old.id;
    }
    this.new.outputs = this.old.outputs;
    if (isProviderType(this.new.type)) {
      // What the provider calls the same it has been configured with, whatever the program says now.
      await context.sameProvider({ ...this.new, inputs: this.old.inputs });
    }
  }

  override commit(snapshot: Snapshot): boolean {
    snapshot.drop(this.old);
    snapshot.add(this.new);
    return differs(this.old, this.new);
  }
}

function differs(old: ResourceState, current: ResourceState): boolean {
  const fields: readonly (keyof ResourceState)[] = [
    "urn",
    "type",
    "custom",
    "parent",
    "protect",
    "provider",
    "customTimeouts",
    "retainOnDelete",
    "deletedWith",
    "ignoreChanges",
    "replaceOnChanges",
    "additionalSecretOutputs",
    "propertyDependencies",
  ];
  return (
    fields.some((field) => !isDeepStrictEqual(old[field], current[field])) ||
    !isDeepStrictEqual([...old.dependencies].sort(), [...current.dependencies].sort()) ||
    !propertiesEqual(old.inputs, current.inputs) ||
    !propertiesEqual(old.outputs, current.outputs)
  );
}
