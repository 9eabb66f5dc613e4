import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Project } from "../deploy/project.ts";
import { CommandLine } from "./commandLine.ts";

async function stage(program = "", stack = true): Promise<CommandLine> {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  await project.program(program);
  const engine = CommandLine.embedded(project);
  if (stack) {
    await engine.succeed("stack init dev");
  }
  return engine;
}

test("a run from nothing to nothing, in the words and with the codes of the CLI", async () => {
  const engine = await stage(`
    const a = new Thing("a", { value: "one", hidden: pulumi.secret("geheim") });
    exports.id = a.id; exports.hidden = a.hidden;`);
  expect(await engine.run("up")).toMatchObject({
    code: 2,
    stderr:
      "error: --yes or --skip-preview or --preview-only must be passed in to proceed when running in non-interactive mode\n",
  });
  expect(await engine.run("preview --expect-no-changes")).toMatchObject({
    code: 7,
    stderr: "error: no changes were expected for preview but changes were proposed\n",
  });
  const up = await engine.succeed("up --yes");
  expect(up.replaceAll(/\(\d+\.\d\ds\)|Duration: \d+s/g, "…")).toBe(`Previewing update (dev):

 +  pulumi:pulumi:Stack things-dev create
 +  pulumi-nodejs:dynamic:Resource a create
Outputs:
    hidden: [secret]
    id    : [unknown]

Resources:
    + 2 to create

Updating (dev):

 +  pulumi:pulumi:Stack things-dev creating
 +  pulumi:pulumi:Stack things-dev created …
 +  pulumi-nodejs:dynamic:Resource a creating
 +  pulumi-nodejs:dynamic:Resource a created …
Outputs:
    hidden: [secret]
    id    : "a-1-"

Resources:
    + 2 created

…

`);
  await engine.succeed("preview --expect-no-changes");
  expect(await engine.succeed("stack output")).toBe(
    "Current stack outputs (2):\n    OUTPUT  VALUE\n    hidden  [secret]\n    id      a-1-\n",
  );
  expect(await engine.succeed("stack output hidden --show-secrets")).toBe("geheim\n");
  expect(await engine.run("stack rm dev --yes")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("'dev' still has resources; removal rejected"),
  });
  expect(await engine.succeed("destroy --yes --skip-preview")).toContain("    - 2 deleted\n");
  expect(await engine.succeed("stack rm dev --yes")).toBe("Stack 'dev' has been removed!\n");
  expect(existsSync(join(engine.project.directory, "Pulumi.dev.yaml"))).toBe(false);
});

test("no secret of a resource, an output or the configuration is printed unless it is asked for", async () => {
  const engine = await stage(`
    const hidden = new pulumi.Config().requireSecret("hidden");
    new Thing("a", { hidden, text: hidden.apply((text) => "with " + text) });
    new Book("b", { isbn: "b", title: hidden });
    exports.hidden = hidden; exports.deep = { list: [hidden] };`);
  await engine.succeed("config set --secret hidden geheim");
  const printed: string[] = [];
  for (const args of [
    "config",
    "config --json",
    "preview --diff",
    "up --yes --json",
    "preview --show-sames",
    "refresh --yes --skip-preview --diff --show-sames",
    "stack output --json",
    "stack export",
    "destroy --yes --skip-preview --diff",
  ]) {
    const result = await engine.run(args);
    expect(result, `${args}\n${result.output}`).toMatchObject({ code: 0 });
    printed.push(`${args}\n${result.output}`);
  }
  for (const text of printed) {
    expect(text).not.toContain("geheim");
  }
  expect(printed.join("")).toContain("[secret]");
  expect(await engine.succeed("preview --diff --show-secrets")).toContain('title: "geheim"');
});

test("a failure ends with the resource, its error and code 1, and what was done is kept", async () => {
  const engine = await stage(`
    const a = new Thing("a", {});
    new Thing("bad", { fail: "create" }, { dependsOn: a });`);
  const up = await engine.run("up --yes --skip-preview");
  expect(up.code).toBe(1);
  expect(up.stdout).toContain(
    " +  pulumi-nodejs:dynamic:Resource bad **creating failed** error: create of bad failed:\n",
  );
  expect(up.stdout).toContain(
    "  pulumi-nodejs:dynamic:Resource (bad):\n    error: create of bad failed:\n      all of it\n",
  );
  expect(up.stdout).toContain("    2 errored\n");
  const { deployment } = JSON.parse(await engine.succeed("stack export")) as {
    deployment: { resources: { id?: string }[]; pending_operations?: unknown };
  };
  expect(deployment.resources.map(({ id }) => id)).toContain("a-1-");
  expect(deployment.pending_operations).toBeUndefined();
});

test("flags that the engine does not have are errors, not ignored", async () => {
  const engine = await stage();
  for (const args of [
    "up --yes --target x",
    "refresh --yes --run-program",
    "stack tag ls",
    "up --parallel many --yes",
    "preview --refresh=maybe",
  ]) {
    expect((await engine.run(args)).code, args).toBe(1);
  }
});

