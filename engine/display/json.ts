import type { EngineEvent, Step } from "../deploy/events.ts";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";
import type { ResourceState } from "../state/resource.ts";

/** The document that `preview --json` prints, as the CLI forms it. Secrets are shown as `[secret]`. */
export class PreviewDigest {
  readonly #config: Readonly<Record<string, string>>;
  readonly #steps: unknown[] = [];
  readonly #diagnostics: unknown[] = [];
  #summary: (EngineEvent & { type: "summary" }) | undefined;

  constructor(config: Readonly<Record<string, string>>) {
    this.#config = config;
  }

  show(event: EngineEvent): void {
    switch (event.type) {
      case "stepFinished":
        this.#steps.push(stepJson(event.step));
        break;
      case "stepFailed":
        this.#diagnostics.push({ urn: event.step.urn, message: event.message, severity: "error" });
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          this.#diagnostics.push({ urn: event.urn, message: event.message, severity: event.severity });
        }
        break;
      case "summary":
        this.#summary = event;
        break;
      default:
        break;
    }
  }

  text(): string {
    const document = {
      config: this.#config,
      steps: this.#steps,
      ...(this.#diagnostics.length === 0 ? {} : { diagnostics: this.#diagnostics }),
      duration: Math.round((this.#summary?.durationSeconds ?? 0) * 1e9),
      changeSummary: this.#summary?.changes ?? {},
    };
    return `${JSON.stringify(document, null, 4)}\n`;
  }
}

/** One line of JSON for an event of an update, a refresh or a destroy. */
export function eventLine(event: EngineEvent, sequence: number): string | undefined {
  const body = eventBody(event);
  return body === undefined
    ? undefined
    : `${JSON.stringify({ sequence, timestamp: Math.floor(Date.now() / 1000), ...body })}\n`;
}

function eventBody(event: EngineEvent): object | undefined {
  switch (event.type) {
    case "stepStarted":
      return { resourcePreEvent: { metadata: stepJson(event.step) } };
    case "stepFinished":
      return { resOutputsEvent: { metadata: stepJson(event.step) } };
    case "stepFailed":
      return { resOpFailedEvent: { metadata: stepJson(event.step), message: event.message } };
    case "diagnostic":
      return { diagnosticEvent: { urn: event.urn, message: event.message, severity: event.severity } };
    case "summary":
      return {
        summaryEvent: {
          maybeCorrupt: false,
          durationSeconds: Math.round(event.durationSeconds),
          resourceChanges: event.changes,
        },
      };
  }
}

function stepJson({ operation, urn, old, new: next, replaceKeys, changedKeys, detailedDiff }: Step): object {
  return {
    op: operation,
    urn,
    ...((next ?? old)?.provider === undefined ? {} : { provider: (next ?? old)?.provider }),
    ...(old === undefined ? {} : { oldState: stateJson(old) }),
    ...(next === undefined ? {} : { newState: stateJson(next) }),
    ...(changedKeys.length === 0 ? {} : { diffReasons: changedKeys }),
    ...(replaceKeys.length === 0 ? {} : { replaceReasons: replaceKeys }),
    detailedDiff:
      detailedDiff === undefined
        ? null
        : Object.fromEntries(detailedDiff.map(({ path, kind, inputDiff }) => [path, { kind, inputDiff }])),
  };
}

function stateJson({
  urn,
  custom,
  id,
  type,
  inputs,
  outputs,
  parent,
  provider,
  protect,
  initErrors,
}: ResourceState): object {
  return {
    urn,
    custom,
    ...(id === undefined || id === "" ? {} : { id }),
    type,
    ...(Object.keys(inputs).length === 0 ? {} : { inputs: shown(inputs) }),
    ...(Object.keys(outputs).length === 0 ? {} : { outputs: shown(outputs) }),
    ...(parent === undefined ? {} : { parent }),
    ...(provider === undefined ? {} : { provider }),
    ...(protect === true ? { protect } : {}),
    ...(initErrors === undefined ? {} : { initErrors }),
  };
}

/** A property map as plain JSON, secrets as `[secret]`; unknown values are left out, as in the CLI's JSON. */
export function shown(properties: PropertyMap, showSecrets = false): Record<string, unknown> {
  return shownValue(properties, showSecrets) as Record<string, unknown>;
}

function shownValue(value: PropertyValue, showSecrets: boolean): unknown {
  if (value instanceof Secret) {
    return showSecrets ? shownValue(value.element, showSecrets) : "[secret]";
  }
  if (Array.isArray(value)) {
    return value.map((element) => shownValue(element, showSecrets));
  }
  if (isMap(value)) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) =>
        member instanceof Unknown ? [] : [[name, shownValue(member, showSecrets)]],
      ),
    );
  }
  return value instanceof Unknown ? undefined : value;
}
