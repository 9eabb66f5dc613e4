import { expect, onTestFinished, test } from "vitest";
import { runDeployment } from "../../../engine/deploy/index.ts";
import { EmbeddedEngine } from "./engines.ts";
import { Project } from "./project.ts";
import { scenario } from "./scenario.ts";

scenario(
  "runs a plugin of the project, with secrets, time limits, detailed differences and previews",
  async ({ engine, project }) => {
    const program = (isbn: string, title: string) => `
    const a = new Book("a", { isbn: "${isbn}", title: "${title}", price: pulumi.secret(3) }, { customTimeouts: { create: "1h30m" } });
    new Book("b", { isbn: "b", title: a.place });
    exports.place = a.place; exports.code = a.code;`;
    await project.program(program("a", "one"));
    expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { create: 3 } });
    expect(await engine.run("update")).toMatchObject({ succeeded: true });
    expect(await project.calls()).toEqual(["create a within 5400", "create b within 0"]);
    await project.program(program("a", "two"));
    expect((await engine.run("update")).steps).toContain("a update title:update");
    await project.program(program("a2", "two"));
    expect((await engine.run("preview")).steps).toContain("a replace isbn:update-replace");
    expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { replace: 1 } });
    await project.tamper((objects) => {
      Object.assign(objects.a2 as object, { title: "drifted", more: 1 });
    });
    expect((await engine.run("refresh")).steps).toContain("a update more:add,title:update");
    expect(await engine.run("destroy")).toMatchObject({ succeeded: true });
  },
);

scenario("configures explicit providers, hands them down, and asks functions", async ({ engine, project }) => {
  const program = (prefix: string) => `
    const shelf = new Shelf("left", { prefix: "${prefix}" });
    const group = new Group("group", { providers: [shelf] });
    const a = new Book("a", { isbn: "a", title: "one" }, { parent: group });
    new Book("b", { isbn: "b", title: "two" }, { provider: shelf });
    exports.found = pulumi.output(pulumi.runtime.invoke("shelf:index:find", { isbn: a.isbn ?? "a" }, { provider: shelf, dependsOn: [a] }));`;
  await project.program(program("left-").replace(/exports\.found.*/, ""));
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { create: 5 } });
  await project.program(program("left-"));
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { same: 5 } });
  expect(await engine.state()).toContainEqual(
    expect.objectContaining({ outputs: { found: { title: "one", place: "left-a" } } }),
  );
  await project.program(program("right-"));
  expect(await engine.run("preview")).toMatchObject({ succeeded: true });
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  await project.program(`pulumi.runtime.invoke("shelf:index:find", { isbn: "nowhere" });`);
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
});

scenario("adopts what the option import names", async ({ engine, project }) => {
  await project.tamper((objects) => {
    objects.old = { isbn: "old", title: "found" };
  });
  await project.program(`new Book("a", { isbn: "old", title: "found" }, { import: "old" });`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { import: 1 } });
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { import: 1 } });
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { same: 2 } });
  await project.program(`new Book("a", { isbn: "old", title: "changed" });`);
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { update: 1 } });
  await project.program(`new Book("b", { isbn: "x" }, { import: "nowhere" });`);
  expect((await engine.run("update")).problems).toContain("error b resource 'nowhere' does not exist");
});

test("imports what a list names, under parents of the state", async () => {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  const engine = new EmbeddedEngine(project);
  await project.tamper((objects) => {
    objects.one = { isbn: "one", title: "first" };
    objects.two = { isbn: "two", title: "second" };
  });
  const request = { type: "shelf:index:Book", protect: true };
  const result = await runDeployment({
    ...engine.options(),
    kind: "import",
    imports: [
      { ...request, name: "a", id: "one" },
      { ...request, name: "b", id: "two", protect: false },
      { ...request, name: "c", id: "three" },
    ],
  });
  expect(result).toMatchObject({ succeeded: false, changes: { create: 1, import: 2 } });
  expect(engine.events).toContainEqual(
    expect.objectContaining({ type: "stepFailed", message: "resource 'three' does not exist" }),
  );
  engine.deployment = result.deployment;
  await project.program(`
    new Book("a", { isbn: "one", title: "first" }, { protect: true });
    new Book("b", { isbn: "two", title: "second" });`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { same: 3 } });
});
