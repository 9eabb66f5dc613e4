import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runDeployment } from "../../../engine/deploy/index.ts";
import type { Deployment } from "../../../engine/state/resource.ts";
import { EmbeddedEngine } from "./engines.ts";
import { Project } from "./project.ts";

async function stage(): Promise<{ project: Project; engine: EmbeddedEngine }> {
  const project = await Project.create();
  onTestFinished(() => project.remove());
  return { project, engine: new EmbeddedEngine(project) };
}

test("what a killed engine had begun is in the state, and the next run tells of it", async () => {
  const { project, engine } = await stage();
  const go = join(project.directory, "go");
  await project.program(`
    const a = new Thing("a", {});
    new Thing("b", { value: a.id, wait: ${JSON.stringify(go)} });`);
  const killed = spawn(process.execPath, [join(import.meta.dirname, "engineProcess.ts"), project.directory], {
    stdio: "inherit",
  });
  await project.called("create b");
  killed.kill("SIGKILL");
  await once(killed, "close");
  const orphan = Number(await readFile(join(project.directory, "provider.pid"), "utf8"));
  onTestFinished(() => {
    process.kill(orphan);
  });
  engine.deployment = JSON.parse(await readFile(join(project.directory, "state.json"), "utf8")) as Deployment;
  expect(engine.deployment.resources.map(({ id }) => id)).toContain("a-1-");
  expect(engine.deployment.pendingOperations).toMatchObject(
    [{ type: "creating", resource: { urn: /::b$/ } }].map(({ type }) => ({ type })),
  );
  // The orphaned provider must not come in the way of the next run.
  await project.write("go", "");
  const next = await engine.run("update");
  expect(next).toMatchObject({ succeeded: true });
  expect(next.problems).toEqual([
    "warning Attempting to deploy or update resources with 1 pending operations from previous deployment.",
  ]);
  const warning = engine.events.find((event) => event.type === "diagnostic" && event.severity === "warning");
  expect(warning).toMatchObject({ message: expect.stringContaining("::b, interrupted while creating") });
  // Only the user can tell what became of the creation.
  expect(engine.deployment.pendingOperations).toMatchObject([{ type: "creating" }]);
});

test("pending operations on known objects are cleared by the next run", async () => {
  const { project, engine } = await stage();
  await project.program(`new Thing("a", {});`);
  await engine.run("update");
  const resource = engine.deployment.resources.find(({ id }) => id === "a-1-");
  engine.deployment.pendingOperations = [{ resource: resource as never, type: "updating" }];
  expect(await engine.run("update")).toMatchObject({ succeeded: true });
  expect(engine.deployment.pendingOperations).toEqual([]);
});

test("each operation is in the saved state before its provider is called, and gone after it", async () => {
  const { project, engine } = await stage();
  await project.program(`new Thing("a", {}); new Thing("b", {});`);
  const saved: Deployment[] = [];
  const result = await runDeployment({
    ...engine.options(),
    kind: "update",
    parallel: 1,
    async save(snapshot) {
      saved.push(snapshot());
    },
  });
  expect(result.succeeded).toBe(true);
  const creating = saved
    .filter(({ pendingOperations }) => pendingOperations.length > 0)
    .map(({ pendingOperations }) =>
      pendingOperations.map(({ resource, type }) => `${type} ${resource.urn.replace(/.*::/, "")}`),
    );
  expect(creating.filter(([text]) => text === "creating a")).toHaveLength(1);
  expect(creating.filter(([text]) => text === "creating b")).toHaveLength(1);
  expect(saved.at(-1)).toEqual(result.deployment);
  expect(result.deployment.pendingOperations).toEqual([]);
});

test("a cancelled run finishes what it has begun and begins nothing more", async () => {
  const { project, engine } = await stage();
  const go = join(project.directory, "go");
  await project.program(`
    const a = new Thing("a", { wait: ${JSON.stringify(go)} });
    new Thing("b", { value: a.id });`);
  const cancel = new AbortController();
  const running = runDeployment({ ...engine.options(), kind: "update", signal: cancel.signal });
  await project.called("create a");
  cancel.abort();
  await project.write("go", "");
  const result = await running;
  expect(result.succeeded).toBe(false);
  expect(result.deployment.resources.map(({ id }) => id)).toContain("a-1-");
  expect(result.deployment.pendingOperations).toEqual([]);
  expect(engine.events).toContainEqual(expect.objectContaining({ severity: "error", message: "update canceled" }));
  expect(Object.keys(await project.objects())).toEqual(["a-1-"]);
});

test("as many steps run at once as were asked for", async () => {
  const { project, engine } = await stage();
  await project.program(`for (const name of ["a", "b", "c", "d"]) new Thing(name, { beside: 4 });`);
  expect(await engine.run("update", { parallel: 4 })).toMatchObject({ succeeded: true });
  await project.program(`for (const name of ["a", "b", "c", "d"]) new Thing(name + "2", { key: name, beside: 1 });`);
  expect(await engine.run("update", { parallel: 1 })).toMatchObject({ succeeded: true });
});