test("stacks are made, listed, selected and told apart", async () => {
  const engine = await stage("", false);
  const none = await engine.run("preview");
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("make one with `stack init NAME`") });
  await engine.succeed("stack init one", "stack init two --no-select");
  expect(await engine.succeed("stack ls")).toMatch(/^NAME {2}LAST UPDATE +RESOURCE COUNT\none\* .*0\ntwo .*0\n$/);
  await engine.succeed("stack select organization/things/two");
  expect(JSON.parse(await engine.succeed("stack ls --json"))).toMatchObject([
    { name: "one", current: false, resourceCount: 0 },
    { name: "two", current: true, resourceCount: 0 },
  ]);
  expect(await engine.run("preview -s three")).toMatchObject({ code: 6 });
  expect(await engine.run("stack init other/project/one")).toMatchObject({ code: 1 });
  await engine.succeed("stack select --create three");
  expect(await engine.succeed("stack ls")).toContain("three*");
});

test("a project with nothing but a stack's configuration file goes up from elsewhere", async () => {
  const engine = await stage(`exports.greeting = new pulumi.Config().require("greeting");`, false);
  const { project } = engine;
  await project.write("Pulumi.dev.yaml", "config:\n  things:greeting: hello\n");
  expect(await engine.succeed(`up --yes --skip-preview -C ${project.directory}`)).toContain('greeting: "hello"');
  expect(await engine.succeed("stack output greeting")).toBe("hello\n");
});

test("configuration is set, shown and taken away, by key and by path", async () => {
  const engine = await stage();
  await engine.succeed(
    "config set plain value",
    "config set --secret hidden geheim",
    "config set --path --secret groupware:connections.barium.password geheim",
    "config set --path groupware:connections.barium.port 5",
  );
  expect(await engine.succeed("config")).toBe(
    [
      "KEY                    VALUE",
      'groupware:connections  {"barium":{"password":"[secret]","port":5}}',
      "hidden                 [secret]",
      "plain                  value",
      "",
    ].join("\n"),
  );
  expect(JSON.parse(await engine.succeed("config --json"))).toEqual({
    "groupware:connections": { secret: true },
    "things:hidden": { secret: true },
    "things:plain": { value: "value", secret: false },
  });
  expect(await engine.succeed("config get --path groupware:connections.barium.port")).toBe("5\n");
  expect(JSON.parse(await engine.succeed("config get hidden --json"))).toEqual({ value: "geheim", secret: true });
  expect(await engine.run("config get nothing")).toMatchObject({
    code: 1,
    stderr: "error: configuration key 'nothing' not found for stack 'dev'\n",
  });
  expect(await engine.run("config set a b --secret --plaintext")).toMatchObject({ code: 1 });
  await engine.succeed("config rm hidden", "config rm --path groupware:connections.barium.password");
  expect(readFileSync(join(engine.project.directory, "Pulumi.dev.yaml"), "utf8")).not.toContain("secure:");
  const plain = await engine.run("config get plain", { PULUMI_CONFIG_PASSPHRASE: "wrong" });
  expect(plain).toMatchObject({ code: 0, stdout: "value\n" });
});

const component = { urn: "urn:pulumi:prod::things::test:index:Group::g", type: "test:index:Group", custom: false };
const foreign = {
  version: 3,
  deployment: {
    resources: [{ ...component, taint: true }],
    pending_operations: [{ resource: component, type: "creating" }],
  },
};

test("a wrong passphrase and a deployment of another stack each say what is the matter", async () => {
  const engine = await stage();
  await engine.succeed("config set --secret hidden geheim");
  const wrong = await engine.run("up --yes", { PULUMI_CONFIG_PASSPHRASE: "wrong" });
  expect(wrong).toMatchObject({ code: 1, stderr: "error: incorrect passphrase\n" });
  await engine.project.write("foreign.json", JSON.stringify(foreign));
  expect(await engine.run("stack import --file foreign.json")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is from a different stack (prod != dev)"),
  });
  expect(await engine.run("stack import --file foreign.json --force")).toMatchObject({
    code: 0,
    stdout: "Import complete.\n",
    stderr: expect.stringContaining("removing pending operation 'creating'"),
  });
  expect(await engine.run("up --yes")).toMatchObject({ code: 1, stderr: expect.stringContaining("`taint`") });
});

test("a run that is under way keeps others off", async () => {
  const engine = await stage();
  const go = join(engine.project.directory, "go");
  await engine.project.program(`new Thing("a", { wait: ${JSON.stringify(go)} });`);
  const running = engine.run("up --yes --skip-preview");
  await engine.project.called("create a");
  expect(await engine.run("up --yes --skip-preview")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("currently locked by 1 lock(s)"),
  });
  await engine.project.write("go", "");
  expect(await running).toMatchObject({ code: 0 });
  expect(await engine.succeed("up --yes --skip-preview", "cancel --yes")).toContain("has been canceled");
});

test("scripts that log in and ask for the version go on", async () => {
  const engine = await stage("", false);
  expect(await engine.succeed("login --local")).toContain("Logged in to ");
  expect(await engine.succeed("version")).toMatch(/^v3\.\d+\.\d+\n$/);
  expect(await engine.run("login file:///elsewhere")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("set PULUMI_BACKEND_URL=file:///elsewhere instead"),
  });
});
