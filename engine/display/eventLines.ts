import type { EngineEvent, Step } from "../deploy/events.ts";
import { parseUrn } from "../deploy/urn.ts";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";
import { secretSignature, signatureKey, unknownMarker } from "../property/wire.ts";
import type { ResourceState } from "../state/resource.ts";
import type { Display, DisplayOptions } from "./display.ts";
import { isPartOfReplacement, outcomeOf } from "./words.ts";

/**
 * Prints a line of JSON for each event, as `up --json`, `refresh --json` and `destroy --json` of the CLI do. The values
 * of secrets are `[secret]`, whatever is asked for.
 */
export class EventLines implements Display {
  readonly #options: DisplayOptions;
  readonly #write: (text: string) => void;
  #sequence = 0;
  #failed = false;

  /** @param config values by key, their secrets blinded. */
  constructor(config: Readonly<Record<string, string>>, options: DisplayOptions, write: (text: string) => void) {
    this.#options = options;
    this.#write = write;
    this.#line({ preludeEvent: { config } });
  }

  show(event: EngineEvent): void {
    switch (event.type) {
      case "stepStarted":
        this.#line({ resourcePreEvent: { metadata: stepJson(event.step, event.step.operation) } });
        break;
      case "stepFinished": {
        const outcome = outcomeOf(event.step, this.#options.refreshesOnly);
        this.#line({ resOutputsEvent: { metadata: stepJson(event.step, outcome) } });
        break;
      }
      case "stepFailed":
        this.#diagnostic(event.step.urn, "error", event.message);
        this.#line({
          resOpFailedEvent: { metadata: stepJson(event.step, event.step.operation), status: 0, steps: 0 },
        });
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          this.#diagnostic(event.urn, event.severity, event.message);
        }
        break;
      case "summary":
        this.#line({
          summaryEvent: {
            maybeCorrupt: false,
            durationSeconds: Math.ceil(event.durationSeconds),
            resourceChanges: event.changes,
            PolicyPacks: {},
            isPreview: event.preview,
            result: this.#failed ? "failed" : "succeeded",
          },
        });
        break;
    }
  }

  end(): void {
    this.#line({ cancelEvent: {} });
  }

  #diagnostic(urn: string | undefined, severity: string, message: string): void {
    this.#failed ||= severity === "error";
    this.#line({
      diagnosticEvent: {
        ...(urn === undefined ? {} : { urn }),
        ...(severity === "info" ? {} : { prefix: `${severity}: ` }),
        message: `${message.trimEnd()}\n`,
        color: "never",
        severity,
      },
    });
  }

  #line(body: object): void {
    const event = { sequence: this.#sequence++, timestamp: Math.floor(Date.now() / 1000), ...body };
    this.#write(`${JSON.stringify(event)}\n`);
  }
}

function stepJson(step: Step, operation: string): object {
  const { urn, old, new: next, replaceKeys, changedKeys, detailedDiff } = step;
  return {
    op: operation,
    urn,
    type: parseUrn(urn).type,
    old: old === undefined ? null : stateJson(old),
    new: next === undefined ? null : stateJson(next),
    ...(replaceKeys.length === 0 ? {} : { keys: replaceKeys }),
    ...(changedKeys.length === 0 ? {} : { diffs: changedKeys }),
    detailedDiff:
      detailedDiff === undefined
        ? null
        : Object.fromEntries(detailedDiff.map(({ path, kind, inputDiff }) => [path, { diffKind: kind, inputDiff }])),
    ...(isPartOfReplacement(step.operation) ? {} : { logical: true }),
    provider: (next ?? old)?.provider ?? "",
  };
}

function stateJson({
  type,
  urn,
  custom,
  delete: isDeleted,
  id,
  parent,
  protect,
  external,
  retainOnDelete,
  inputs,
  outputs,
  provider,
  initErrors,
}: ResourceState): object {
  return {
    type,
    urn,
    ...(custom ? { custom } : {}),
    ...(isDeleted === true ? { delete: true } : {}),
    id: id ?? "",
    parent: parent ?? "",
    ...(protect === true ? { protect } : {}),
    ...(external === true ? { external } : {}),
    ...(retainOnDelete === true ? { retainOnDelete } : {}),
    inputs: blinded(inputs),
    outputs: blinded(outputs),
    provider: provider ?? "",
    ...(initErrors === undefined || initErrors.length === 0 ? {} : { initErrors }),
  };
}

function blinded(properties: PropertyMap): object {
  return Object.fromEntries(
    Object.keys(properties)
      .sort()
      .map((name) => [name, blindedValue(properties[name] ?? null)]),
  );
}

function blindedValue(value: PropertyValue): unknown {
  if (value instanceof Secret) {
    return { [signatureKey]: secretSignature, ciphertext: "[secret]" };
  }
  if (value instanceof Unknown) {
    return unknownMarker;
  }
  if (Array.isArray(value)) {
    return value.map(blindedValue);
  }
  return isMap(value) ? blinded(value) : value;
}
