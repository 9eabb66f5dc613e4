import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { engine, repository, runCommand } from "../support/engine.ts";
import { succeeded } from "../support/testStack.ts";

const program = readFileSync(path.join(repository, "examples/quickstart/index.ts"), "utf8");
const compilerOptions = {
  target: "ES2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  types: [],
  noEmit: true,
};
let folder: string;
let emulator: Emulator;

/** Installs what `npm pack` makes into an empty project outside the repository. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "groupware-package-"));
  emulator = await startEmulator();
  for (const type of ["commonjs", "module"]) {
    emulator.barium.groups(type);
    emulator.apio.groups(type);
  }
  const packed = succeeded(
    await runCommand("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { cwd: repository }),
  );
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("["), packed.lastIndexOf("]") + 1)) as [
    { filename: string },
  ];
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  succeeded(
    await runCommand(
      "npm",
      [
        "install",
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
        `./${filename}`,
        "typescript@~5.9.3",
      ],
      { cwd: folder },
    ),
  );
}, 180_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await emulator.close();
});

it("holds what it needs, and no sources, tests or build records", async () => {
  const { stdout } = await runCommand("find", [".", "-type", "f"], {
    cwd: path.join(folder, "node_modules/pulumi-groupware"),
  });
  const files = stdout.trim().split("\n");
  expect(files).toEqual(
    expect.arrayContaining(["./package.json", "./README.md", "./LICENSE", "./schema.json", "./dist/cli/main.js"]),
  );
  expect(files.filter((file) => /\.tsbuildinfo$|\/test\/|(?<!\.d)\.ts$/.test(file))).toEqual([]);
});

it.each(["commonjs", "module"])(
  "a TypeScript program in an empty project (%s) type-checks, previews and goes up",
  async (type) => {
    const project = path.join(folder, type);
    mkdirSync(project);
    writeFileSync(
      path.join(project, "package.json"),
      JSON.stringify({ name: type, type, main: type === "module" ? "index.js" : "index.ts" }),
    );
    writeFileSync(
      path.join(project, "Pulumi.yaml"),
      `name: ${type}\nruntime:\n  name: nodejs\n  options:\n    typescript: ${type === "commonjs"}\n`,
    );
    writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    writeFileSync(
      path.join(project, "index.ts"),
      program.replace('domainId = "1"', `domainId = "${type}"`).replace('"acme"', `"${type}"`),
    );
    const typescript = path.join(folder, "node_modules/typescript/bin/tsc");
    // Pulumi runs an ES module as JavaScript, as a project's build makes it.
    const emitted = type === "module" ? ["--noEmit", "false"] : [];
    succeeded(await runCommand(process.execPath, [typescript, "-p", ".", ...emitted], { cwd: project }));
    writeFileSync(
      path.join(project, "Pulumi.dev.yaml"),
      `config:\n  groupware:connections: ${JSON.stringify(emulator.connections)}\n`,
    );
    const env = {
      PULUMI_BACKEND_URL: `file://${folder}`,
      PULUMI_HOME: path.join(folder, "home"),
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
    const run = (args: readonly string[]) =>
      runCommand(engine.command, [...engine.args, ...args], { cwd: project, env });
    succeeded(await run(["stack", "init", "dev"]));
    succeeded(await run(["preview", "--stack", "dev", "--non-interactive"]));
    succeeded(await run(["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"]));
    succeeded(await run(["preview", "--stack", "dev", "--refresh", "--expect-no-changes", "--non-interactive"]));
  },
);

it("a project of nothing but a Pulumi.yaml goes up, dynamic and by the plugin", async () => {
  const project = path.join(folder, "yaml");
  mkdirSync(project);
  const resources = {
    sales: { type: "groupware:barium:Group", properties: { domainId: "yaml", key: "sales", name: "Sales" } },
    team: {
      type: "groupware:barium:Group",
      properties: { domainId: "yaml", key: "team", name: "Team", parentId: "${sales.groupId}" },
    },
  };
  const main = "../node_modules/pulumi-groupware/stack";
  const plugins = { providers: [{ name: "groupware", path: "../node_modules/pulumi-groupware" }] };
  const written = (more: object) =>
    writeFileSync(
      path.join(project, "Pulumi.yaml"),
      stringify({ name: "yaml", runtime: "nodejs", main, resources, ...more }),
    );
  written({});
  emulator.barium.groups("yaml");
  const { barium } = emulator.connections;
  writeFileSync(path.join(project, "Pulumi.dev.yaml"), stringify({ config: { "groupware:connections": { barium } } }));
  const env = {
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  const run = (args: readonly string[]) => runCommand(engine.command, [...engine.args, ...args], { cwd: project, env });
  succeeded(await run(["stack", "init", "dev"]));
  succeeded(await run(["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"]));
  expect(emulator.barium.groups("yaml").size).toBe(2);
  written({ plugins });
  succeeded(await run(["preview", "--stack", "dev", "--refresh", "--expect-no-changes", "--non-interactive"]));
});

it("refuses a wrong property when it is compiled", async () => {
  const project = path.join(folder, "wrong");
  mkdirSync(project);
  writeFileSync(path.join(project, "package.json"), "{}");
  writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  writeFileSync(
    path.join(project, "index.ts"),
    'import { barium } from "pulumi-groupware";\nnew barium.Group("x", { domainId: "1", key: "k", nam: "n" });\n',
  );
  const result = await runCommand(process.execPath, [path.join(folder, "node_modules/typescript/bin/tsc"), "-p", "."], {
    cwd: project,
  });
  expect(result.code).not.toBe(0);
  expect(result.stdout).toMatch(/'nam' does not exist in type 'GroupArgs'/);
});
