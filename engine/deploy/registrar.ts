import { propertiesEqual } from "../property/equal.ts";
import { resetPaths } from "../property/path.ts";
import { Secret } from "../property/value.ts";
import type { CheckFailure, ResourceManager } from "../provider/provider.ts";
import type { ResourceState } from "../state/resource.ts";
import { aliasUrns } from "./aliases.ts";
import { dependentReplacements } from "./dependentReplacements.ts";
import { findDifference, type KnownDifference, replaceOnChanges, replaces } from "./difference.ts";
import type { EngineEvent } from "./events.ts";
import type { StepExecutor } from "./executor.ts";
import type { Goal, ReadGoal } from "./goal.ts";
import { HaltedError, ToldError } from "./halt.ts";
import type { PriorState } from "./priorState.ts";
import { CreateStep } from "./steps/createStep.ts";
import { DeleteStep } from "./steps/deleteStep.ts";
import { ImportStep } from "./steps/importStep.ts";
import { ReadStep } from "./steps/readStep.ts";
import { ReplaceStep } from "./steps/replaceStep.ts";
import { SameStep } from "./steps/sameStep.ts";
import { addressOf, type DeploymentStep, type Reasons, type StepContext } from "./steps/step.ts";
import { UpdateStep } from "./steps/updateStep.ts";
import { isProviderType, makeUrn, parseProviderReference, parseUrn } from "./urn.ts";

const noReasons: Reasons = { replaceKeys: [], changedKeys: [] };

export interface RegistrarOptions {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly prior: PriorState;
  readonly executor: StepExecutor;
  readonly context: StepContext;
  /** The URNs of what this deployment deletes; shared with the steps. */
  readonly deletions: Set<string>;
  onEvent(event: EngineEvent): void;
  /** Starts the provider of a resource in the state, if that has not been done. */
  loadProvider(resource: ResourceState): Promise<void>;
  aliasProvider(urn: string, oldUrn: string): void;
  /** Something went wrong before there was a step; the user has been told. */
  onFailure(): void;
}

/** Decides for each resource of the program what is to be done, and has it done. */
export class Registrar {
  readonly #options: RegistrarOptions;
  readonly #seen = new Set<string>();
  /** The URNs whose resources keep an object, so that it is not deleted in the end. */
  readonly #kept = new Set<string>();
  readonly #replaced = new Set<string>();
  /** The resources that have been decided on; nothing that depends on another can have been before it. */
  readonly #decided = new Set<string>();
  /** Deleted early, because what they depend on is deleted before it is replaced; and why. */
  readonly #deletedEarly = new Map<ResourceState, readonly string[]>();
  readonly #newUrns = new Map<string, string>();
  readonly #oldUrns = new Map<string, string>();

  constructor(options: RegistrarOptions) {
    this.#options = options;
  }

  /** Whether the program has a resource of this URN, or one that went by it before. */
  keeps(urn: string): boolean {
    return this.#kept.has(this.#newUrns.get(urn) ?? urn);
  }

  /** Whether the object has been deleted already, for the sake of another one's replacement. */
  isDeleted(resource: ResourceState): boolean {
    return this.#deletedEarly.has(resource);
  }

  /**
   * Brings one resource to where the program wants it. Returns its new state.
   * @throws ToldError when that failed, HaltedError when the deployment has ended meanwhile.
   */
  async register(goal: Goal): Promise<ResourceState> {
    return this.#telling(goal, async () => {
      const { executor, context, prior } = this.#options;
      const urn = this.#claim(goal);
      let old = this.#findOld(goal, urn);
      let state = newState(goal, urn, old, this.#oldUrns.get(urn));
      const manager = goal.custom ? await context.manager(state) : undefined;
      const recreating = this.#wasDeletedEarly(urn);
      const oldId = old?.importID ?? old?.id;
      if (
        goal.custom &&
        goal.importId !== "" &&
        (old === undefined || old.external === true || oldId !== goal.importId)
      ) {
        const replaced = recreating ? undefined : old;
        const step = new ImportStep(state, { replaced, ignoreChanges: goal.ignoreChanges, standsAlone: false });
        this.#decide(urn, this.#kept);
        await executor.run(replaced === undefined ? [step] : [step, new ReplaceStep(replaced, state, noReasons)]);
        old = state;
        state = newState(goal, urn, old, this.#oldUrns.get(urn));
        state.importID = goal.importId;
      }
      const fresh = recreating || old === undefined || old.external === true;
      const inputs = old === undefined ? goal.properties : this.#ignoring(urn, goal, old);
      state.inputs = inputs;
      if (manager !== undefined) {
        await this.#check(manager, state, fresh ? goal.properties : inputs, fresh ? undefined : old);
      }
      const steps = await this.#decideSteps(goal, state, old, manager, prior);
      executor.check();
      if (steps.length === 0) {
        return old as ResourceState;
      }
      await executor.run(steps);
      return state;
    });
  }

