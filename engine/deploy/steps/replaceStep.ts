import type { ResourceState } from "../../state/resource.ts";
import type { PropertyDifference } from "../events.ts";
import { DeploymentStep, type Reasons } from "./step.ts";

/** Does nothing itself: it stands for the creation and the deletion that together replace an object. */
export class ReplaceStep extends DeploymentStep {
  override readonly operation = "replace";
  override readonly urn: string;
  override readonly old: ResourceState;
  override readonly new: ResourceState;
  override readonly replaceKeys: readonly string[];
  override readonly changedKeys: readonly string[];
  override readonly detailedDiff: readonly PropertyDifference[] | undefined;

  constructor(old: ResourceState, state: ResourceState, reasons: Reasons) {
    super();
    this.urn = state.urn;
    this.old = old;
    this.new = state;
    this.replaceKeys = reasons.replaceKeys;
    this.changedKeys = reasons.changedKeys;
    this.detailedDiff = reasons.detailed;
  }

  override async apply(): Promise<void> {}

  override commit(): boolean {
    return false;
  }
}
