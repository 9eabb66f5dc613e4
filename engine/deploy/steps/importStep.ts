import { resetPaths } from "../../property/path.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, now, type StepContext } from "./step.ts";

/** Adopts an object that exists already, with the inputs that its provider reads from it. */
export class ImportStep extends DeploymentStep {
  override readonly operation: "import" | "import-replacement";
  override readonly urn: string;
  override readonly new: ResourceState;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };
  readonly #replaced: ResourceState | undefined;
  readonly #ignoreChanges: readonly string[];

  /** `replaced`: another object of ours that goes by the same URN; it is deleted later. */
  constructor(state: ResourceState, replaced: ResourceState | undefined, ignoreChanges: readonly string[]) {
    super();
    this.operation = replaced === undefined ? "import" : "import-replacement";
    this.urn = state.urn;
    this.new = state;
    this.pending = { resource: state, type: "importing" };
    this.#replaced = replaced;
    this.#ignoreChanges = ignoreChanges;
  }

  override get logical(): boolean {
    return this.operation === "import";
  }

  override async apply(context: StepContext): Promise<void> {
    const state = this.new;
    const id = state.importID as string;
    const provider = await context.provider(state);
    const found = await provider.read({ ...addressOf(state), id });
    if (found.outputs === undefined) {
      throw new Error(`resource '${id}' does not exist`);
    }
    if (found.inputs === undefined) {
      throw new Error(`the provider of ${state.type} does not support importing: its Read returns no inputs`);
    }
    state.id = found.id || id;
    state.inputs = resetPaths(found.inputs, found.inputs, this.#ignoreChanges).properties;
    state.outputs = found.outputs;
    if (found.initErrors !== undefined) {
      state.initErrors = [...found.initErrors];
    }
    state.created = now();
    state.modified = state.created;
    if (this.#replaced !== undefined && this.#replaced.external !== true) {
      this.#replaced.delete = true;
    }
  }

  override commit(snapshot: Snapshot): boolean {
    snapshot.add(this.new);
    if (this.#replaced?.external === true) {
      snapshot.drop(this.#replaced);
    } else if (this.#replaced !== undefined) {
      snapshot.touch(this.#replaced);
    }
    return true;
  }
}
