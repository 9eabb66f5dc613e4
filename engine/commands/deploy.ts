import os from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import type { EngineEvent } from "../deploy/events.ts";
import { type DeploymentResult, runDeployment } from "../deploy/index.ts";
import type { ImportRequest } from "../deploy/options.ts";
import type { Display, DisplayOptions } from "../display/display.ts";
import { EventLines } from "../display/eventLines.ts";
import { LineDisplay } from "../display/lineDisplay.ts";
import { PreviewDigest } from "../display/previewDigest.ts";
import { TreeDisplay } from "../display/treeDisplay.ts";
import { painter } from "../display/words.ts";
import type { Stack } from "../state/stack.ts";
import { blind, type ConfigurationValue, valueText } from "../state/stackConfiguration.ts";
import { CommandError, exitCodes } from "./commandError.ts";
import { decryptOf } from "./config.ts";
import { type GlobalOptions, optionsOf, stackOf } from "./target.ts";

type Verb = "up" | "preview" | "refresh" | "destroy" | "import";

/** The flags that all verbs share, and those that some have. */
export interface DeployOptions extends GlobalOptions {
  readonly yes?: true;
  readonly skipPreview?: true;
  readonly previewOnly?: true;
  readonly parallel: number;
  readonly refresh?: boolean;
  readonly diff?: true;
  readonly json?: true;
  readonly expectNoChanges?: true;
  readonly showSames?: true;
  readonly showSecrets?: true;
  readonly suppressOutputs?: true;
  readonly config?: string[];
  readonly configPath?: true;
}

const kinds = {
  up: "update",
  preview: "preview",
  refresh: "refresh",
  destroy: "destroy",
  import: "import",
} as const;

/** What a run is called: in its preview, and when it happens. */
const titles = {
  up: ["Previewing update", "Updating"],
  preview: ["Previewing update", "Previewing update"],
  refresh: ["Previewing refresh", "Refreshing"],
  destroy: ["Previewing destroy", "Destroying"],
  import: ["Previewing import", "Importing"],
} as const;

/** `up`, `preview`, `refresh` or `destroy`, with the CLI's flags. */
export function deployCommand(verb: Exclude<Verb, "import">, alias: string | undefined, description: string): Command {
  const command = addDisplayOptions(new Command(verb).description(description))
    .option("--expect-no-changes", "ends with code 7 when there are changes")
    .option("--show-sames", "shows resources that do not change")
    .option("--show-secrets", "shows secrets in the clear, except in JSON");
  if (alias !== undefined) {
    command.alias(alias);
  }
  if (verb === "up" || verb === "preview") {
    command
      .option("-c, --config <key=value>", "sets a configuration value for this stack", collect)
      .option("--config-path", "the keys of --config are paths");
  }
  if (verb !== "refresh") {
    command.option("-r, --refresh [true|false]", "first reads what the systems hold", truth);
  }
  if (verb !== "preview") {
    addConfirmationOptions(command);
  }
  return command.action(async () => {
    await deploy(verb, optionsOf<DeployOptions>(command));
  });
}

/** How much may happen at once, and what is printed of it. */
export function addDisplayOptions(command: Command): Command {
  return command
    .addOption(
      new Option("-p, --parallel <number>", "how many steps may run at once; 1 and below mean one")
        .argParser(parallelism)
        .default(os.availableParallelism() * 4),
    )
    .option("--diff", "shows every property that changes")
    .option("-j, --json", "prints JSON")
    .option("--suppress-outputs", "does not print the stack's outputs")
    .option("-m, --message <text>", "a message; the embedded engine keeps no history of updates");
}

/** Whether a person looks at the preview first. The CLI's short flag belongs to something else in some verbs. */
export function addConfirmationOptions(command: Command, skipPreview = "-f, --skip-preview"): Command {
  return command
    .option("-y, --yes", "does not ask")
    .option(skipPreview, "does not preview first, and does not ask")
    .option("--preview-only", "shows what would happen, and does nothing");
}

/** Previews, asks and runs, as the options say. `imports` are what the verb `import` adopts. */
export async function deploy(
  verb: Verb,
  options: DeployOptions,
  stack: Stack = stackOf(options),
  imports: readonly ImportRequest[] = [],
): Promise<void> {
  const isPreviewOnly = verb === "preview" || options.previewOnly === true;
  const asks = !isPreviewOnly && options.yes !== true && options.skipPreview !== true && !skipsConfirmations();
  if (asks && !isInteractive(options)) {
    throw new CommandError(
      "--yes or --skip-preview or --preview-only must be passed in to proceed when running in non-interactive mode",
      exitCodes.configuration,
    );
  }
  setConfiguration(stack, options);
  if (isPreviewOnly || options.skipPreview !== true) {
    const preview = await run(verb, stack, options, true, imports);
    if (isPreviewOnly) {
      refuseChanges(verb, preview.result, options);
      return;
    }
    if (asks) {
      await confirm(verb, stack, options, preview.events);
    }
  }
  const { result } = await run(verb, stack, options, false, imports);
  if (verb === "destroy" && options.json !== true) {
    process.stdout.write(
      "The resources in the stack have been deleted, but the configuration associated with the stack is still maintained.\n" +
        `If you want to remove the stack completely, run \`stack rm ${stack.name}\`.\n`,
    );
  }
  refuseChanges(verb, result, options);
}

