import os from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import type { EngineEvent } from "../deploy/events.ts";
import { type DeploymentOptions, type DeploymentResult, runDeployment } from "../deploy/index.ts";
import { eventLine, PreviewDigest } from "../display/json.ts";
import { TextDisplay } from "../display/text.ts";
import { painter } from "../display/words.ts";
import type { Stack } from "../state/stack.ts";
import { ExitCode } from "./exitCode.ts";
import { type GlobalOptions, optionsOf, stackOf } from "./target.ts";

type Verb = "up" | "preview" | "refresh" | "destroy";

interface DeployOptions extends GlobalOptions {
  readonly yes?: true;
  readonly skipPreview?: true;
  readonly previewOnly?: true;
  readonly parallel: number;
  readonly refresh?: boolean;
  readonly diff?: true;
  readonly json?: true;
  readonly expectNoChanges?: true;
  readonly showSames?: true;
  readonly suppressOutputs?: true;
  readonly config?: string[];
  readonly configPath?: true;
}

const kinds = { up: "update", preview: "preview", refresh: "refresh", destroy: "destroy" } as const;

/** What a run is called: in its preview, and when it happens. */
const titles = {
  up: ["Previewing update", "Updating"],
  preview: ["Previewing update", "Previewing update"],
  refresh: ["Previewing refresh", "Refreshing"],
  destroy: ["Previewing destroy", "Destroying"],
} as const;

/** `up`, `preview`, `refresh` or `destroy`, with the CLI's flags. */
export function deployCommand(verb: Verb, alias: string | undefined, description: string): Command {
  const command = new Command(verb)
    .description(description)
    .addOption(
      new Option("-p, --parallel <number>", "how many steps may run at once")
        .argParser(positiveInteger)
        .default(os.cpus().length * 4),
    )
    .option("-c, --config <key=value>", "sets a configuration value for this stack", collect)
    .option("--config-path", "the keys of --config are paths")
    .option("--diff", "shows every property that changes")
    .option("-j, --json", "prints JSON")
    .option("--expect-no-changes", "ends with code 7 when there are changes")
    .option("--show-sames", "shows resources that do not change")
    .option("--suppress-outputs", "does not print the stack's outputs")
    .option("-m, --message <text>", "a message; the embedded engine keeps no history of updates");
  if (alias !== undefined) {
    command.alias(alias);
  }
  if (verb !== "refresh") {
    command.option("-r, --refresh [true|false]", "first reads what the systems hold", (text) => text !== "false");
  }
  if (verb !== "preview") {
    command.option("-y, --yes", "does not ask").option("-f, --skip-preview", "does not preview first");
  }
  if (verb === "refresh" || verb === "destroy") {
    command.option("--preview-only", "shows what would happen, and does nothing");
  }
  return command.action(async () => {
    await deploy(verb, optionsOf<DeployOptions>(command));
  });
}

async function deploy(verb: Verb, options: DeployOptions): Promise<void> {
  const stack = stackOf(options);
  setConfiguration(stack, options);
  const asksNothing = verb === "preview" || options.previewOnly === true || options.yes === true;
  if (!asksNothing && !isInteractive(options)) {
    throw new Error("--yes or --skip-preview must be passed in to proceed when running in non-interactive mode");
  }
  const isPreviewOnly = verb === "preview" || options.previewOnly === true;
  if (isPreviewOnly || options.skipPreview !== true) {
    const preview = await run(verb, stack, options, true);
    if (isPreviewOnly) {
      refuseChanges(preview, options);
      return;
    }
    if (options.yes !== true && !(await confirmed(verb))) {
      throw new Error("confirmation declined, not proceeding");
    }
  }
  refuseChanges(await run(verb, stack, options, false), options);
}

async function run(verb: Verb, stack: Stack, options: DeployOptions, isPreview: boolean): Promise<DeploymentResult> {
  const { config, secretKeys } = stack.configuration.values(stack.crypter);
  const shownConfig = Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, secretKeys.includes(key) ? "[secret]" : value]),
  );
  const display = displayOf(verb, stack, options, isPreview, shownConfig);
  const unlock = isPreview ? () => undefined : stack.lock();
  const cancel = new AbortController();
  const interrupt = () => cancel.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    const { project } = stack;
    const deployment: DeploymentOptions = {
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
      config,
      secretConfigKeys: secretKeys,
      deployment: stack.load(),
      parallel: options.parallel,
      refresh: options.refresh === true,
      onEvent: display.show,
      save: isPreview ? async () => undefined : stack.saver(),
      signal: cancel.signal,
    };
    const result = await runDeployment(deployment);
    if (!isPreview) {
      stack.save(result.deployment);
    }
    display.end();
    if (!result.succeeded) {
      throw new ExitCode(255);
    }
    return result;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    unlock();
  }
}

function displayOf(
  verb: Verb,
  stack: Stack,
  options: DeployOptions,
  isPreview: boolean,
  config: Readonly<Record<string, string>>,
): { show(event: EngineEvent): void; end(): void } {
  const write = (text: string) => void process.stdout.write(text);
  if (options.json === true && (verb === "preview" || options.previewOnly === true)) {
    const digest = new PreviewDigest(config);
    return { show: (event) => digest.show(event), end: () => write(digest.text()) };
  }
  if (options.json === true) {
    let sequence = 0;
    return {
      show: (event) => {
        const line = isPreview ? undefined : eventLine(event, sequence++);
        if (line !== undefined) {
          write(line);
        }
      },
      end: () => undefined,
    };
  }
  const text = new TextDisplay(
    {
      title: `${titles[verb][isPreview ? 0 : 1]} (${stack.name}):`,
      isPreview,
      diff: options.diff === true,
      showSames: options.showSames === true,
      suppressOutputs: options.suppressOutputs === true,
      paint: painter(options.color ?? "auto"),
    },
    write,
  );
  return { show: (event) => text.show(event), end: () => undefined };
}

function refuseChanges({ changes }: DeploymentResult, { expectNoChanges }: DeployOptions): void {
  const hasChanges = Object.entries(changes).some(
    ([operation, count]) => operation !== "same" && operation !== "read" && count > 0,
  );
  if (expectNoChanges === true && hasChanges) {
    process.stderr.write("error: no changes were expected but changes occurred\n");
    throw new ExitCode(7);
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

function isInteractive({ nonInteractive }: GlobalOptions): boolean {
  return nonInteractive !== true && process.stdin.isTTY && process.stdout.isTTY;
}

async function confirmed(verb: Verb): Promise<boolean> {
  const { confirm } = await import("@inquirer/prompts");
  const what = verb === "up" ? "perform this update" : `perform this ${verb}`;
  return confirm({ message: `Do you want to ${what}?`, default: false });
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError("It must be a whole number, at least 1.");
  }
  return value;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
