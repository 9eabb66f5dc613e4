import { type RunningProgram, startProgram } from "../program/program.ts";
import type { PropertyMap } from "../property/value.ts";
import { locatePlugin } from "../provider/locatePlugin.ts";
import { ProviderRegistry } from "../provider/registry.ts";
import type { ResourceState } from "../state/resource.ts";
import { defaultProviderGoal } from "./defaultProviders.ts";
import { deletionSteps } from "./deletions.ts";
import { dependenciesOfAll } from "./dependencies.ts";
import { serveEngine } from "./engineService.ts";
import type { EngineEvent } from "./events.ts";
import { StepExecutor } from "./executor.ts";
import { importSteps } from "./imports.ts";
import type { DeploymentOptions, DeploymentResult } from "./options.ts";
import { PriorState } from "./priorState.ts";
import { refreshedState } from "./refresh.ts";
import { Registrar } from "./registrar.ts";
import { type MonitorDeployment, serveMonitor } from "./resourceMonitor.ts";
import { Snapshot } from "./snapshot.ts";
import { RefreshStep } from "./steps/refreshStep.ts";
import type { StepContext } from "./steps/step.ts";
import { isProviderType, parseProviderReference, stackType } from "./urn.ts";

/** Runs one update, preview, refresh, destroy or import of a stack. */
export async function runDeployment(options: DeploymentOptions): Promise<DeploymentResult> {
  return new DeploymentRun(options).run();
}

class DeploymentRun {
  readonly #options: DeploymentOptions;
  readonly #preview: boolean;
  readonly #registry: ProviderRegistry;
  readonly #snapshot: Snapshot;
  readonly #executor: StepExecutor;
  readonly #context: StepContext;
  readonly #deletions = new Set<string>();
  #prior: PriorState;
  #succeeded = true;
  #saveFailed = false;
  #stackOutputs: { readonly urn: string; readonly outputs: PropertyMap } | undefined;

