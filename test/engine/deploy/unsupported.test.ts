import { expect, onTestFinished, test } from "vitest";
import { runDeployment } from "../../../engine/deploy/index.ts";
import { EmbeddedEngine } from "./engines.ts";
import { Project } from "./project.ts";

async function stage(): Promise<{ project: Project; engine: EmbeddedEngine }> {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  return { project, engine: new EmbeddedEngine(project) };
}

test.each([
  ["transforms", `new Thing("a", {}, { transforms: [() => undefined] });`, /not support transforms/],
  ["hooks", `new Thing("a", {}, { hooks: { beforeCreate: [() => {}] } });`, /not support.* hooks/],
  ["replaceWith", `const a = new Thing("a", {}); new Thing("b", {}, { replaceWith: [a] });`, /replaceWith/i],
  ["hideDiffs", `new Thing("a", {}, { hideDiffs: ["value"] });`, /does not support the resource option hideDiffs/],
  ["replacementTrigger", `new Thing("a", {}, { replacementTrigger: 1 });`, /replacementTrigger/],
  ["assets", `new Thing("a", { file: new pulumi.asset.StringAsset("x") });`, /property file is an asset/],
  [
    "remote components",
    `new (class extends pulumi.ComponentResource { constructor() { super("other:index:C", "c", {}, {}, true); } })();`,
    /does not support remote components/,
  ],
  [
    "functions of the CLI",
    `new pulumi.StackReference("organization/other/dev").getOutput("x");`,
    /does not support .*StackReference/,
  ],
])("%s: refused with the reason", async (_, text, message) => {
  const { project, engine } = await stage();
  await project.program(text);
  const run = await engine.run("update");
  expect(run.succeeded).toBe(false);
  expect(JSON.stringify(engine.events)).toMatch(message);
  expect(Object.keys(await project.objects())).not.toContain("b-1-");
});

test("a provider that is not there is an error that says where it is looked for", async () => {
  const { project, engine } = await stage();
  await project.program(`new pulumi.CustomResource("elsewhere:index:Thing", "a", {});`);
  const run = await engine.run("preview");
  expect(run.problems[0]).toMatch(/there is no provider for the package elsewhere: .*plugins: providers:/);
});

test("another runtime is an error", async () => {
  const { engine } = await stage();
  const result = await runDeployment({
    ...engine.options(),
    kind: "preview",
    project: { ...engine.options().project, runtime: { name: "python", options: {} } },
  });
  expect(result.succeeded).toBe(false);
  expect(engine.events).toContainEqual(
    expect.objectContaining({ severity: "error", message: expect.stringMatching(/runtime "nodejs" alone.*"python"/) }),
  );
});
