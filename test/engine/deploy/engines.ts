import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { EngineEvent, PropertyDifference } from "../../../engine/deploy/events.ts";
import { type DeploymentOptions, runDeployment } from "../../../engine/deploy/index.ts";
import { isDefaultProvider, parseUrn } from "../../../engine/deploy/urn.ts";
import { Secret } from "../../../engine/property/value.ts";
import type { Deployment } from "../../../engine/state/resource.ts";
import type { Project } from "./project.ts";

type Json = Record<string, unknown>;

/** What both engines tell of a run, in one form. */
export interface Run {
  readonly succeeded: boolean;
  /** `operation name path:kind,…`, sorted by name; a refresh says what it found. */
  readonly steps: readonly string[];
  readonly changes: Json;
  /** The first lines of errors and warnings, with the resource that they are about. */
  readonly problems: readonly string[];
  /** What was printed. */
  readonly output: readonly string[];
}

export interface RunOptions {
  readonly refresh?: boolean;
  readonly parallel?: number;
}

/** An engine, with a stack of the project. */
export interface Engine {
  readonly name: string;
  run(kind: "update" | "preview" | "refresh" | "destroy", options?: RunOptions): Promise<Run>;
  /** The state's resources in one form: secrets as `{ secret }`, without times, places and the providers' random IDs. */
  state(): Promise<Json[]>;
}

export const configuration = { "things:plain": "a value", "things:hidden": "a secret" };

/** The embedded engine, with the state in memory. */
export class EmbeddedEngine implements Engine {
  readonly name = "embedded";
  readonly project: Project;
  deployment: Deployment = { resources: [], pendingOperations: [] };
  /** Of the last run. */
  events: EngineEvent[] = [];

  constructor(project: Project) {
    this.project = project;
  }

  async run(kind: DeploymentOptions["kind"], options: RunOptions = {}): Promise<Run> {
    this.events = [];
    const result = await runDeployment({ ...this.options(), kind, ...options });
    this.deployment = result.deployment;
    return {
      succeeded: result.succeeded,
      steps: this.events
        .filter((event) => event.type === "stepStarted" || event.type === "stepFinished")
        .filter(({ type, step }) => (type === "stepFinished") === (step.operation === "refresh"))
        .map(({ step }) =>
          stepText((kind === "refresh" && step.refreshResult) || step.operation, step.urn, step.detailedDiff),
        )
        .sort(),
      changes: result.changes,
      problems: this.events
        .flatMap((event) =>
          event.type === "stepFailed"
            ? [problemText("error", event.step.urn, event.message)]
            : event.type === "diagnostic" && (event.severity === "error" || event.severity === "warning")
              ? [problemText(event.severity, event.urn, event.message)]
              : [],
        )
        .sort(),
      output: this.events.flatMap((event) =>
        event.type === "diagnostic" && event.severity === "info" ? [plainText(event.message)] : [],
      ),
    };
  }

  /** The options of a run, for tests that need more of them. */
  options(): Omit<DeploymentOptions, "kind"> {
    return {
      project: {
        name: this.project.name,
        directory: this.project.directory,
        runtime: { name: "nodejs", options: { typescript: false } },
        providerPlugins: [{ name: "shelf", path: "./shelf" }],
      },
      stack: "dev",
      organization: "organization",
      config: configuration,
      secretConfigKeys: ["things:hidden"],
      deployment: this.deployment,
      parallel: 8,
      refresh: false,
      onEvent: (event) => this.events.push(event),
      save: async () => {},
      signal: new AbortController().signal,
    };
  }

  async state(): Promise<Json[]> {
    return normalState(this.deployment.resources as unknown as Json[], (value) =>
      value instanceof Secret ? { secret: value.element } : undefined,
    );
  }
}