/** Runs a deployment and prints it. Throws when it did not succeed. */
async function run(
  verb: Verb,
  stack: Stack,
  options: DeployOptions,
  isPreview: boolean,
  imports: readonly ImportRequest[],
): Promise<{ readonly result: DeploymentResult; readonly events: readonly EngineEvent[] }> {
  const { project, configuration } = stack;
  configuration.validate(decryptOf(stack));
  const values = configuration.values(decryptOf(stack));
  const unlock = isPreview ? () => undefined : stack.lock();
  const cancel = new AbortController();
  const interrupt = () => cancel.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const events: EngineEvent[] = [];
  try {
    const deployment = stack.load();
    refuseUnsupported(deployment.resources);
    const display = displayOf(verb, stack, options, isPreview);
    const result = await runDeployment({
      kind: verb === "up" && isPreview ? "preview" : kinds[verb],
      previewOnly: isPreview,
      project: {
        name: project.name,
        directory: project.folder,
        ...(project.main === undefined ? {} : { main: project.main }),
        runtime: project.runtime,
        providerPlugins: (project.plugins?.providers ?? []).map(({ name, path, version }) => ({
          name,
          path,
          ...(version === undefined ? {} : { version }),
        })),
      },
      stack: stack.name,
      organization: "organization",
      config: texts(values),
      secretConfigKeys: [...values].filter(([, { secret }]) => secret).map(([key]) => key),
      deployment,
      parallel: options.parallel,
      refresh: options.refresh === true,
      imports,
      onEvent: (event) => {
        if (isPreview) {
          events.push(event);
        }
        display.show(event);
      },
      save: isPreview ? async () => undefined : stack.saver(),
      signal: cancel.signal,
    });
    if (!isPreview) {
      stack.save(result.deployment);
    }
    display.end();
    if (!result.succeeded) {
      throw new CommandError("");
    }
    return { result, events };
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    unlock();
  }
}

function displayOf(verb: Verb, stack: Stack, options: DeployOptions, isPreview: boolean): Display {
  const out = (text: string) => void process.stdout.write(text);
  const shown: DisplayOptions = {
    isPreview,
    refreshesOnly: verb === "refresh",
    showSames: options.showSames === true,
    showSecrets: options.showSecrets === true,
    suppressOutputs: options.suppressOutputs === true,
    paint: painter(options.color ?? "auto"),
  };
  const title = `${titles[verb][isPreview ? 0 : 1]} (${stack.name}):`;
  if (options.json === true) {
    const config = texts(stack.configuration.values(blind));
    return isPreview ? new PreviewDigest(config, shown, out) : new EventLines(config, shown, out);
  }
  return options.diff === true
    ? new TreeDisplay(title, shown, { out, error: (text) => void process.stderr.write(text) })
    : new LineDisplay(`${stack.project.name}-${stack.name}`, title, shown, out);
}

function texts(values: ReadonlyMap<string, ConfigurationValue>): Record<string, string> {
  return Object.fromEntries([...values].map(([key, { value }]) => [key, valueText(value)]));
}

/** What the CLI does with such a resource is more than this engine can: going on would do something else. */
function refuseUnsupported(resources: ReturnType<Stack["load"]>["resources"]): void {
  const found = resources.find(({ unsupported }) => unsupported !== undefined);
  if (found !== undefined) {
    const names = Object.keys(found.unsupported ?? {}).map((name) => `\`${name}\``);
    throw new Error(
      `the state of '${found.urn}' has ${names.join(", ")}, which the embedded engine does not support; use the Pulumi CLI for this stack`,
    );
  }
}

function refuseChanges(verb: Verb, { changes }: DeploymentResult, { expectNoChanges }: DeployOptions): void {
  const hasChanges = Object.entries(changes).some(
    ([operation, count]) => operation !== "same" && !operation.startsWith("read") && count > 0,
  );
  if (expectNoChanges === true && hasChanges) {
    throw new CommandError(
      `no changes were expected for ${kinds[verb]} but changes were proposed`,
      exitCodes.unexpectedChanges,
    );
  }
}

function setConfiguration(stack: Stack, { config = [], configPath }: DeployOptions): void {
  for (const pair of config) {
    const [key = "", ...value] = pair.split("=");
    stack.configuration.set(key, value.join("="), { isPath: configPath === true });
  }
  if (config.length > 0) {
    stack.configuration.save();
  }
}

function skipsConfirmations(): boolean {
  return ["1", "true"].includes(process.env.PULUMI_SKIP_CONFIRMATIONS ?? "");
}

function isInteractive({ nonInteractive }: GlobalOptions): boolean {
  return nonInteractive !== true && process.stdin.isTTY && process.stdout.isTTY;
}

/** Asks whether to go on; `details` shows the preview again with every property. */
async function confirm(
  verb: Verb,
  stack: Stack,
  options: DeployOptions,
  events: readonly EngineEvent[],
): Promise<void> {
  const { select } = await import("@inquirer/prompts");
  for (;;) {
    const answer = await select({
      message: `Do you want to perform this ${kinds[verb]}?`,
      choices: ["yes", "no", "details"],
      default: "no",
    });
    if (answer === "yes") {
      return;
    }
    if (answer === "no") {
      throw new CommandError(`confirmation declined, not proceeding with the ${kinds[verb]}`);
    }
    const details = displayOf(verb, stack, { ...options, diff: true }, true);
    for (const event of events) {
      details.show(event);
    }
  }
}

function parallelism(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value)) {
    throw new InvalidArgumentError("It must be a whole number.");
  }
  return Math.max(1, value);
}

function truth(text: string): boolean {
  if (text !== "true" && text !== "false") {
    throw new InvalidArgumentError("It must be true or false.");
  }
  return text === "true";
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
