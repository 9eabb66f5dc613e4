import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { Command } from "commander";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { RemoteEmulator } from "../emulator/control.ts";
import { PluginClient, service } from "../test/plugin/pluginClient.ts";
import { engine, repository } from "../test/support/engine.ts";
import { TestStack } from "../test/support/testStack.ts";
import { floorProgram, groupsProgram } from "./programs.ts";
import { watchProviderMemory } from "./providerMemory.ts";

/** What is measured in turn: nothing but the engine, and the same resources over each host. */
const kinds = ["floor", "dynamic", "plugin"] as const;
type Kind = (typeof kinds)[number];

interface Measured {
  readonly seconds: number;
  /** The most memory of the provider's process; unknown where the system does not tell. */
  readonly megabytes: number | undefined;
  readonly calls: number;
  /** What a resource takes in state beyond its own values. */
  readonly stateBytes: number;
}

type Row = { readonly verb: string } & Readonly<Record<Kind, Measured>>;

const { n, parallel, json } = new Command()
  .description("Measures the provider against one that does nothing, on the engine at hand.")
  .option("-n <number>", "how many groups", Number, 1000)
  .option("--parallel <number>", "how many steps at once", Number, 8)
  .option("--json <file>", "writes the figures to a file, too")
  .parse()
  .opts<{ n: number; parallel: number; json?: string }>();

const emulatorProcess = spawn(process.execPath, [path.join(repository, "dist/cli/main.js"), "emulator", "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = (await once(readline.createInterface({ input: emulatorProcess.stdout }), "line")) as [string];
const { url, connections } = JSON.parse(line) as { url: string; connections: unknown };
const emulator = new RemoteEmulator(url);
const stacks: Readonly<Record<Kind, TestStack>> = {
  floor: new TestStack(connections),
  dynamic: new TestStack(connections),
  plugin: new TestStack(connections, "plugin"),
};
try {
  for (const kind of kinds) {
    stacks[kind].write("index.js", kind === "floor" ? floorProgram : groupsProgram(kind));
    await stacks[kind].init();
  }
  const rows: Row[] = [];
  for (const [verb, args, name] of [
    ["up", ["up", "--yes", "--skip-preview"], "Group"],
    ["preview", ["preview"], "Group"],
    ["refresh", ["refresh", "--yes", "--skip-preview"], "Group"],
    ["update all", ["up", "--yes", "--skip-preview"], "Renamed"],
    ["destroy", ["destroy", "--yes", "--skip-preview"], "Renamed"],
  ] as const) {
    const common = ["--stack", "dev", "--non-interactive", "--suppress-outputs", "--parallel", String(parallel)];
    const measures: Measured[] = [];
    for (const kind of kinds) {
      measures.push(await measured(stacks[kind], [...args, ...common], name));
    }
    const [floor, dynamic, plugin] = measures as [Measured, Measured, Measured];
    rows.push({ verb, floor, dynamic, plugin });
  }
  const importMilliseconds = importTime();
  const firstAnswerMilliseconds = await firstAnswerTime();
  print(rows, importMilliseconds, firstAnswerMilliseconds);
  if (json !== undefined) {
    writeFileSync(
      json,
      `${JSON.stringify({ engine: engine.name, n, parallel, rows, importMilliseconds, firstAnswerMilliseconds }, null, 2)}\n`,
    );
  }
} finally {
  emulatorProcess.kill();
  for (const kind of kinds) {
    stacks[kind].remove();
  }
}

async function measured(stack: TestStack, flags: readonly string[], name: string): Promise<Measured> {
  process.env.BENCH_COUNT = String(n);
  process.env.BENCH_NAME = name;
  await emulator.clearRequests();
  const stop = watchProviderMemory();
  const started = performance.now();
  const result = await stack.run(flags);
  const seconds = (performance.now() - started) / 1000;
  if (result.code !== 0) {
    throw new Error(`${flags.join(" ")} ended with ${result.code}:\n${result.output.slice(-4000)}`);
  }
  const megabytes = stop();
  const calls = (await emulator.requests()).length;
  const own = (await stack.state()).filter(({ urn }) => urn.includes("::group-"));
  const bytes = own.reduce((sum, resource) => sum + JSON.stringify(resource).length - ownValues(resource), 0);
  return { seconds, megabytes, calls, stateBytes: own.length === 0 ? 0 : Math.round(bytes / own.length) };
}

/** The bytes of a group's own values, which any provider would store. */
function ownValues({ inputs = {}, outputs = {} }: { inputs?: object; outputs?: object }): number {
  return [...Object.entries(inputs), ...Object.entries(outputs)]
    .filter(([name]) => name !== "__provider")
    .reduce((sum, [, value]) => sum + JSON.stringify(value).length, 0);
}

/** What importing the package adds to a program that has imported the SDK: the median of five, in milliseconds. */
function importTime(): number {
  const program =
    'require("@pulumi/pulumi");const t=performance.now();require("pulumi-groupware");console.log(performance.now()-t)';
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ["-e", program], { cwd: repository, encoding: "utf8" })),
  ).sort((a, b) => a - b);
  return times[2] ?? 0;
}

/** From the start of the plugin to its first answer: the median of five, in milliseconds. */
async function firstAnswerTime(): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const started = performance.now();
    await using plugin = await PluginClient.start();
    await plugin.call(service.getPluginInfo, new emptyMessages.Empty());
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[2] ?? 0;
}

function print(rows: readonly Row[], importMilliseconds: number, firstAnswerMilliseconds: number): void {
  const hosts = ["dynamic", "plugin"] as const;
  const header = [
    "",
    ...kinds.map((kind) => `${kind} s`),
    "dynamic/floor",
    "plugin/dynamic",
    ...hosts.flatMap((host) => [`${host} calls`, "bytes/resource"]),
    ...kinds.map((kind) => `${kind} MB`),
  ];
  const lines = rows.map((row) => [
    row.verb,
    ...kinds.map((kind) => row[kind].seconds.toFixed(2)),
    (row.dynamic.seconds / row.floor.seconds).toFixed(2),
    (row.plugin.seconds / row.dynamic.seconds).toFixed(2),
    ...hosts.flatMap((host) => [
      String(row[host].calls),
      row[host].stateBytes === 0 ? "" : String(row[host].stateBytes),
    ]),
    ...kinds.map((kind) => row[kind].megabytes?.toFixed(0) ?? "n/a"),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  const name = engine.name === "pulumi" ? "the Pulumi CLI" : "the embedded engine";
  process.stdout.write(`${n} Barium groups on ${name}, --parallel ${parallel}\n\n`);
  process.stdout.write(`${[header, ...lines].map(format).join("\n")}\n\n`);
  process.stdout.write(`importing pulumi-groupware adds ${importMilliseconds.toFixed(0)} ms\n`);
  process.stdout.write(`the plugin answers its first call after ${firstAnswerMilliseconds.toFixed(0)} ms\n`);
}
