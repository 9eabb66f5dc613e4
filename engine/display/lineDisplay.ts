import type { EngineEvent, Operation, Step } from "../deploy/events.ts";
import { parseUrn, stackType } from "../deploy/urn.ts";
import type { PropertyMap } from "../property/value.ts";
import { differencesOf, type Members } from "./differences.ts";
import type { Display, DisplayOptions } from "./display.ts";
import { formatOutputs } from "./outputs.ts";
import { formatSummary } from "./summary.ts";
import { ValuePrinter } from "./values.ts";
import { isStack, outcomeOf, retainMark, wordsOf } from "./words.ts";

/** Prints a run as the CLI does where there is no terminal: a line for each step, then the summary. */
export class LineDisplay implements Display {
  readonly #options: DisplayOptions;
  readonly #write: (text: string) => void;
  readonly #printer: ValuePrinter;
  readonly #stackName: string;
  readonly #started = new Map<string, number>();
  readonly #diagnostics = new Map<string, string[]>();
  /** The resources that failed; empty for the stack as a whole. */
  readonly #errored = new Set<string>();
  #oldOutputs: PropertyMap | undefined;

  /** @param stackName the name of the resource that stands for the stack. */
  constructor(stackName: string, title: string, options: DisplayOptions, write: (text: string) => void) {
    this.#stackName = stackName;
    this.#options = options;
    this.#write = write;
    this.#printer = new ValuePrinter(options);
    write(`${options.paint("magenta", title)}\n\n`);
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
        this.#fail(event.step, event.message);
        break;
      case "diagnostic":
        if (event.severity !== "debug") {
          this.#diagnose(event.urn ?? "", event.severity, event.message);
        }
        break;
      case "summary":
        this.#write(`${this.#diagnosticsText()}${this.#outputsText(event)}`);
        this.#write(`${formatSummary(event, this.#errored.size, this.#options.paint)}\n`);
        break;
    }
  }

  end(): void {}

  #begin(step: Step): void {
    this.#started.set(keyOf(step), performance.now());
    if (isStack(step)) {
      this.#oldOutputs = step.old?.outputs;
    }
    if (!this.#options.isPreview) {
      this.#line(step, step.operation, wordsOf(step.operation).present, "");
    }
  }

  #finish(step: Step): void {
    const outcome = outcomeOf(step, this.#options.refreshesOnly);
    const foundNothing = outcome === "refresh" && step.refreshResult === "same";
    const { future, past } = wordsOf(outcome);
    if (outcome === "same" ? !this.#options.showSames && protectionChange(step) === undefined : foundNothing) {
      return;
    }
    const isDone = !this.#options.isPreview && past !== "" && outcome !== "refresh";
    const seconds = (performance.now() - (this.#started.get(keyOf(step)) ?? 0)) / 1000;
    const word = isDone ? `${past}${retainMark(step)} (${seconds.toFixed(2)}s)` : `${future}${retainMark(step)}`;
    this.#line(step, outcome, word, formatChangedNames(step), true);
  }

  #fail(step: Step, message: string): void {
    const [firstLine = ""] = message.split("\n");
    this.#line(step, step.operation, `**${wordsOf(step.operation).present} failed**`, `error: ${firstLine}`);
    this.#diagnose(step.urn, "error", message);
  }

  #line(step: Step, operation: Operation, status: string, details: string, evenIfSame = false): void {
    const { symbol, style } = wordsOf(operation);
    if (status === "" && !evenIfSame) {
      return;
    }
    const { type, name } = parseUrn(step.urn);
    const text = ` ${symbol.padEnd(2)} ${type} ${name} ${status}${details === "" ? "" : ` ${details}`}`.trimEnd();
    this.#write(`${this.#options.paint(style, text)}\n`);
  }

  #diagnose(urn: string, severity: string, message: string): void {
    const key = urn !== "" && parseUrn(urn).type === stackType ? "" : urn;
    const text = severity === "info" ? message : `${severity}: ${message}`;
    this.#diagnostics.set(key, [...(this.#diagnostics.get(key) ?? []), text]);
    if (severity === "error") {
      this.#errored.add(key);
    }
  }

  #diagnosticsText(): string {
    const { paint } = this.#options;
    if (this.#diagnostics.size === 0) {
      return "";
    }
    const groups = [...this.#diagnostics]
      .sort(([left], [right]) => Number(right === "") - Number(left === ""))
      .map(([urn, messages]) => {
        const { type, name } = urn === "" ? { type: stackType, name: this.#stackName } : parseUrn(urn);
        const lines = messages.flatMap((message) =>
          message
            .trimEnd()
            .split("\n")
            .map((line) => `    ${line.startsWith("error") ? paint("red", line) : line}`.trimEnd()),
        );
        return `  ${paint("cyan", `${type} (${name}):`)}\n${lines.join("\n")}\n\n`;
      });
    return `${paint("magenta", "Diagnostics:")}\n${groups.join("")}`;
  }

  #outputsText({ outputs }: EngineEvent & { type: "summary" }): string {
    const { paint, isPreview, showSames, suppressOutputs } = this.#options;
    const text = suppressOutputs
      ? ""
      : formatOutputs(
          outputs,
          { old: this.#oldOutputs, showSames: showSames || !isPreview, isPreview, indent: 1 },
          this.#printer,
        );
    return text === "" ? "" : `${paint("magenta", "Outputs:")}\n${text}\n`;
  }
}

function keyOf(step: Step): string {
  return `${step.operation} ${step.urn}`;
}

function protectionChange({ old, new: next }: Step): string | undefined {
  const differs = old !== undefined && next !== undefined && (old.protect === true) !== (next.protect === true);
  return differs ? "protect" : undefined;
}

/** The changed top-level properties in short: `[diff: +title~name,userLimit]`. */
function formatChangedNames(step: Step): string {
  const { old, new: next, changedKeys } = step;
  if (old === undefined || next === undefined) {
    return "";
  }
  const told = new Set(changedKeys);
  const members: Members = differencesOf(step) ?? new Map();
  const names = (...kinds: string[]) =>
    [...members]
      .filter(([name, { kind }]) => kinds.includes(kind) && (told.size === 0 || told.has(name)))
      .map(([name]) => name);
  const protection = protectionChange(step);
  const groups = [
    ["+", names("add")],
    ["-", names("delete")],
    [
      "~",
      [
        ...names("update", "map", "list"),
        ...(old.provider === next.provider ? [] : ["provider"]),
        ...(protection === undefined ? [] : [protection]),
      ].sort(),
    ],
  ] as const;
  const text = groups.map(([sign, group]) => (group.length === 0 ? "" : `${sign}${group.join(",")}`)).join("");
  return text === "" ? "" : `[diff: ${text}]`;
}
