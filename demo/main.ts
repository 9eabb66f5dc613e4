import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { styleText } from "node:util";
import { startEmulator } from "../emulator/index.ts";
import { compileCache, engine, repository, runCommand } from "../test/support/engine.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "groupware-demo-"));
const emulator = await startEmulator();
const environment = {
  PULUMI_BACKEND_URL: `file://${folder}`,
  PULUMI_HOME: path.join(folder, "home"),
  PULUMI_CONFIG_PASSPHRASE: "demo",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  NODE_COMPILE_CACHE: compileCache,
};
const project = path.join(folder, "quickstart");
let chapter = 0;

try {
  cpSync(path.join(repository, "examples/quickstart"), project, {
    recursive: true,
    filter: (file) => !/Pulumi\.[^/]+\.yaml$|[/\\]\.pulumi$/.test(file),
  });
  symlinkSync(path.join(repository, "node_modules"), path.join(project, "node_modules"));

  say(
    `This tour runs examples/quickstart against two emulated systems on this machine, Barium Live and APIO.\nIt runs on ${
      engine.name === "pulumi"
        ? "the Pulumi CLI, because one is on your PATH."
        : "the embedded engine, because no `pulumi` is on your PATH. With the Pulumi CLI everything reads the same."
    }`,
  );

  next("A stack, and the two systems it reaches. Passwords are encrypted in Pulumi.dev.yaml.");
  await run(["stack", "init", "dev"]);
  const secrets = new Set(["password", "apiKey", "token", "clientSecret", "consumerSecret"]);
  for (const [name, settings] of Object.entries(emulator.connections)) {
    for (const [setting, value] of Object.entries(settings)) {
      const flag = secrets.has(setting) ? "--secret" : "--plaintext";
      await run(["config", "set", "--path", flag, `groupware:connections.${name}.${setting}`, String(value)]);
    }
  }

  next("`up` makes a department, its three teams below it, and a phone group.");
  await run(["up", "--yes", "--skip-preview"]);
  const department = [...emulator.barium.groups("1").values()].find(({ key }) => key === "sales");
  const team = [...emulator.barium.groups("1").values()].find(({ key }) => key === "sales-nordics");

  next("Nothing has changed, so a preview finds nothing.");
  await run(["preview", "--expect-no-changes"]);

  next("Now somebody changes things by hand: renames a team, raises the phone group's limit.");
  emulator.change({ system: "barium", scope: "1", id: String(team?.id), set: { name: "Nordics (do not use)" } });
  emulator.change({ system: "apio", scope: "acme", id: "sales", set: { userLimit: 500 } });

  next("A preview with --refresh shows each property that drifted.");
  await run(["preview", "--refresh", "--diff"]);

  next("`up --refresh` brings both back.");
  await run(["up", "--refresh", "--yes", "--skip-preview"]);
  expect([...emulator.barium.groups("1").values()].find(({ id }) => id === team?.id)?.name, "Sales Nordics");
  expect(emulator.apio.groups("acme").get("sales")?.userLimit, 25);
  expect(department?.name, "Sales");

  next("`destroy` takes everything away again.");
  await run(["destroy", "--yes", "--skip-preview"]);
  expect(emulator.barium.groups("1").size + emulator.apio.groups("acme").size, 0);

  say(`That was the tour: ${emulator.requests.all.length} HTTP calls. Nothing is left running.`);
} finally {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
}

function say(text: string): void {
  process.stdout.write(`\n${styleText("bold", text)}\n`);
}

function next(text: string): void {
  say(`${++chapter}. ${text}`);
}

/** Shows a command as a reader would type it, and what it prints. */
async function run(args: readonly string[]): Promise<void> {
  const name = engine.name === "pulumi" ? "pulumi" : "npx groupware engine";
  const shown = args.map((arg, index) => (args[index - 2] === "--secret" ? "********" : arg));
  process.stdout.write(`${styleText("cyan", `$ ${name} ${shown.join(" ")}`)}\n`);
  const stack = args[0] === "stack" ? [] : ["--stack", "dev"];
  const quiet = ["--non-interactive", "--color", "never"];
  const result = await runCommand(engine.command, [...engine.args, ...args, ...stack, ...quiet], {
    cwd: project,
    env: environment,
  });
  const printed = result.output
    .replace(/^@ .*\n/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
  process.stdout.write(printed === "" ? "" : `${printed.replace(/^/gm, "  ")}\n`);
  if (result.code !== 0) {
    throw new Error(`the command ended with ${result.code}`);
  }
}

function expect(actual: unknown, wanted: unknown): void {
  if (actual !== wanted) {
    throw new Error(`the tour expected ${JSON.stringify(wanted)} and found ${JSON.stringify(actual)}`);
  }
}
