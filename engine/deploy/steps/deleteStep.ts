import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { Operation } from "../events.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, type StepContext, timeoutOf } from "./step.ts";

/** A resource is protected: that is told of every resource of a deployment, and nothing is deleted for it. */
export class ProtectedError extends Error {
  constructor(urn: string) {
    super(
      `resource "${urn}" cannot be deleted\n` +
        "because it is protected. To unprotect it, remove the `protect` flag from the resource in the program and run `up`",
    );
    this.name = "ProtectedError";
  }
}

/** How a deletion is part of a replacement: before the new object is made (which must follow), or after. */
export type DeletionRole = "alone" | "beforeCreation" | "afterCreation";

/** Deletes an object, or, for a component and for what was only read, its entry in the state. */
export class DeleteStep extends DeploymentStep {
  override readonly operation: Operation;
  override readonly urn: string;
  override readonly old: ResourceState;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };
  readonly #role: DeletionRole;

  constructor(old: ResourceState, role: DeletionRole) {
    super();
    const replacing = role !== "alone";
    this.operation = old.external
      ? replacing
        ? "discard-replaced"
        : "discard"
      : replacing
        ? "delete-replaced"
        : "delete";
    this.urn = old.urn;
    this.old = old;
    this.pending = { resource: old, type: "deleting" };
    this.#role = role;
  }

  override get logical(): boolean {
    return this.#role === "alone";
  }

  override async apply(context: StepContext): Promise<void> {
    const { old } = this;
    if (this.#role === "alone" && old.protect === true) {
      throw new ProtectedError(old.urn);
    }
    const goesWithAnother = old.deletedWith !== undefined && context.deletions.has(old.deletedWith);
    if (!context.preview && old.custom && !old.external && !old.retainOnDelete && !goesWithAnother) {
      const manager = await context.manager(old);
      await manager.delete({
        ...addressOf(old),
        id: old.id as string,
        inputs: old.inputs,
        outputs: old.outputs,
        timeout: timeoutOf(old, "delete"),
      });
    }
    if (this.#role === "beforeCreation") {
      old.pendingReplacement = true;
    }
  }

  override commit(snapshot: Snapshot): boolean {
    if (this.old.pendingReplacement === true) {
      snapshot.touch(this.old);
    } else {
      snapshot.drop(this.old);
    }
    return true;
  }
}
