import { expect } from "vitest";
import { scenario } from "./scenario.ts";

scenario("finds what was changed and removed behind its back", async ({ engine, project }) => {
  await project.program(`
    const a = new Thing("a", { value: "1", list: ["x", "y"] });
    const b = new Thing("b", { value: a.id, secret: pulumi.secret("hush") });
    new Thing("c", { value: b.id }, { parent: b });
    new Thing("d", { value: 1 }, { ignoreChanges: ["value"] });
    exports.b = b.id;`);
  await engine.run("update");
  expect(await engine.run("refresh")).toMatchObject({ succeeded: true, changes: { same: 5 } });
  await project.tamper((objects) => {
    Object.assign(objects["a-1-"] as object, { value: "2", list: ["x", "z", "y"], extra: { deep: true } });
    Object.assign(objects["d-1-"] as object, { value: 2 });
    delete objects["b-1-"];
  });
  expect((await engine.run("preview", { refresh: true })).succeeded).toBe(true);
  const refreshed = await engine.run("refresh");
  expect(refreshed).toMatchObject({ succeeded: true, changes: { update: 1, delete: 1, same: 3 } });
  expect(refreshed.steps).toContain("a update extra:add,list[1]:update,list[2]:add,value:update");
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(await project.objects()).toMatchObject({ "a-1-": { value: "1", list: ["x", "y"] }, "d-1-": { value: 2 } });
  await project.tamper((objects) => {
    delete objects["c-1-"];
  });
  await project.calls();
  expect(await engine.run("update", { refresh: true })).toMatchObject({ succeeded: true });
  expect(await project.calls()).toEqual(["create c"]);
  await project.tamper((objects) => {
    delete objects["c-1-"];
  });
  expect(await engine.run("destroy", { refresh: true })).toMatchObject({ succeeded: true });
});

scenario("keeps what could not be read", async ({ engine, project }) => {
  await project.program(`
    new Thing("a", { fail: "read" });
    new Thing("b", { value: "1" });`);
  await engine.run("update");
  await project.tamper((objects) => {
    Object.assign(objects["b-1-"] as object, { value: "2" });
  });
  const refreshed = await engine.run("refresh");
  expect(refreshed.succeeded).toBe(false);
  expect(refreshed.problems).toContain("error a read of a failed:");
  expect(await engine.state()).toContainEqual(expect.objectContaining({ id: "a-1-" }));
});

scenario("reads what it does not manage", async ({ engine, project }) => {
  await project.tamper((objects) => {
    objects["found-1-"] = { name: "found", key: "1", value: "there" };
  });
  const get = `
    const text = "exports.handler = () => require(" + JSON.stringify(require.resolve("./world")) + ").handler();";
    class Got extends pulumi.CustomResource {
      constructor(name, id) { super("pulumi-nodejs:dynamic:Resource", name, { __provider: text, value: undefined }, { id }); }
    }`;
  await project.program(`${get}; const got = new Got("got", "found-1-"); new Thing("a", { value: got.value });`);
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(await engine.run("refresh")).toMatchObject({ succeeded: true });
  await project.tamper((objects) => {
    Object.assign(objects["found-1-"] as object, { value: "changed" });
  });
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(await project.objects()).toMatchObject({ "a-1-": { value: "changed" } });
  expect(await engine.run("destroy")).toMatchObject({ succeeded: true });
  expect(Object.keys(await project.objects())).toEqual(["found-1-"]);
});
