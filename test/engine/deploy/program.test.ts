import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type DeploymentOptions, runDeployment } from "../../../engine/deploy/index.ts";
import { EmbeddedEngine } from "./engines.ts";
import { Project } from "./project.ts";

async function run(
  write: (project: Project) => Promise<void>,
  change: Partial<DeploymentOptions["project"]> = {},
): Promise<{ outputs: unknown; engine: EmbeddedEngine; project: Project }> {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  const engine = new EmbeddedEngine(project);
  await write(project);
  const options = engine.options();
  const { outputs } = await runDeployment({
    ...options,
    kind: "update",
    project: { ...options.project, ...change },
  });
  return { outputs, engine, project };
}

test("a TypeScript program in a folder of its own, with the project's name, the stack's and the configuration", async () => {
  const { outputs, project } = await run(
    async (project) => {
      await mkdir(join(project.directory, "program"));
      await project.write(
        "program/index.ts",
        `import * as pulumi from "@pulumi/pulumi";
         const config: pulumi.Config = new pulumi.Config();
         export const names: string[] = [pulumi.getProject(), pulumi.getStack(), pulumi.getOrganization(), config.require("plain")];
         export const directory: string = process.cwd();`,
      );
      await project.write("program/package.json", JSON.stringify({ name: "things" }));
    },
    { main: "program", runtime: { name: "nodejs", options: {} } },
  );
  expect(outputs).toEqual({
    names: ["things", "dev", "organization", "a value"],
    directory: join(project.directory, "program"),
  });
});

test("an ECMAScript module in the file that main names, with arguments for Node", async () => {
  const { outputs } = await run(
    (project) =>
      project
        .write(
          "start.mjs",
          `export const stackTraceLimit = Error.stackTraceLimit; export const args = process.execArgv;`,
        )
        .then(() => project.write("package.json", JSON.stringify({ name: "things", type: "module" }))),
    {
      main: "start.mjs",
      runtime: { name: "nodejs", options: { typescript: false, nodeargs: "--stack-trace-limit=7 --title='a name'" } },
    },
  );
  expect(outputs).toMatchObject({ args: ["--stack-trace-limit=7", "--title=a name"] });
});

test("what the program and its provider print is told as it is printed, and what is logged with its resource", async () => {
  const { engine } = await run((project) =>
    project.program(`
      console.log("to the output"); console.error("to the errors");
      const a = new Thing("a", {});
      pulumi.log.warn("careful", a);`),
  );
  expect(engine.events).toContainEqual({ type: "diagnostic", severity: "info", message: "to the output" });
  expect(engine.events).toContainEqual({ type: "diagnostic", severity: "info", message: "to the errors" });
  expect(engine.events).toContainEqual(
    expect.objectContaining({ severity: "warning", message: "careful", urn: expect.stringMatching(/::a$/) }),
  );
});

test("a state that cannot be saved ends the run before anything is asked of a provider", async () => {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  const engine = new EmbeddedEngine(project);
  await project.program(`new Thing("a", {});`);
  const result = await runDeployment({
    ...engine.options(),
    kind: "update",
    async save() {
      throw new Error("no space left");
    },
  });
  expect(result.succeeded).toBe(false);
  expect(await project.objects()).toEqual({});
  expect(engine.events).toContainEqual(
    expect.objectContaining({ severity: "error", message: "the state could not be saved: no space left" }),
  );
});
