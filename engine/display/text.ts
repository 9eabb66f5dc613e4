import type { EngineEvent, Operation, Step } from "../deploy/events.ts";
import type { PropertyMap } from "../property/value.ts";
import { formatChangedNames, formatDifferences, formatMap, formatValue } from "./values.ts";
import { outcomeOf, type Paint, typeAndName, wordsOf } from "./words.ts";

/** What is shown of a run. */
export interface TextOptions {
  readonly title: string;
  readonly isPreview: boolean;
  /** Shows every changed property (`--diff`). */
  readonly diff: boolean;
  readonly showSames: boolean;
  readonly suppressOutputs: boolean;
  readonly paint: Paint;
}

/** Prints a run as the CLI does where there is no terminal: a line for each step, then the summary. */
export class TextDisplay {
  readonly #options: TextOptions;
  readonly #write: (text: string) => void;
  readonly #started = new Map<string, number>();
  readonly #diagnostics = new Map<string, string[]>();

  constructor(options: TextOptions, write: (text: string) => void) {
    this.#options = options;
    this.#write = write;
    write(`${options.paint("magenta", options.title)}\n\n`);
  }

  show(event: EngineEvent): void {
    switch (event.type) {
      case "stepStarted":
        this.#started.set(`${event.step.operation} ${event.step.urn}`, performance.now());
        if (!this.#options.isPreview && !this.#options.diff) {
          this.#line(event.step, event.step.operation, wordsOf(event.step.operation).present, "");
        }
        break;
      case "stepFinished":
        this.#finished(event.step);
        break;
      case "stepFailed":
        this.#line(event.step, event.step.operation, `${wordsOf(event.step.operation).present} failed`, "");
        this.#diagnose(event.step.urn, "error", event.message);
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          this.#diagnose(event.urn ?? "", event.severity, event.message);
        }
        break;
      case "summary":
        this.#summary(event);
        break;
    }
  }

  #finished(step: Step): void {
    const outcome = outcomeOf(step);
    if (outcome === "same" && !this.#options.showSames) {
      return;
    }
    if (this.#options.diff) {
      this.#tree(step, outcome);
      return;
    }
    const { future, past } = wordsOf(outcome);
    const seconds = (performance.now() - (this.#started.get(`${step.operation} ${step.urn}`) ?? 0)) / 1000;
    const word = this.#options.isPreview ? future : past === "" ? "" : `${past} (${seconds.toFixed(2)}s)`;
    this.#line(step, outcome, word, formatChangedNames(step.detailedDiff));
  }

  #line(step: Step, operation: Operation, word: string, details: string): void {
    const { symbol, style } = wordsOf(operation);
    if (word !== "" || this.#options.showSames) {
      const text = ` ${symbol.padEnd(2)} ${typeAndName(step.urn)} ${word}${details}`.trimEnd();
      this.#write(`${this.#options.paint(style, text)}\n`);
    }
  }

  #tree(step: Step, outcome: Operation): void {
    const { symbol, style, future } = wordsOf(outcome);
    const { paint } = this.#options;
    const [type = ""] = typeAndName(step.urn).split(" ");
    const state = step.new ?? step.old;
    this.#write(`${paint(style, `${symbol} ${type}: (${step.operation === "refresh" ? "refresh" : future})`)}\n`);
    this.#write(`    ${paint("dim", `[id=${state?.id ?? ""}]`)}\n    ${paint("dim", `[urn=${step.urn}]`)}\n`);
    const reasons =
      step.replaceKeys.length === 0 ? "" : `    ${paint("dim", `[replaced by: ${step.replaceKeys.join(", ")}]`)}\n`;
    this.#write(reasons);
    const isRefresh = step.operation === "refresh";
    const old = isRefresh ? (step.old?.outputs ?? {}) : (step.old?.inputs ?? {});
    const next = isRefresh ? (step.new?.outputs ?? {}) : (step.new?.inputs ?? {});
    this.#write(
      outcome === "create" || outcome === "delete"
        ? formatMap(withoutOwn(outcome === "create" ? next : old), "    ")
        : formatDifferences(old, next, "    ", paint),
    );
  }

  #diagnose(urn: string, severity: string, message: string): void {
    const lines = this.#diagnostics.get(urn) ?? [];
    lines.push(severity === "info" ? message : `${severity}: ${message}`);
    this.#diagnostics.set(urn, lines);
  }

  #summary({ changes, outputs, durationSeconds, preview }: EngineEvent & { type: "summary" }): void {
    const { paint, suppressOutputs } = this.#options;
    if (this.#diagnostics.size > 0) {
      this.#write(`${paint("magenta", "Diagnostics:")}\n`);
      for (const [urn, lines] of this.#diagnostics) {
        const [type = "", name = ""] = urn === "" ? ["pulumi:pulumi:Stack"] : typeAndName(urn).split(" ");
        this.#write(`  ${type}${name === "" ? "" : ` (${name})`}:\n`);
        for (const line of lines) {
          const text = line.trimEnd().replaceAll("\n", "\n    ");
          this.#write(`    ${paint(line.startsWith("error") ? "red" : "dim", text)}\n`);
        }
        this.#write("\n");
      }
    }
    if (!suppressOutputs && Object.keys(outputs).length > 0) {
      const width = Math.max(...Object.keys(outputs).map((name) => name.length));
      this.#write(`${paint("magenta", "Outputs:")}\n`);
      for (const name of Object.keys(outputs).sort()) {
        this.#write(`    ${name.padEnd(width)}: ${formatValue(outputs[name], "    ")}\n`);
      }
      this.#write("\n");
    }
    this.#write(`${paint("magenta", "Resources:")}\n`);
    let changed = 0;
    for (const [operation, count] of Object.entries(changes) as [Operation, number][]) {
      const { symbol, style, future, past } = wordsOf(operation);
      const isPart = operation === "create-replacement" || operation === "delete-replaced";
      if (operation !== "same" && !isPart && count > 0) {
        changed += count;
        this.#write(`    ${paint(style, `${symbol} ${count} ${preview ? `to ${future}` : past}`)}\n`);
      }
    }
    const unchanged = changes.same ?? 0;
    const kinds = Object.entries(changes).filter(([operation, count]) => operation !== "same" && count > 0).length;
    if (changed > 0 && (unchanged > 0 || kinds > 1)) {
      this.#write(`    ${changed} ${changed === 1 ? "change" : "changes"}. ${unchanged} unchanged\n`);
    } else if (changed === 0) {
      this.#write(`    ${unchanged} unchanged\n`);
    }
    this.#write(preview ? "\n" : `\nDuration: ${Math.max(1, Math.round(durationSeconds))}s\n\n`);
  }
}

function withoutOwn(properties: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !name.startsWith("__")));
}
