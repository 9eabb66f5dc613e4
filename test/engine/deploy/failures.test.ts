import { expect } from "vitest";
import { scenario } from "./scenario.ts";

scenario("keeps what was done when a step fails, and goes on from there", async ({ engine, project }) => {
  const program = (fail: string) => `
    const a = new Thing("a", {});
    const b = new Thing("b", { value: a.id, fail: "${fail}" });
    new Thing("c", { value: b.id });
    exports.a = a.id; exports.b = b.id;`;
  await project.program(program("create"));
  const failed = await engine.run("update");
  expect(failed.succeeded).toBe(false);
  expect(failed.problems).toContain("error b create of b failed:");
  expect(Object.keys(await project.objects())).toEqual(["a-1-"]);
  await project.program(program("update"));
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { create: 2, same: 2 } });
  // Still of `a`: of two that do not depend on each other, the engines may have seen one when the other fails.
  await project.program(program("update").replace("value: a.id", "value: a.id.apply((id) => id + 1)"));
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
  await project.program(`new Thing("b", { fail: "delete" });`);
  await engine.run("update");
  expect(await engine.run("destroy")).toMatchObject({ succeeded: false });
  expect(Object.keys(await project.objects())).toEqual(["b-1-"]);
});

scenario("keeps half-made objects, and mends them", async ({ engine, project }) => {
  const program = (half: string, value: string) => `
    const a = new Thing("a", { half: "${half}", value: "${value}" });
    new Thing("b", { value: a.id });`;
  await project.program(program("create", "1"));
  expect(await engine.run("update")).toMatchObject({
    succeeded: false,
    problems: ["error a 2 errors occurred:", "error update failed"],
  });
  expect(await engine.state()).toContainEqual(
    expect.objectContaining({ id: "a-1-", initErrors: ["not ready", "not well"] }),
  );
  await project.program(program("", "1"));
  expect(await engine.run("preview")).toMatchObject({ succeeded: true });
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  await project.program(program("update", "2"));
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
  await project.program(program("", "2"));
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(await project.objects()).toMatchObject({ "a-1-": { value: "2" } });
  expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { same: 3 } });
});

scenario("deletes later what a failed replacement left behind", async ({ engine, project }) => {
  const program = (key: string, fail: string) => `new Thing("a", { key: "${key}", fail: "${fail}" });`;
  await project.program(program("1", "delete"));
  await engine.run("update");
  await project.program(program("2", ""));
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
  expect(Object.keys(await project.objects()).sort()).toEqual(["a-1-", "a-2-"]);
  expect(await engine.state()).toContainEqual(expect.objectContaining({ id: "a-1-", delete: true }));
  expect(await engine.run("preview")).toMatchObject({ succeeded: true });
});

scenario("makes later what was deleted for a replacement that failed", async ({ engine, project }) => {
  const program = (slot: string, fail: string) => `new Thing("a", { slot: "${slot}", fail: "${fail}" });`;
  await project.program(program("1", ""));
  await engine.run("update");
  await project.program(program("2", "create"));
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
  expect(await engine.state()).toContainEqual(
    expect.objectContaining({ id: "a--".replace("--", "-1-1"), pendingReplacement: true }),
  );
  await project.program(program("2", ""));
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(Object.keys(await project.objects())).toEqual(["a-1-2"]);
  await project.program(program("3", "create"));
  await engine.run("update");
  await project.program("");
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
});

scenario("tells what is wrong with the program and its inputs", async ({ engine, project }) => {
  await project.program(`new Thing("a", { value: true });`);
  const invalid = await engine.run("preview");
  expect(invalid.succeeded).toBe(false);
  expect(invalid.problems[0]).toMatch(/property value value .*true.* has a problem: must not be a boolean/);
  await project.program(`new Thing("a", {}); new Thing("a", {});`);
  expect((await engine.run("update")).problems[0]).toMatch(/Duplicate resource URN/);
  await project.program(`console.log("about to fail"); new Thing("b", {}); throw new Error("it is broken");`);
  const thrown = await engine.run("update");
  expect(thrown.succeeded).toBe(false);
  expect(thrown.problems[0]).toMatch(/failed with an unhandled exception/);
  expect(thrown.output).toContain("about to fail");
  await project.program(`process.exit(3);`);
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
});