/** The Pulumi CLI on the PATH. */
export class CliEngine implements Engine {
  readonly name = "cli";
  readonly #project: Project;
  #ready: Promise<void> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  async run(kind: "update" | "preview" | "refresh" | "destroy", options: RunOptions = {}): Promise<Run> {
    this.#ready ??= this.#prepare();
    await this.#ready;
    const log = join(this.#project.directory, "events.log");
    await this.#project.write("events.log", "");
    const { code } = await this.#pulumi([
      kind === "update" ? "up" : kind,
      ...(kind === "preview" ? [] : ["--yes", "--skip-preview"]),
      ...(options.refresh ? ["--refresh"] : []),
      ...["--parallel", String(options.parallel ?? 8)],
      ...["--event-log", log],
    ]);
    const events = (await readFile(log, "utf8"))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as CliEvent);
    return {
      succeeded: code === 0,
      steps: events
        .flatMap((event) => steps(event, kind))
        .filter(({ op, urn }) => !isDefaultProvider(urn) && op !== "remove-pending-replace")
        .map(({ op, urn, detailedDiff }) => stepText(op, urn, toDifferences(detailedDiff)))
        .sort(),
      changes: events.find(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent?.resourceChanges ?? {},
      problems: events
        .flatMap(({ diagnosticEvent }) => (diagnosticEvent === undefined ? [] : [diagnosticEvent]))
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .map(({ severity, urn, message }) => problemText(severity, urn, message))
        .sort(),
      output: events
        .flatMap(({ diagnosticEvent }) => (diagnosticEvent === undefined ? [] : [diagnosticEvent]))
        .filter(({ severity }) => severity.startsWith("info"))
        .map(({ message }) => plainText(message)),
    };
  }

  async state(): Promise<Json[]> {
    const { stdout } = await this.#pulumi(["stack", "export", "--show-secrets"]);
    const exported = JSON.parse(stdout) as { deployment: { resources?: Json[] } };
    return normalState(exported.deployment.resources ?? [], (value) => {
      const { plaintext } = value as { plaintext?: string };
      return typeof plaintext === "string" ? { secret: JSON.parse(plaintext) as unknown } : undefined;
    });
  }

  async #prepare(): Promise<void> {
    await this.#pulumi(["stack", "init", "dev"]);
    await this.#pulumi(["config", "set", "plain", configuration["things:plain"]]);
    await this.#pulumi(["config", "set", "--secret", "hidden", configuration["things:hidden"]]);
  }

  #pulumi(args: readonly string[]): Promise<{ code: number; stdout: string }> {
    const { directory } = this.#project;
    return new Promise((resolve) => {
      execFile(
        "pulumi",
        [...args, "--non-interactive"],
        {
          cwd: directory,
          maxBuffer: 64 * 1024 * 1024,
          env: {
            ...process.env,
            PULUMI_HOME: join(directory, "home"),
            PULUMI_BACKEND_URL: `file://${join(directory, "home")}`,
            PULUMI_CONFIG_PASSPHRASE: "test",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DEBUG_COMMANDS: "true",
          },
        },
        (error, stdout) => resolve({ code: error === null ? 0 : Number(error.code), stdout }),
      );
    });
  }
}

/** Whether the Pulumi CLI is on the PATH. */
export function hasCli(): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, "pulumi"), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

interface CliStep {
  readonly op: string;
  readonly urn: string;
  readonly detailedDiff?: Record<string, { diffKind: PropertyDifference["kind"] }> | null;
}

interface CliEvent {
  readonly resourcePreEvent?: { readonly metadata: CliStep };
  readonly resOutputsEvent?: { readonly metadata: CliStep };
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string; readonly urn?: string };
  readonly summaryEvent?: { readonly resourceChanges?: Json };
}

/** The CLI tells what it is about to do; of a refresh it tells afterwards what was found. */
function steps(event: CliEvent, kind: string): CliStep[] {
  const begun = event.resourcePreEvent?.metadata;
  const ended = event.resOutputsEvent?.metadata;
  if (begun !== undefined && begun.op !== "refresh") {
    return [begun];
  }
  return ended !== undefined && (kind === "refresh" || ended.op === "refresh") ? [ended] : [];
}

function toDifferences(
  detailed: Record<string, { diffKind: PropertyDifference["kind"] }> | null | undefined,
): Pick<PropertyDifference, "path" | "kind">[] {
  return Object.entries(detailed ?? {}).map(([path, { diffKind }]) => ({ path, kind: diffKind }));
}

function stepText(
  operation: string,
  urn: string,
  differences: readonly Pick<PropertyDifference, "path" | "kind">[] | undefined,
): string {
  const details = (differences ?? []).map(({ path, kind }) => `${path}:${kind}`).sort();
  return [nameOf(urn), operation, ...(details.length === 0 ? [] : [details.join(",")])].join(" ");
}

function nameOf(urn: string): string {
  return parseUrn(urn).name;
}

function problemText(severity: string, urn: string | undefined, message: string): string {
  return [severity, ...(urn === undefined || urn === "" ? [] : [nameOf(urn)]), plainText(message).split("\n")[0]].join(
    " ",
  );
}

/** Without the colours and the resources' names that the CLI puts before a message. */
function plainText(message: string): string {
  return message
    .replaceAll(/<\{%[^%]*%\}>/g, "")
    .replace(/ value \{(.*)\} has a problem/, " value $1 has a problem")
    .trim();
}

function normalState(resources: readonly Json[], secret: (value: object) => unknown): Json[] {
  const normal = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) {
      return value;
    }
    const shown = secret(value);
    if (shown !== undefined) {
      return normal(shown);
    }
    return Array.isArray(value)
      ? value.map(normal)
      : Object.fromEntries(
          Object.entries(value)
            .sort(([left], [right]) => (left < right ? -1 : 1))
            .map(([name, member]) => [name, normal(member)]),
        );
  };
  const hidden = new Set(["created", "modified", "sourcePosition", "stackTrace"]);
  const empty = (value: unknown): boolean =>
    value === undefined ||
    value === false ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0);
  return resources
    .map((resource) => {
      const kept = Object.entries(resource).filter(([name, value]) => !hidden.has(name) && !empty(value));
      const isProvider = String(resource.type).startsWith("pulumi:providers:");
      return normal(
        Object.fromEntries(
          kept.map(([name, value]) => [
            name,
            name === "id" && isProvider
              ? "…"
              : name === "provider"
                ? String(value).replace(/[^:]*$/, "…")
                : name === "dependencies"
                  ? [...(value as string[])].sort()
                  : value,
          ]),
        ),
      ) as Json;
    })
    .sort((left, right) =>
      JSON.stringify([left.urn, left.delete]) < JSON.stringify([right.urn, right.delete]) ? -1 : 1,
    );
}
