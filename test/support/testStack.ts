import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import { type CommandResult, engine, repository, runCommand } from "./engine.ts";

/** A resource of a test's program. Texts of the form `${name.output}` are references. */
export interface Declared {
  readonly name: string;
  readonly type: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** One step of a preview's JSON. */
export interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly detailedDiff: Readonly<Record<string, { readonly kind: string }>> | null;
}

/** How the resources are reached: see DESIGN.md, "The two hosts". */
export type Host = "dynamic" | "plugin";

const packages: Readonly<Record<Host, string>> = {
  dynamic: "pulumi-groupware",
  plugin: "pulumi-groupware/plugin",
};

const program = (host: Host) => `
const pulumi = require("@pulumi/pulumi");
const groupware = require(${JSON.stringify(packages[host])});
const made = {};
const resolve = (value) => {
  if (typeof value === "string") {
    const reference = /^\\$\\{([^.]+)\\.(\\w+)\\}$/.exec(value);
    return reference ? made[reference[1]][reference[2]] : value;
  }
  if (Array.isArray(value)) return value.map(resolve);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v)]));
  return value;
};
for (const { name, type, args, options } of require("./resources.json")) {
  const [system, kind] = type.split(":");
  made[name] = new groupware[system][kind](name, resolve(args), options);
}
exports.outputs = Object.fromEntries(Object.entries(made).map(([name, resource]) => [name, resource.id]));
`;

/** The output of a command that must succeed. */
export function succeeded(result: CommandResult): string {
  if (result.code !== 0) {
    throw new Error(`the command ended with ${result.code}:\n${result.output}`);
  }
  return result.output;
}

/** A project in a folder of its own, with one stack, run by the engine at hand. */
export class TestStack {
  readonly folder: string;
  /** What every command in the folder needs. */
  readonly environment: NodeJS.ProcessEnv;

  constructor(connections: unknown, host: Host = "dynamic") {
    this.folder = mkdtempSync(path.join(os.tmpdir(), "groupware-test-"));
    symlinkSync(path.join(repository, "node_modules"), path.join(this.folder, "node_modules"));
    mkdirSync(path.join(this.folder, "state"));
    this.write("package.json", '{ "name": "test", "main": "index.js" }');
    this.useHost(host);
    this.configure({ "groupware:connections": connections });
    this.environment = {
      PULUMI_BACKEND_URL: `file://${path.join(this.folder, "state")}`,
      PULUMI_HOME: path.join(this.folder, "home"),
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: "true",
      // The types of the examples are checked once, by `npm run types`.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    };
  }

  /** Has the same program go through a host; for the plugin, with the lines of `Pulumi.yaml` that the README shows. */
  useHost(host: Host): void {
    const plugins = { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] };
    const runtime = { name: "nodejs", options: { typescript: false } };
    this.write("Pulumi.yaml", stringify({ name: "test", runtime, ...(host === "plugin" ? { plugins } : {}) }));
    this.write("index.js", program(host));
  }

  /** Replaces the stack's configuration; the salt of its secrets stays. */
  configure(config: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.folder, "Pulumi.dev.yaml");
    const { encryptionsalt } = existsSync(file)
      ? (parse(readFileSync(file, "utf8")) as { encryptionsalt?: string })
      : {};
    this.write("Pulumi.dev.yaml", stringify({ ...(encryptionsalt === undefined ? {} : { encryptionsalt }), config }));
  }

  declare(resources: readonly Declared[]): void {
    this.write("resources.json", JSON.stringify(resources));
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), "utf8");
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  async init(): Promise<void> {
    succeeded(await this.run(["stack", "init", "dev"]));
  }

  run(args: readonly string[], onStart?: (kill: () => void) => void): Promise<CommandResult> {
    return runCommand(engine.command, [...engine.args, ...args], {
      cwd: this.folder,
      env: this.environment,
      ...(onStart === undefined ? {} : { onStart }),
    });
  }

  up(...flags: string[]): Promise<CommandResult> {
    return this.run(["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive", ...flags]);
  }

  preview(...flags: string[]): Promise<CommandResult> {
    return this.run(["preview", "--stack", "dev", "--non-interactive", ...flags]);
  }

  refresh(...flags: string[]): Promise<CommandResult> {
    return this.run(["refresh", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive", ...flags]);
  }

  destroy(...flags: string[]): Promise<CommandResult> {
    return this.run(["destroy", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive", ...flags]);
  }

  /** The steps of a preview that are more than `same`. */
  async steps(...flags: string[]): Promise<PreviewStep[]> {
    const result = await this.preview("--json", ...flags);
    succeeded(result);
    const { steps } = JSON.parse(result.stdout) as { steps: PreviewStep[] };
    return steps.filter(({ op }) => op !== "same");
  }

  /** The resources in the file that both engines keep: an export would show the same, at the cost of a process. */
  state(): { urn: string; id?: string; type: string; inputs?: object; outputs?: object }[] {
    const { name } = parse(this.read("Pulumi.yaml")) as { name: string };
    const { checkpoint } = JSON.parse(this.read(`state/.pulumi/stacks/${name}/dev.json`)) as {
      checkpoint: { latest?: { resources?: { urn: string; type: string }[] } };
    };
    return checkpoint.latest?.resources ?? [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