  /** Looks at an object that Pulumi does not manage. */
  async read(goal: ReadGoal): Promise<ResourceState> {
    return this.#telling(goal, async () => {
      const { prior, executor } = this.#options;
      const urn = this.#claim(goal);
      const old = prior.get(urn);
      const state: ResourceState = {
        urn,
        type: goal.type,
        custom: true,
        id: goal.id,
        inputs: goal.properties,
        outputs: {},
        external: true,
        dependencies: [...goal.dependencies],
        propertyDependencies: {},
        ...(goal.parent !== "" && { parent: goal.parent }),
        ...(goal.provider !== "" && { provider: goal.provider }),
        ...(goal.additionalSecretOutputs.length > 0 && { additionalSecretOutputs: [...goal.additionalSecretOutputs] }),
        ...(goal.sourcePosition !== "" && { sourcePosition: goal.sourcePosition }),
      };
      const replacing = old !== undefined && old.external !== true && old.id !== goal.id;
      this.#decide(urn, this.#kept);
      if (replacing) {
        this.#replaced.add(urn);
      }
      const step = new ReadStep(old, state, replacing);
      await executor.run(replacing ? [step, new ReplaceStep(old, state, noReasons)] : [step]);
      return state;
    });
  }

  async #decideSteps(
    goal: Goal,
    state: ResourceState,
    old: ResourceState | undefined,
    manager: ResourceManager | undefined,
    prior: PriorState,
  ): Promise<DeploymentStep[]> {
    const { urn } = state;
    if (this.#wasDeletedEarly(urn) && old !== undefined) {
      return this.#recreate(state, old);
    }
    if (old?.external === true) {
      this.#decide(urn);
      return [new CreateStep(state, { ...noReasons, old, deleteLater: true }), new ReplaceStep(old, state, noReasons)];
    }
    if (old === undefined) {
      this.#decide(urn);
      return [new CreateStep(state)];
    }
    const hasInitErrors = (old.initErrors?.length ?? 0) > 0;
    const found = await this.#difference(goal, state, old, manager);
    if (this.#wasDeletedEarly(urn)) {
      return this.#recreate(state, old);
    }
    const difference = replaceOnChanges(found, goal.replaceOnChanges, hasInitErrors);
    if (difference.changes === "some" || old.pendingReplacement === true) {
      if (replaces(difference) || old.pendingReplacement === true) {
        return this.#replace(goal, state, old, manager, difference, prior);
      }
      this.#decide(urn, this.#kept);
      return [new UpdateStep(old, state, difference)];
    }
    this.#decide(urn, this.#kept);
    if (hasInitErrors) {
      return [new UpdateStep(old, state, difference)];
    }
    // What was imported just now is in the state as it is.
    return prior.get(old.urn) === old ? [new SameStep(old, state)] : [];
  }

  async #difference(
    goal: Goal,
    state: ResourceState,
    old: ResourceState,
    manager: ResourceManager | undefined,
  ): Promise<KnownDifference> {
    const replacement = (key: string): KnownDifference => ({
      changes: "some",
      replaceKeys: [key],
      changedKeys: [],
      deleteBeforeReplace: false,
    });
    if (goal.deletedWith !== "" && this.#replaced.has(goal.deletedWith)) {
      return replacement("deletedWith");
    }
    if (this.#isOtherProvider(old.provider, state.provider)) {
      return replacement("provider");
    }
    if (manager === undefined) {
      return {
        changes: propertiesEqual(old.inputs, state.inputs) ? "none" : "some",
        replaceKeys: [],
        changedKeys: [],
        deleteBeforeReplace: false,
      };
    }
    return findDifference(manager, {
      ...addressOf(state),
      id: old.id as string,
      oldInputs: old.inputs,
      oldOutputs: old.outputs,
      newInputs: state.inputs,
      ignoreChanges: goal.ignoreChanges,
    });
  }

  async #replace(
    goal: Goal,
    state: ResourceState,
    old: ResourceState,
    manager: ResourceManager | undefined,
    difference: KnownDifference,
    prior: PriorState,
  ): Promise<DeploymentStep[]> {
    const { urn } = state;
    if (state.protect === true && old.protect === true) {
      const message = `unable to replace resource "${urn}"\nas it is currently marked for protection. To unprotect the resource, remove the \`protect\` flag from the resource in your Pulumi program and run \`up\``;
      this.#error(urn, message);
      if (!this.#options.preview) {
        throw new ToldError(message);
      }
    }
    if (goal.importId !== "") {
      const message =
        "previously-imported resources that still specify an ID may not be replaced; please remove the `import` declaration from your program";
      if (!this.#options.preview) {
        this.#refuse(urn, message);
      }
      this.#options.context.warn(urn, message);
    }
    this.#decide(urn, this.#kept);
    this.#replaced.add(urn);
    if (manager !== undefined) {
      // A new object takes over no defaults from the old one.
      await this.#check(manager, state, goal.properties, undefined);
    }
    const reasons: Reasons = difference;
    if (!(goal.deleteBeforeReplace ?? difference.deleteBeforeReplace)) {
      return [new CreateStep(state, { ...reasons, old, deleteLater: true }), new ReplaceStep(old, state, reasons)];
    }
    const steps: DeploymentStep[] = [];
    const dependents = await dependentReplacements(old, {
      prior,
      decided: this.#decided,
      context: this.#options.context,
      loadProvider: this.#options.loadProvider,
    });
    for (const { resource, keys } of dependents.reverse()) {
      if (this.#deletedEarly.has(resource)) {
        continue;
      }
      if (resource.protect === true) {
        this.#refuse(
          urn,
          `unable to replace resource "${resource.urn}" as part of replacing "${urn}" as it is currently marked for protection. To unprotect the resource, remove the \`protect\` flag from the resource in your Pulumi program and run \`up\``,
        );
      }
      this.#deletedEarly.set(resource, keys);
      this.#options.deletions.add(resource.urn);
      steps.push(new DeleteStep(resource, "beforeCreation"));
    }
    if (old.pendingReplacement !== true) {
      await this.#options.loadProvider(old);
      this.#options.deletions.add(old.urn);
      steps.push(new DeleteStep(old, "beforeCreation"));
    }
    return [
      ...steps,
      new ReplaceStep(old, state, reasons),
      new CreateStep(state, { ...reasons, old, deleteLater: false }),
    ];
  }

  /** It is deleted already, for the sake of what it depends on: now it turned out to be a replacement. */
  #recreate(state: ResourceState, old: ResourceState): DeploymentStep[] {
    const keys = this.#deletedEarly.get(old) ?? [];
    this.#options.deletions.delete(state.urn);
    this.#decide(state.urn, this.#kept);
    this.#replaced.add(state.urn);
    return [
      new ReplaceStep(old, state, noReasons),
      new CreateStep(state, { ...noReasons, replaceKeys: keys, old, deleteLater: false }),
    ];
  }

  #wasDeletedEarly(urn: string): boolean {
    return this.#options.deletions.has(urn);
  }

  async #check(
    manager: ResourceManager,
    state: ResourceState,
    news: ResourceState["inputs"],
    old: ResourceState | undefined,
  ): Promise<void> {
    const result = await manager.check({ ...addressOf(state), news, ...(old !== undefined && { olds: old.inputs }) });
    if (result.failures.length > 0) {
      for (const failure of result.failures) {
        this.#error(state.urn, failureText(state, failure));
      }
      throw new ToldError(`resource ${state.urn} is invalid`);
    }
    state.inputs = result.inputs;
  }

  #ignoring(urn: string, goal: Goal, old: ResourceState): ResourceState["inputs"] {
    const { properties, impossible } = resetPaths(old.inputs, goal.properties, goal.ignoreChanges);
    if (impossible.length > 0) {
      this.#options.onEvent({
        type: "diagnostic",
        severity: "info",
        urn,
        message: `cannot ignore changes in added or removed elements of the path: "${impossible.join(", ")}"`,
      });
    }
    return properties;
  }

  #claim(goal: Pick<Goal, "parent" | "type" | "name">): string {
    if (goal.parent !== "" && !this.#seen.has(goal.parent)) {
      throw new Error(`could not find parent resource ${goal.parent}`);
    }
    const urn = this.#urnOf(goal);
    if (this.#seen.has(urn)) {
      this.#refuse(urn, `Duplicate resource URN '${urn}'; try giving it a unique name`);
    }
    this.#seen.add(urn);
    return urn;
  }

  #urnOf(goal: Pick<Goal, "parent" | "type" | "name">): string {
    const parentType = goal.parent === "" ? "" : parseUrn(goal.parent).qualifiedType;
    return makeUrn(this.#options.stack, this.#options.project, parentType, goal.type, goal.name);
  }

  #findOld(goal: Goal, urn: string): ResourceState | undefined {
    const { prior, project, stack } = this.#options;
    const claimant = this.#newUrns.get(urn);
    if (claimant !== undefined) {
      this.#refuse(urn, `Duplicate resource URN '${urn}' conflicting with alias on resource with URN '${claimant}'`);
    }
    const present = prior.get(urn);
    if (present !== undefined) {
      return present;
    }
    for (const oldUrn of aliasUrns(goal, project, stack, (known) => this.#oldUrns.get(known))) {
      const old = prior.get(oldUrn);
      if (old === undefined || oldUrn === urn) {
        continue;
      }
      const other = this.#seen.has(oldUrn) ? oldUrn : this.#newUrns.get(oldUrn);
      if (other !== undefined) {
        this.#refuse(
          urn,
          `Duplicate resource alias '${oldUrn}' applied to resource with URN '${urn}' conflicting with resource with URN '${other}'`,
        );
      }
      this.#newUrns.set(oldUrn, urn);
      this.#oldUrns.set(urn, oldUrn);
      if (isProviderType(goal.type)) {
        this.#options.aliasProvider(urn, oldUrn);
      }
      return old;
    }
    return undefined;
  }

  /** Whether another provider manages the resource now; the default provider's own update does not make it another. */
  #isOtherProvider(old: string | undefined, current: string | undefined): boolean {
    if (old === current) {
      return false;
    }
    if (old === undefined || current === undefined) {
      return true;
    }
    const { urn: oldUrn } = parseProviderReference(old);
    const { urn } = parseProviderReference(current);
    return this.#newUrns.get(oldUrn) !== urn && this.#replaced.has(urn);
  }

  #decide(urn: string, kept?: Set<string>): void {
    this.#decided.add(urn);
    kept?.add(urn);
  }

  #refuse(urn: string, message: string): never {
    this.#error(urn, message);
    throw new ToldError(message);
  }

  #error(urn: string, message: string): void {
    this.#options.onFailure();
    this.#options.onEvent({ type: "diagnostic", severity: "error", urn, message });
  }

  /** Whatever goes wrong before there is a step is told here, and ends the deployment. */
  async #telling(
    goal: Pick<Goal, "parent" | "type" | "name">,
    work: () => Promise<ResourceState>,
  ): Promise<ResourceState> {
    const { executor } = this.#options;
    try {
      executor.check();
      return await work();
    } catch (error) {
      executor.halt();
      if (error instanceof HaltedError || error instanceof ToldError) {
        throw error;
      }
      const { message } = error as Error;
      this.#error(this.#urnOf(goal), message);
      throw new ToldError(message, { cause: error });
    }
  }
}

