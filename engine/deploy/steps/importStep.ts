import { resetPaths } from "../../property/path.ts";
import type { PendingOperation, ResourceState } from "../../state/resource.ts";
import type { Snapshot } from "../snapshot.ts";
import { addressOf, DeploymentStep, now, type StepContext } from "./step.ts";

export interface ImportOptions {
  /** Another object of ours that goes by the same URN; it is deleted later. */
  readonly replaced: ResourceState | undefined;
  readonly ignoreChanges: readonly string[];
  /** Whether it comes from an import of its own, not from the program: then no program says what its inputs should be. */
  readonly standsAlone: boolean;
}

/** Adopts an object that exists already, with the inputs that its provider reads from it. */
export class ImportStep extends DeploymentStep {
  override readonly operation: "import" | "import-replacement";
  override readonly urn: string;
  override readonly new: ResourceState;
  override readonly pending: { readonly resource: ResourceState; readonly type: PendingOperation["type"] };
  readonly #options: ImportOptions;

  constructor(state: ResourceState, options: ImportOptions) {
    super();
    this.operation = options.replaced === undefined ? "import" : "import-replacement";
    this.urn = state.urn;
    this.new = state;
    this.pending = { resource: state, type: "importing" };
    this.#options = options;
  }

  override get logical(): boolean {
    return this.operation === "import";
  }

  override async apply(context: StepContext): Promise<void> {
    const { replaced, ignoreChanges, standsAlone } = this.#options;
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
    state.inputs = resetPaths(found.inputs, found.inputs, ignoreChanges).properties;
    state.outputs = found.outputs;
    if (found.initErrors !== undefined) {
      state.initErrors = [...found.initErrors];
    }
    state.created = now();
    state.modified = state.created;
    if (standsAlone) {
      delete state.importID;
      const { failures } = await provider.check({ ...addressOf(state), olds: found.inputs, news: state.inputs });
      for (const { property, reason } of failures) {
        context.warn(state.urn, `the imported inputs do not pass the provider's own check: ${property}: ${reason}`);
      }
    }
    if (replaced !== undefined && replaced.external !== true) {
      replaced.delete = true;
    }
  }

  override commit(snapshot: Snapshot): boolean {
    const { replaced } = this.#options;
    snapshot.add(this.new);
    if (replaced?.external === true) {
      snapshot.drop(replaced);
    } else if (replaced !== undefined) {
      snapshot.touch(replaced);
    }
    return true;
  }
}
