import type { EngineEvent, Operation, Step } from "../deploy/events.ts";
import { parseProviderReference, parseUrn } from "../deploy/urn.ts";
import type { PropertyMap } from "../property/value.ts";
import { differencesOf } from "./differences.ts";
import type { Display, DisplayOptions } from "./display.ts";
import { formatOutputs } from "./outputs.ts";
import { formatSummary } from "./summary.ts";
import { ValuePrinter } from "./values.ts";
import { isPartOfReplacement, isStack, outcomeOf, retainMark, wordsOf } from "./words.ts";

/** Where the display writes: what is diagnosed is kept apart from the tree. */
export interface TreeWriters {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Prints a run as the CLI's `--diff` does: each step below its parent, with every property that changes. */
export class TreeDisplay implements Display {
  readonly #options: DisplayOptions;
  readonly #writers: TreeWriters;
  readonly #printer: ValuePrinter;
  readonly #seen = new Map<string, Step>();
  #failures = 0;
  #stack: Step | undefined;
  #stackOutputs: PropertyMap | undefined;

  constructor(title: string, options: DisplayOptions, writers: TreeWriters) {
    this.#options = options;
    this.#writers = writers;
    this.#printer = new ValuePrinter(options);
    writers.out(`${options.paint("magenta", title)}\n`);
  }

  show(event: EngineEvent): void {
    switch (event.type) {
      case "stepStarted":
        this.#begin(event.step);
        break;
      case "stepFinished":
        this.#finish(event.step);
        break;
      case "stepFailed":
        this.#failures++;
        this.#writers.error(`${this.#options.paint("red", "error: ")}${event.message}\n`);
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          const prefix = event.severity === "info" ? "" : `${event.severity}: `;
          const style = event.severity === "error" ? "red" : "yellow";
          this.#writers.error(`${this.#options.paint(style, prefix)}${event.message.trimEnd()}\n`);
        }
        break;
      case "summary":
        this.#writers.out(this.#programOutputs(event.outputs));
        this.#writers.out(formatSummary(event, this.#failures, this.#options.paint));
        break;
    }
  }

  end(): void {}

  #begin(step: Step): void {
    this.#seen.set(step.urn, step);
    if (isStack(step)) {
      this.#stack = step;
      this.#stackOutputs = step.old?.outputs;
    }
    const isToldLater = step.operation === "refresh" || step.operation === "import";
    if (!isToldLater && this.#isShown(step, step.operation)) {
      this.#writers.out(this.#head(step, step.operation) + this.#details(step, step.operation));
    }
  }

  #finish(step: Step): void {
    const outcome = outcomeOf(step, this.#options.refreshesOnly);
    // A program tells its stack's outputs at the end.
    if (!this.#isShown(step, outcome) || (isStack(step) && ["same", "create"].includes(step.operation))) {
      return;
    }
    const isRefresh = step.operation === "refresh";
    if (step.operation === "import" || (isRefresh && outcome === "update")) {
      this.#writers.out(this.#head(step, outcome) + this.#details(step, outcome));
      return;
    }
    const outputs = this.#outputsOf(step, isRefresh);
    if (isRefresh && (outcome !== "refresh" || outputs !== "" || isStack(step))) {
      this.#writers.out(this.#head(step, outcome));
    }
    this.#writers.out(this.#outputsText(outputs, this.#indentOf(step) + 1));
  }

  #isShown(step: Step, outcome: Operation): boolean {
    if (isStack(step)) {
      return true;
    }
    if (outcome === "same") {
      return this.#options.showSames || step.old?.protect !== step.new?.protect;
    }
    return !isPartOfReplacement(outcome);
  }

  #indentOf(step: Step): number {
    let indent = 0;
    for (let parent = (step.new ?? step.old)?.parent; parent !== undefined; ) {
      const above = this.#seen.get(parent);
      if (above === undefined) {
        break;
      }
      indent += this.#isShown(above, above.operation) ? 1 : 0;
      parent = (above.new ?? above.old)?.parent;
    }
    return indent;
  }

  #head(step: Step, outcome: Operation): string {
    const { paint } = this.#options;
    const { symbol, style } = wordsOf(outcome);
    const { old, new: next } = step;
    const indent = this.#indentOf(step);
    const lock =
      old?.protect === true && next !== undefined && next.protect !== true
        ? " 🔓"
        : old?.protect === true || next?.protect === true
          ? " 🔒"
          : "";
    const { type } = parseUrn(step.urn);
    const title = `${symbol.padEnd(2)}${type}: (${outcome}${retainMark(step)})${lock}`;
    const id = old?.id ?? "";
    const facts = [...(id === "" ? [] : [`[id=${id}]`]), `[urn=${step.urn}]`, ...providerFact(step)];
    const lines = facts.map((fact) => `${"    ".repeat(indent + 1)}${paint("dim", fact)}\n`);
    return `${"    ".repeat(indent)}${paint(style, title)}\n${lines.join("")}`;
  }

  #details(step: Step, outcome: Operation): string {
    const { old, new: next } = step;
    const indent = this.#indentOf(step) + 1;
    if (outcome === "same") {
      return "";
    }
    if (old === undefined || next === undefined) {
      const hasOutputs = next !== undefined && Object.keys(next.outputs).length > 0;
      const properties = hasOutputs ? next.outputs : (next ?? old)?.inputs;
      return this.#printer.map(properties ?? {}, indent, outcome);
    }
    const members = differencesOf(step);
    return members === undefined
      ? this.#printer.map(step.detailedDiff === undefined ? next.inputs : old.inputs, indent, "same")
      : this.#printer.differences(members, indent);
  }

  #outputsOf(step: Step, isRefresh: boolean): string {
    const { isPreview, showSames } = this.#options;
    const knowsOutputs = !isPreview || isRefresh || step.operation.startsWith("read") || isStack(step);
    if (!knowsOutputs || (step.old?.initErrors?.length ?? 0) > 0) {
      return "";
    }
    const { inputs = {}, outputs = {} } = step.new ?? {};
    return formatOutputs(
      outputs,
      {
        old: step.old?.outputs,
        inputs: isRefresh ? {} : inputs,
        showSames: showSames || (isStack(step) && !isPreview),
        isPreview: isPreview && isStack(step),
        indent: this.#indentOf(step) + 1,
      },
      this.#printer,
    );
  }

  #outputsText(text: string, indent: number): string {
    return text === "" || this.#options.suppressOutputs ? "" : `${"    ".repeat(indent)}--outputs:--\n${text}`;
  }

  /** Of a run of the program: its exports, compared with what they were. */
  #programOutputs(outputs: PropertyMap): string {
    const { isPreview, showSames } = this.#options;
    if (this.#stack === undefined || !["same", "create"].includes(this.#stack.operation)) {
      return "";
    }
    const options = { old: this.#stackOutputs, showSames: showSames || !isPreview, isPreview, indent: 1 };
    return this.#outputsText(formatOutputs(outputs, options, this.#printer), 1);
  }
}

/** Default providers go without saying. */
function providerFact({ old, new: next }: Step): string[] {
  const reference = (next ?? old)?.provider;
  if (reference === undefined) {
    return [];
  }
  if (old !== undefined && next !== undefined && old.provider !== next.provider) {
    return [`[provider: ${old.provider} => ${next.provider}]`];
  }
  return parseUrn(parseProviderReference(reference).urn).name === "default" ? [] : [`[provider=${reference}]`];
}