function failureText(state: ResourceState, failure: CheckFailure): string {
  const resource = `${state.type} resource '${parseUrn(state.urn).name}'`;
  if (failure.property === "") {
    return `${resource} has a problem: ${failure.reason}`;
  }
  const value = state.inputs[failure.property] ?? null;
  const shown = value instanceof Secret ? "[secret]" : JSON.stringify(value);
  return `${resource}: property ${failure.property} value ${shown} has a problem: ${failure.reason}`;
}

function newState(goal: Goal, urn: string, old: ResourceState | undefined, oldUrn: string | undefined): ResourceState {
  const timeouts = Object.fromEntries(Object.entries(goal.customTimeouts).filter(([, seconds]) => seconds > 0));
  return {
    urn,
    type: goal.type,
    custom: goal.custom,
    inputs: goal.properties,
    outputs: {},
    dependencies: [...goal.dependencies],
    propertyDependencies: Object.fromEntries(
      Object.entries(goal.propertyDependencies).map(([name, urns]) => [name, [...urns]]),
    ),
    ...(goal.parent !== "" && { parent: goal.parent }),
    ...(goal.protect === true && { protect: true }),
    ...(goal.provider !== "" && { provider: goal.provider }),
    ...(goal.additionalSecretOutputs.length > 0 && { additionalSecretOutputs: [...goal.additionalSecretOutputs] }),
    ...(oldUrn !== undefined && { aliases: [oldUrn] }),
    ...(Object.keys(timeouts).length > 0 && { customTimeouts: timeouts }),
    ...(goal.importId !== "" && { importID: goal.importId }),
    ...(goal.retainOnDelete === true && { retainOnDelete: true }),
    ...(goal.deletedWith !== "" && { deletedWith: goal.deletedWith }),
    ...(old?.created !== undefined && { created: old.created }),
    ...(old?.modified !== undefined && { modified: old.modified }),
    ...(goal.sourcePosition !== "" && { sourcePosition: goal.sourcePosition }),
    ...(goal.ignoreChanges.length > 0 && { ignoreChanges: [...goal.ignoreChanges] }),
    ...(goal.replaceOnChanges.length > 0 && { replaceOnChanges: [...goal.replaceOnChanges] }),
  };
}