  constructor(options: DeploymentOptions) {
    this.#options = options;
    this.#preview = options.kind === "preview" || options.previewOnly === true;
    // The engine marks resources while it works; the caller's state stays as it is.
    const resources = options.deployment.resources.map((resource) => ({ ...resource }));
    this.#prior = new PriorState(resources);
    this.#snapshot = new Snapshot(resources, options.deployment.pendingOperations);
    this.#registry = new ProviderRegistry({
      preview: this.#preview,
      locate: (packageName, version) => locatePlugin(packageName, version, options.project),
      onLine: (line) => this.#tell({ type: "diagnostic", severity: "info", message: line }),
    });
    this.#context = {
      preview: this.#preview,
      deletions: this.#deletions,
      manager: async (resource) =>
        isProviderType(resource.type) ? this.#registry : await this.#provider(resource.provider as string),
      provider: (resource) => this.#provider(resource.provider as string),
      sameProvider: (state) => this.#registry.same(state),
      warn: (urn, message) => this.#tell({ type: "diagnostic", severity: "warning", urn, message }),
    };
    this.#executor = new StepExecutor({
      parallel: options.parallel,
      onEvent: options.onEvent,
      saveNow: () => this.#saveNow(),
      saveSoon: () => this.#saveSoon(),
      preview: this.#preview,
      context: this.#context,
      snapshot: this.#snapshot,
      countRefreshes: options.kind === "refresh",
    });
  }

  async run(): Promise<DeploymentResult> {
    const options = this.#options;
    const started = performance.now();
    const cancel = (): void => {
      this.#executor.halt();
      void this.#registry.cancel();
    };
    options.signal.addEventListener("abort", cancel);
    const engine = await serveEngine({
      onEvent: options.onEvent,
      onError: () => {
        this.#succeeded = false;
      },
    });
    this.#registry.open(engine.address);
    try {
      if (options.signal.aborted) {
        cancel();
      } else {
        await this.#work(engine.address);
      }
    } catch (error) {
      this.#fail((error as Error).message);
    } finally {
      options.signal.removeEventListener("abort", cancel);
      await this.#executor.idle();
      await this.#registry.close();
      engine.close();
    }
    this.#finishOutputs();
    await this.#saveNow().catch(() => {});
    const what = this.#preview ? "preview" : "update";
    const stepsFailed = this.#executor.failed.length > 0;
    if (stepsFailed || (!this.#succeeded && !this.#executor.isHalted)) {
      this.#fail(`${what} failed`);
    } else if (this.#succeeded && options.signal.aborted) {
      this.#fail(`${what} canceled`);
    }
    const { changes } = this.#executor;
    const outputs = this.#outputs();
    this.#tell({
      type: "summary",
      changes,
      outputs,
      durationSeconds: (performance.now() - started) / 1000,
      preview: this.#preview,
    });
    return {
      succeeded: this.#succeeded,
      deployment: this.#preview ? options.deployment : this.#snapshot.toDeployment(),
      changes,
      outputs,
    };
  }

  async #work(engineAddress: string): Promise<void> {
    const { kind, refresh, deployment } = this.#options;
    if (refresh || kind === "refresh") {
      await this.#refresh();
      if (kind === "refresh" || !this.#succeeded || this.#options.signal.aborted) {
        return;
      }
    } else if (deployment.pendingOperations.length > 0 && !this.#preview) {
      this.#warnOfPendingOperations();
    }
    const registrar = new Registrar({
      project: this.#options.project.name,
      stack: this.#options.stack,
      preview: this.#preview,
      prior: this.#prior,
      executor: this.#executor,
      context: this.#context,
      deletions: this.#deletions,
      onEvent: this.#options.onEvent,
      loadProvider: (resource) => this.#loadProvider(resource),
      aliasProvider: (urn, oldUrn) => this.#registry.alias(urn, oldUrn),
      onFailure: () => {
        this.#succeeded = false;
      },
    });
    if (kind === "destroy") {
      await this.#delete(registrar);
    } else if (kind === "import") {
      const steps = await importSteps(this.#options.imports ?? [], {
        project: this.#options.project.name,
        stack: this.#options.stack,
        prior: this.#prior,
        defaultProvider: this.#defaultProviders(registrar),
      });
      for (const step of steps) {
        // One after the other, as parents may be among them; a failure keeps no other from being tried.
        await this.#executor.runAll([step]);
      }
    } else {
      await this.#runProgram(registrar, engineAddress);
    }
  }

  async #refresh(): Promise<void> {
    const steps = new Map<ResourceState, RefreshStep>();
    for (const resource of this.#prior.resources) {
      await this.#loadProvider(resource);
      steps.set(resource, new RefreshStep(resource));
    }
    await this.#executor.runAll([...steps.values()]);
    const resources = refreshedState(this.#prior.resources, steps);
    this.#prior = new PriorState(resources);
    this.#snapshot.rebase(resources);
    if (this.#executor.failed.length > 0) {
      this.#succeeded = false;
    }
    this.#saveSoon();
  }

  async #runProgram(registrar: Registrar, engineAddress: string): Promise<void> {
    const options = this.#options;
    let finished: () => void = () => {};
    const programFinished = new Promise<void>((resolve) => {
      finished = resolve;
    });
    const monitor = await serveMonitor(this.#monitorDeployment(registrar, finished));
    let program: RunningProgram | undefined;
    try {
      program = await startProgram({
        ...options,
        preview: this.#preview,
        monitorAddress: monitor.address,
        engineAddress,
        onLine: (line) => this.#tell({ type: "diagnostic", severity: "info", message: line }),
      });
      const ended = program.ended.then((result) => {
        if (!result.succeeded) {
          this.#succeeded = false;
          this.#executor.halt();
          if (result.message !== undefined) {
            this.#tell({ type: "diagnostic", severity: "error", message: result.message });
          }
        }
      });
      await Promise.race([programFinished, ended, this.#executor.halted]);
      await this.#executor.idle();
      if (!this.#executor.isHalted) {
        await this.#delete(registrar);
      }
    } finally {
      monitor.release();
      // A program that the engine's end does not end is ended.
      const force = setTimeout(() => program?.kill(), 5_000);
      await program?.ended;
      clearTimeout(force);
      monitor.close();
    }
  }

  #monitorDeployment(registrar: Registrar, finished: () => void): MonitorDeployment {
    return {
      projectDirectory: this.#options.project.directory,
      register: (goal) => registrar.register(goal),
      read: (goal) => registrar.read(goal),
      registerOutputs: (urn, outputs) => this.#registerOutputs(urn, outputs),
      defaultProvider: this.#defaultProviders(registrar),
      provider: (reference) => this.#provider(reference),
      finished,
    };
  }

  /** Makes each default provider once. */
  #defaultProviders(registrar: Registrar): MonitorDeployment["defaultProvider"] {
    const references = new Map<string, Promise<string>>();
    return (packageName, version, pluginDownloadUrl) => {
      const goal = defaultProviderGoal(packageName, version, pluginDownloadUrl, this.#options);
      const key = `${goal.type} ${goal.name}`;
      const reference = references.get(key) ?? registrar.register(goal).then((state) => `${state.urn}::${state.id}`);
      references.set(key, reference);
      return reference;
    };
  }

  #registerOutputs(urn: string, outputs: PropertyMap): void {
    const step = this.#executor.registered.get(urn);
    if (step?.new === undefined) {
      throw new Error(`cannot complete a resource '${urn}' whose registration isn't pending`);
    }
    if (step.new.type === stackType) {
      // Whether they replace the old ones altogether depends on how the deployment ends.
      this.#stackOutputs = { urn, outputs };
      return;
    }
    this.#setOutputs(step.new, outputs);
  }

  #setOutputs(resource: ResourceState, outputs: PropertyMap): void {
    resource.outputs = outputs;
    this.#snapshot.touch(resource);
    this.#saveSoon();
  }

  #finishOutputs(): void {
    if (this.#stackOutputs === undefined) {
      return;
    }
    const { urn, outputs } = this.#stackOutputs;
    const resource = this.#executor.registered.get(urn)?.new;
    if (resource !== undefined) {
      const failed = !this.#succeeded || this.#executor.failed.length > 0;
      const old = failed ? this.#prior.get(urn)?.outputs : {};
      this.#setOutputs(resource, { ...old, ...outputs });
    }
  }

  #outputs(): PropertyMap {
    if (this.#stackOutputs !== undefined) {
      return this.#executor.registered.get(this.#stackOutputs.urn)?.new?.outputs ?? {};
    }
    if (this.#options.kind === "destroy") {
      return {};
    }
    return this.#prior.resources.find((resource) => resource.type === stackType)?.outputs ?? {};
  }

  async #delete(registrar: Registrar): Promise<void> {
    const layers = deletionSteps(this.#prior, registrar, this.#deletions);
    for (const resource of layers.flatMap((steps) => steps.map((step) => step.old as ResourceState))) {
      await this.#loadProvider(resource);
    }
    for (const steps of layers) {
      const failed = this.#executor.failed.map((step) => step.old);
      const needed = failed.length === 0 ? new Set() : dependenciesOfAll(failed, this.#prior.resources);
      await this.#executor.runDeletions(steps.filter((step) => !needed.has(step.old as ResourceState)));
    }
  }

  async #provider(reference: string) {
    const provider = await this.#registry.find(reference);
    if (provider !== undefined) {
      return provider;
    }
    const { urn, id } = parseProviderReference(reference);
    const state = this.#prior.provider(urn, id);
    if (state === undefined) {
      throw new Error(`unknown provider '${reference}'`);
    }
    return this.#registry.load(state);
  }

  /** Starts the provider that a resource of the state needs. */
  async #loadProvider(resource: ResourceState): Promise<void> {
    if (resource.provider !== undefined && resource.custom) {
      await this.#provider(resource.provider);
    }
  }

  async #saveNow(): Promise<void> {
    if (this.#preview) {
      return;
    }
    try {
      await this.#options.save(() => this.#snapshot.toDeployment());
    } catch (error) {
      if (!this.#saveFailed) {
        this.#saveFailed = true;
        this.#fail(`the state could not be saved: ${(error as Error).message}`);
      }
      throw error;
    }
  }

  #saveSoon(): void {
    // A failure is told, and halts the deployment.
    this.#saveNow().catch(() => {});
  }

  #warnOfPendingOperations(): void {
    const operations = this.#options.deployment.pendingOperations.map(
      ({ resource, type }) => `  * ${resource.urn}, interrupted while ${type}`,
    );
    this.#tell({
      type: "diagnostic",
      severity: "warning",
      message: [
        `Attempting to deploy or update resources with ${operations.length} pending operations from previous deployment.`,
        ...operations,
        "These resources are in an unknown state because the engine was interrupted while waiting for changes to them to complete. Check with their system whether the operations were completed. A refresh reads the objects that the state knows and clears their pending operations; an interrupted creation may have left an object that the state does not know: import it or delete it, then clear the operation.",
      ].join("\n"),
    });
  }

  #fail(message: string): void {
    this.#succeeded = false;
    this.#executor.halt();
    this.#tell({ type: "diagnostic", severity: "error", message });
  }

  #tell(event: EngineEvent): void {
    this.#options.onEvent(event);
  }
}
