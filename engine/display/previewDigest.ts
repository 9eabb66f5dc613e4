import type { EngineEvent, Step } from "../deploy/events.ts";
import type { ResourceState } from "../state/resource.ts";
import type { Display, DisplayOptions } from "./display.ts";
import { plainProperties } from "./values.ts";
import { isPartOfReplacement, isStack, outcomeOf } from "./words.ts";

/** Prints the document of `preview --json`, as the CLI forms it. Secrets are `[secret]` in it, whatever is asked for. */
export class PreviewDigest implements Display {
  readonly #config: Readonly<Record<string, string>>;
  readonly #options: DisplayOptions;
  readonly #write: (text: string) => void;
  readonly #steps: { readonly urn: string; json: object }[] = [];
  readonly #diagnostics: object[] = [];
  #summary: (EngineEvent & { type: "summary" }) | undefined;

  /** @param config values by key, their secrets blinded. */
  constructor(config: Readonly<Record<string, string>>, options: DisplayOptions, write: (text: string) => void) {
    this.#config = config;
    this.#options = options;
    this.#write = write;
  }

  show(event: EngineEvent): void {
    switch (event.type) {
      case "stepStarted":
        if (this.#isShown(event.step)) {
          this.#steps.push({ urn: event.step.urn, json: this.#step(event.step, event.step.operation) });
        }
        break;
      case "stepFinished":
        this.#replaceRefreshed(event.step);
        break;
      case "stepFailed":
        this.#diagnostics.push(diagnosticJson(event.step.urn, "error", event.message));
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          this.#diagnostics.push(diagnosticJson(event.urn, event.severity, event.message));
        }
        break;
      case "summary":
        this.#summary = event;
        break;
    }
  }

  end(): void {
    const document = {
      config: this.#config,
      steps: this.#steps.map(({ json }) => json),
      ...(this.#diagnostics.length === 0 ? {} : { diagnostics: this.#diagnostics }),
      duration: Math.round((this.#summary?.durationSeconds ?? 0) * 1e9),
      changeSummary: this.#summary?.changes ?? {},
    };
    this.#write(`${JSON.stringify(document, null, 4)}\n`);
  }

  #isShown(step: Step): boolean {
    if (isStack(step)) {
      return true;
    }
    return step.operation === "same"
      ? this.#options.showSames || step.old?.protect !== step.new?.protect
      : !isPartOfReplacement(step.operation);
  }

  /** A run that only refreshes tells what it found in the place of the step that looked. */
  #replaceRefreshed(step: Step): void {
    const outcome = outcomeOf(step, this.#options.refreshesOnly);
    const known = this.#steps.find(({ urn }) => urn === step.urn);
    const isTold = (outcome === "update" && step.detailedDiff !== undefined) || outcome === "delete";
    if (step.operation === "refresh" && isTold && known !== undefined) {
      known.json = this.#step(step, outcome);
    }
  }

  #step(step: Step, operation: string): object {
    const { urn, old, new: next, replaceKeys, changedKeys, detailedDiff } = step;
    const provider = (next ?? old)?.provider;
    const state = (resource: ResourceState) => stateJson(resource, isStack(step) && this.#options.suppressOutputs);
    return {
      op: operation,
      urn,
      ...(provider === undefined ? {} : { provider }),
      ...(old === undefined ? {} : { oldState: state(old) }),
      ...(next === undefined ? {} : { newState: state(next) }),
      ...(changedKeys.length === 0 ? {} : { diffReasons: changedKeys }),
      ...(replaceKeys.length === 0 ? {} : { replaceReasons: replaceKeys }),
      detailedDiff:
        detailedDiff === undefined
          ? null
          : Object.fromEntries(detailedDiff.map(({ path, kind, inputDiff }) => [path, { kind, inputDiff }])),
    };
  }
}

function diagnosticJson(urn: string | undefined, severity: string, message: string): object {
  const text = severity === "info" ? message : `${severity}: ${message}`;
  return { ...(urn === undefined ? {} : { urn }), message: `${text.trimEnd()}\n`, severity };
}

/** A state as the state file has it, its secrets hidden and what is empty left out. */
function stateJson(resource: ResourceState, hidesProperties: boolean): object {
  const { urn, custom, delete: isDeleted, id, type, inputs, outputs, parent, ...rest } = resource;
  const { protect, external, dependencies, initErrors, provider, propertyDependencies, ...last } = rest;
  const { unsupported: _, ...others } = last;
  const entries = Object.entries({
    urn,
    custom,
    delete: isDeleted,
    id,
    type,
    inputs: hidesProperties ? {} : plainProperties(inputs),
    outputs: hidesProperties ? {} : plainProperties(outputs),
    parent,
    protect,
    external,
    dependencies,
    initErrors,
    provider,
    propertyDependencies,
    ...others,
  });
  return Object.fromEntries(entries.filter(([name, value]) => name === "custom" || !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === false ||
    value === "" ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}
