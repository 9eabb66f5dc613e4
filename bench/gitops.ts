import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { Command } from "commander";
import { stringify } from "yaml";
import { RemoteEmulator } from "../emulator/control.ts";
import { engine, repository } from "../test/support/engine.ts";
import { succeeded, TestStack } from "../test/support/testStack.ts";

const { sizes } = new Command()
  .description("Measures the commands for many objects, and the engine at hand beside them, by the size of a stack.")
  .option("--sizes <list>", "how many groups, separated by commas", "500,1000,2000,10000")
  .parse()
  .opts<{ sizes: string }>();

/** Beyond this many resources in one stack an engine takes hours: there, the commands alone are measured. */
const largestStack = 3000;

/** Has a Node process say how much memory it took, as the last line of standard error. */
const memoryProbe =
  "--import=data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS%20'+process.resourceUsage().maxRSS+'\\n'))";

interface Measured {
  readonly seconds: number;
  readonly megabytes?: number;
}

interface Row extends Measured {
  readonly what: string;
  readonly calls: number;
}

interface ImportFile {
  readonly resources: readonly { readonly type: string; readonly name: string; readonly id: string }[];
}

console.log(`On ${engine.name}; seconds, megabytes of the command's own process, calls of the system.\n`);
for (const size of sizes.split(",").map(Number)) {
  const process = spawn(
    globalThis.process.execPath,
    [path.join(repository, "dist/cli/main.js"), "emulator", "--json"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    const [line] = (await once(readline.createInterface({ input: process.stdout }), "line")) as [string];
    const { url, connections } = JSON.parse(line) as { url: string; connections: Record<string, unknown> };
    await measure(size, new RemoteEmulator(url), { barium: connections.barium });
  } finally {
    process.kill();
  }
}

async function measure(size: number, emulator: RemoteEmulator, connections: object): Promise<void> {
  const stack = new TestStack(connections, "plugin");
  await stack.init();
  await seed(size, emulator);
  const rows: Row[] = [];
  const time = async (what: string, run: () => Promise<number | undefined>) => {
    await emulator.clearRequests();
    const start = performance.now();
    const megabytes = await run();
    const seconds = (performance.now() - start) / 1000;
    rows.push({
      what,
      seconds,
      ...(megabytes === undefined ? {} : { megabytes }),
      calls: (await emulator.requests()).length,
    });
  };
  const groupware = (...args: string[]) => memoryOf(stack, args);
  const engineRun = async (...args: string[]) => void succeeded(await stack.run(args));
  await time("export", () => groupware("export", "--stack", "dev", "--within", "domainId=1"));
  await time("validate", () => groupware("validate", "exported"));
  if (size > largestStack) {
    stack.write("state.json", JSON.stringify(stateOf(JSON.parse(stack.read("exported/import.json")) as ImportFile)));
    await time("drift", () => groupware("drift", "--state", "state.json"));
    report(size, rows);
    stack.remove();
    return;
  }
  stack.write(
    "Pulumi.yaml",
    stringify({
      name: "test",
      runtime: "nodejs",
      main: "node_modules/pulumi-groupware/stack",
      manifests: "exported",
      plugins: { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] },
    }),
  );
  const flags = ["--stack", "dev", "--non-interactive"];
  const imported = [
    "--file",
    "exported/import.json",
    "--yes",
    "--generate-code=false",
    "--protect=false",
    "--skip-preview",
  ];
  await time("import", () => engineRun("import", ...imported, "--stack", "dev"));
  await time("drift", () => groupware("drift", "--stack", "dev"));
  await time("preview", () => engineRun("preview", ...flags, "--expect-no-changes"));
  await time("preview --refresh", () => engineRun("preview", ...flags, "--refresh", "--expect-no-changes"));
  await emulator.change([{ system: "barium", scope: "1", id: "1000002", set: { name: "Changed elsewhere" } }]);
  await time("up of one change", () => engineRun("up", ...flags, "--yes", "--skip-preview", "--refresh"));
  const { stdout } = await stack.run(["stack", "export", "--stack", "dev", "--file", "state.json"]);
  const megabytes = statSync(path.join(stack.folder, "state.json")).size / 1e6;
  report(size, rows, `, ${megabytes.toFixed(1)} MB of state${stdout.trim()}`);
  stack.remove();
}

function report(size: number, rows: readonly Row[], more = ""): void {
  console.log(`${size} groups${more}`);
  for (const { what, seconds, megabytes, calls } of rows) {
    console.log(
      `  ${what.padEnd(20)}${seconds.toFixed(1).padStart(8)} s${(megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB`).padStart(10)}${String(calls).padStart(8)}`,
    );
  }
  console.log();
}

/** The state of a stack that has the imported groups and declares nothing of them but where they are. */
function stateOf({ resources }: ImportFile): object {
  const states = resources.map(({ type, name, id }) => {
    const [domainId] = id.split("/");
    return {
      urn: `urn:pulumi:dev::test::${type}::${name}`,
      type,
      custom: true,
      id,
      inputs: { domainId },
      outputs: { domainId },
    };
  });
  return { version: 3, deployment: { resources: states } };
}

/** One root, and the others below it or beside it. */
async function seed(size: number, emulator: RemoteEmulator): Promise<void> {
  const [root] = await emulator.change([{ system: "barium", scope: "1", set: { key: "root", name: "Root" } }]);
  for (let from = 1; from < size; from += 1000) {
    const groups = Array.from({ length: Math.min(1000, size - from) }, (_, index) => ({
      system: "barium",
      scope: "1",
      set: {
        key: `G${from + index}`,
        name: `Group ${from + index}`,
        ...(index % 2 === 0 ? { parentId: Number(root) } : {}),
      },
    }));
    await emulator.change(groups);
  }
}

/** Runs a command of `groupware`; answers with the memory that it took, in megabytes. */
async function memoryOf(stack: TestStack, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join(repository, "dist/cli/main.js"), ...args], {
    cwd: stack.folder,
    env: { ...process.env, ...stack.environment, NODE_OPTIONS: memoryProbe },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.on("data", (data) => {
    text += String(data);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) {
    throw new Error(`groupware ${args.join(" ")} ended with ${code}:\n${text}`);
  }
  return Number([...text.matchAll(/^maxRSS (\d+)$/gm)].at(-1)?.[1] ?? Number.NaN) / 1024;
}
