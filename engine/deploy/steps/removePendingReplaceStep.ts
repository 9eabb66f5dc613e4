import type { ResourceState } from "../../state/resource.ts";
import type { Snapshot } from "../snapshot.ts";
import { DeploymentStep } from "./step.ts";

/** Forgets an object that was deleted for a replacement that the program no longer wants. */
export class RemovePendingReplaceStep extends DeploymentStep {
  override readonly operation = "remove-pending-replace";
  override readonly urn: string;
  override readonly old: ResourceState;

  constructor(old: ResourceState) {
    super();
    this.urn = old.urn;
    this.old = old;
  }

  override async apply(): Promise<void> {}

  override commit(snapshot: Snapshot): boolean {
    snapshot.drop(this.old);
    return true;
  }
}
