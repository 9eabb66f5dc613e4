import { expect } from "vitest";
import { scenario } from "./scenario.ts";

scenario("makes, keeps, changes and removes", async ({ engine, project }) => {
  await project.program(`
    const group = new Group("group", {}, { answer: 42 });
    const a = new Thing("a", { value: "1", list: [1, { x: 1 }] }, { parent: group });
    const b = new Thing("b", { value: a.size, secret: pulumi.secret("hush") }, { additionalSecretOutputs: ["size"] });
    new Thing("c", { value: b.id }, { dependsOn: [group], customTimeouts: { create: "5m" } });
    exports.size = a.size; exports.secret = b.secret; exports.thing = a; exports.hidden = new pulumi.Config().requireSecret("hidden");`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { create: 5 } });
  expect(await project.objects()).toEqual({});
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { create: 5 } });
  expect(await project.calls()).toEqual(["create a", "create b", "create c"]);
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { same: 5 } });
  await project.program(`
    const group = new Group("group", {}, { answer: 43 });
    const a = new Thing("a", { value: "2", list: [1, { x: 2 }, 3], more: true }, { parent: group });
    new Thing("b", { value: a.size, secret: pulumi.secret("other") });
    exports.size = a.size;`);
  expect((await engine.run("preview")).steps).toContain("a update list[1].x:update,list[2]:add,more:add,value:update");
  expect(await engine.run("update")).toMatchObject({ changes: { same: 2, update: 2, delete: 1 } });
  expect(await project.calls()).toEqual(["update a", "update b", "delete c-1-"]);
  expect(await engine.run("destroy")).toMatchObject({ succeeded: true, changes: { delete: 4 } });
  expect(await project.objects()).toEqual({});
  expect(await engine.state()).toEqual([]);
});

scenario("replaces by making the new object first", async ({ engine, project }) => {
  const program = (key: string) => `
    const a = new Thing("a", { key: "${key}" });
    new Thing("b", { value: a.id });`;
  await project.program(program("1"));
  await engine.run("update");
  await project.calls();
  await project.program(program("2"));
  expect((await engine.run("preview")).steps).toEqual(expect.arrayContaining(["b update value:update"]));
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { replace: 1, update: 1, same: 1 } });
  expect(await project.calls()).toEqual(["create a", "update b", "delete a-1-"]);
});

scenario("replaces by deleting first, with what would be replaced as well", async ({ engine, project }) => {
  const program = (slot: string) => `
    const a = new Thing("a", { slot: "${slot}" });
    const b = new Thing("b", { key: a.id });
    new Thing("c", { value: b.id });
    new Thing("d", { value: a.id });`;
  await project.program(program("1"));
  await engine.run("update");
  await project.calls();
  await project.program(program("2"));
  await engine.run("preview");
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { replace: 2, update: 2 } });
  const calls = await project.calls();
  expect(calls.slice(0, 3)).toEqual(["delete b-a-1-1-", "delete a-1-1", "create a"]);
  expect(Object.keys(await project.objects()).sort()).toEqual(["a-1-2", "b-a-1-2-", "c-1-", "d-1-"]);
});

scenario("heeds ignoreChanges, replaceOnChanges, deleteBeforeReplace and protect", async ({ engine, project }) => {
  const program = (value: string, protect: boolean) => `
    new Thing("ignored", { value: "${value}", map: { in: "${value}", out: "${value}" } }, { ignoreChanges: ["value", "map.in"] });
    new Thing("replaced", { value: "${value}" }, { replaceOnChanges: ["value"] });
    new Thing("first", { key: "${value}" }, { deleteBeforeReplace: true });
    new Thing("protected", { value: "${value}" }, { protect: ${protect} });`;
  await project.program(program("1", true));
  await engine.run("update");
  await project.calls();
  await project.program(program("2", true));
  expect((await engine.run("preview")).steps).toContain("ignored update map.out:update");
  expect(await engine.run("update")).toMatchObject({ changes: { update: 2, replace: 2, same: 1 } });
  const calls = await project.calls();
  expect(calls.indexOf("delete first-1-")).toBeLessThan(calls.indexOf("create first"));
  await project.program(`new Thing("ignored", {});`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: false });
  expect(await engine.run("destroy")).toMatchObject({ succeeded: false });
  expect(Object.keys(await project.objects())).toContain("protected-1-");
  await project.program(program("2", false));
  await engine.run("update");
  expect(await engine.run("destroy")).toMatchObject({ succeeded: true });
  expect(await project.objects()).toEqual({});
});

scenario("refuses to replace what is protected", async ({ engine, project }) => {
  await project.program(`new Thing("a", { key: "1" }, { protect: true });`);
  await engine.run("update");
  await project.program(`new Thing("a", { key: "2" }, { protect: true });`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: false });
  expect(await engine.run("update")).toMatchObject({ succeeded: false });
  expect(Object.keys(await project.objects())).toEqual(["a-1-"]);
});

scenario("keeps objects that go by another name", async ({ engine, project }) => {
  await project.program(`
    const group = new Group("group");
    const a = new Thing("a", {}, { parent: group });
    new Thing("b", { value: a.id });
    new Thing("c", {});
    new Thing("d", {});`);
  await engine.run("update");
  await project.calls();
  await project.program(`
    const group = new Group("team", { aliases: [{ name: "group" }] });
    const a = new Thing("a", {}, { parent: group });
    new Thing("b2", { name: "b", value: a.id }, { aliases: [{ name: "b" }] });
    new Thing("c2", { name: "c" }, { parent: group, aliases: [{ name: "c", parent: pulumi.rootStackResource }] });
    new Thing("d2", { name: "d" }, { aliases: ["urn:pulumi:dev::things::pulumi-nodejs:dynamic:Resource::d"] });`);
  expect(await engine.run("preview")).toMatchObject({ succeeded: true, changes: { same: 6 } });
  expect(await engine.run("update")).toMatchObject({ succeeded: true, changes: { same: 6 } });
  expect(await project.calls()).toEqual([]);
});

scenario("leaves what is retained, and what goes with another object", async ({ engine, project }) => {
  await project.program(`
    const a = new Thing("a", {});
    new Thing("b", {}, { deletedWith: a });
    new Thing("c", {}, { retainOnDelete: true });`);
  await engine.run("update");
  await project.calls();
  expect(await engine.run("destroy")).toMatchObject({ succeeded: true, changes: { delete: 4 } });
  expect(await project.calls()).toEqual(["delete a-1-"]);
});
