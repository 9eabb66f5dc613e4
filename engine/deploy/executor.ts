import PQueue from "p-queue";
import { Secret } from "../property/value.ts";
import { InitializationError } from "../provider/initializationError.ts";
import type { ResourceState } from "../state/resource.ts";
import type { EngineEvent, Operation } from "./events.ts";
import { HaltedError, ToldError } from "./halt.ts";
import type { DeploymentOptions } from "./options.ts";
import type { Snapshot } from "./snapshot.ts";
import { ProtectedError } from "./steps/deleteStep.ts";
import { RefreshStep } from "./steps/refreshStep.ts";
import type { DeploymentStep, StepContext } from "./steps/step.ts";

export interface ExecutorOptions extends Pick<DeploymentOptions, "parallel" | "onEvent"> {
  readonly preview: boolean;
  readonly context: StepContext;
  readonly snapshot: Snapshot;
  /** Whether what a refresh finds counts as the deployment's changes. */
  readonly countRefreshes: boolean;
  /** Resolves when the state is saved as it is now; rejected when it cannot be, which the user has been told then. */
  saveNow(): Promise<void>;
  /** Has the state saved; if that fails, the deployment does. */
  saveSoon(): void;
}

/** Runs steps, so many at once as was asked for, keeps the state up to date and tells what happens. */
export class StepExecutor {
  /** How many steps of each operation were done. */
  readonly changes: Partial<Record<Operation, number>> = {};
  /** The last step of each resource, whose outputs the program may still register. */
  readonly registered = new Map<string, DeploymentStep>();
  /** Resolves when nothing more is to be begun. */
  readonly halted: Promise<void>;
  readonly #options: ExecutorOptions;
  readonly #queue: PQueue;
  readonly #failed: DeploymentStep[] = [];
  #halt: () => void = () => {};
  #isHalted = false;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#queue = new PQueue({ concurrency: options.parallel });
    this.halted = new Promise((resolve) => {
      this.#halt = resolve;
    });
  }

  /** The steps that failed. */
  get failed(): readonly DeploymentStep[] {
    return this.#failed;
  }

  /** Whether nothing more is to be begun. */
  get isHalted(): boolean {
    return this.#isHalted;
  }

  /** Begins nothing more. */
  halt(): void {
    this.#isHalted = true;
    this.#halt();
  }

  /** Throws when nothing more is to be begun. */
  check(): void {
    if (this.#isHalted) {
      throw new HaltedError();
    }
  }

  /** Resolves when all that was begun has ended. */
  async idle(): Promise<void> {
    await this.#queue.onIdle();
  }

  /**
   * Runs steps one after the other; the first failure halts the deployment.
   * @throws ToldError when one failed, HaltedError when they were not all run because another deployment step failed.
   */
  async run(steps: readonly DeploymentStep[]): Promise<void> {
    await this.#queue.add(async () => {
      for (const step of steps) {
        this.check();
        try {
          await this.#execute(step);
        } catch (error) {
          this.halt();
          throw error;
        }
      }
    });
  }

  /** Runs steps side by side; each failure is told, and none keeps the others from being run. */
  async runAll(steps: readonly DeploymentStep[]): Promise<void> {
    await Promise.all(
      steps.map((step) =>
        this.#queue.add(async () => {
          if (!this.#isHalted) {
            await this.#execute(step).catch(() => {});
          }
        }),
      ),
    );
  }

  /** Runs deletions side by side: a protected resource does not keep the others from being tried, a failure does. */
  async runDeletions(steps: readonly DeploymentStep[]): Promise<void> {
    await Promise.all(
      steps.map((step) =>
        this.#queue.add(async () => {
          if (this.#isHalted) {
            return;
          }
          await this.#execute(step).catch((error: Error) => {
            if (!(error.cause instanceof ProtectedError)) {
              this.halt();
            }
          });
        }),
      ),
    );
  }

  async #execute(step: DeploymentStep): Promise<void> {
    const { preview, snapshot, context } = this.#options;
    this.#tell(step, { type: "stepStarted", step });
    if (!preview && step.pending !== undefined) {
      snapshot.begin(step.pending.resource, step.pending.type);
      await this.#options.saveNow();
    }
    const failure = await step.apply(context).then(
      () => undefined,
      (error: Error) => error,
    );
    if (step.new !== undefined && step.operation !== "replace") {
      markSecretOutputs(step.new);
    }
    if (!preview) {
      if (step.pending !== undefined) {
        snapshot.end(step.pending.resource);
      }
      const done = failure === undefined || failure instanceof InitializationError;
      if ((done && step.commit(snapshot)) || step.pending !== undefined) {
        // Nothing waits for this: whatever is begun next is saved before it starts, and this with it.
        this.#options.saveSoon();
      }
    }
    if (failure !== undefined) {
      this.#failed.push(step);
      const message = preview ? `Preview failed: ${failure.message}` : failure.message;
      if (step.internal) {
        this.#options.onEvent({ type: "diagnostic", severity: "error", message });
      } else {
        this.#options.onEvent({ type: "stepFailed", step, message });
      }
      throw new ToldError(failure.message, { cause: failure });
    }
    if (step.logical && step.new !== undefined) {
      this.registered.set(step.urn, step);
    }
    this.#count(step);
    this.#tell(step, { type: "stepFinished", step });
  }

  #tell(step: DeploymentStep, event: EngineEvent): void {
    if (!step.internal) {
      this.#options.onEvent(event);
    }
  }

  #count(step: DeploymentStep): void {
    const result = step instanceof RefreshStep && this.#options.countRefreshes ? step.refreshResult : undefined;
    const operation = result ?? step.operation;
    if (!step.internal && (step.logical || result !== undefined)) {
      this.changes[operation] = (this.changes[operation] ?? 0) + 1;
    }
  }
}

/** An output is secret if the user says so, or if the input of the same name is. */
function markSecretOutputs(resource: ResourceState): void {
  const secret = (name: string): boolean =>
    resource.additionalSecretOutputs?.includes(name) === true || resource.inputs[name] instanceof Secret;
  if (Object.keys(resource.outputs).some(secret)) {
    resource.outputs = Object.fromEntries(
      Object.entries(resource.outputs).map(([name, value]) => [
        name,
        secret(name) && !(value instanceof Secret) ? new Secret(value) : value,
      ]),
    );
  }
}
