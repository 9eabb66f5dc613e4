import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { Secret } from "../../../engine/property/value.ts";
import { exportDeployment } from "../../../engine/state/deploymentFile.ts";
import { findProject } from "../../../engine/state/project.ts";
import type { Deployment } from "../../../engine/state/resource.ts";
import { Stack } from "../../../engine/state/stack.ts";
import { temporaryFolder } from "./temporary.ts";

vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "test");
vi.stubEnv("PULUMI_BACKEND_URL", undefined);

function project(): ReturnType<typeof findProject> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "Pulumi.yaml"), "name: things\nruntime: nodejs\n");
  return findProject(folder);
}

function stateOf(id: string): Deployment {
  const resource = {
    urn: "urn:pulumi:dev::things::a:b:C::c",
    type: "a:b:C",
    custom: true,
    id,
    inputs: { secret: new Secret("geheim") },
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
  };
  return { resources: [resource], pendingOperations: [] };
}

test("state is kept in the project's own folder unless something else is said", () => {
  const things = project();
  Stack.create(things, "dev").save(stateOf("1"));
  expect(readFileSync(join(things.folder, ".pulumi/stacks/things/dev.json"), "utf8")).toContain('"id":"1"');
  expect(Stack.open(things, "dev").load()).toEqual(stateOf("1"));
});

test("a stack is made once, under a name that can be one, and found only if it is there", () => {
  const things = project();
  Stack.create(things, "dev");
  expect(() => Stack.create(things, "dev")).toThrow("stack 'organization/things/dev' already exists");
  expect(() => Stack.create(things, "a!b")).toThrow(/invalid character '!' at position 1/);
  expect(() => Stack.open(things, "prod")).toThrow("no stack named 'prod' found; make it with `stack init prod`");
});

test("a configuration file without state is an empty stack that can be saved", async () => {
  const things = project();
  writeFileSync(join(things.folder, "Pulumi.dev.yaml"), "config: {}\n");
  const stack = Stack.open(things, "dev");
  expect(stack.load().resources).toEqual([]);
  await stack.saver()(() => stateOf("1"));
  expect(Stack.open(things, "dev").load()).toEqual(stateOf("1"));
});

test("the passphrase is needed for secrets alone", () => {
  const things = project();
  Stack.create(things, "dev");
  vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "wrong");
  try {
    const stack = Stack.open(things, "dev");
    expect(stack.load().resources).toEqual([]);
    expect(() => stack.crypter).toThrow("incorrect passphrase");
  } finally {
    vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "test");
  }
});

test("a configuration file that was lost takes its salt from the state", () => {
  const things = project();
  const stack = Stack.create(things, "dev");
  stack.save(stateOf("1"));
  rmSync(join(things.folder, "Pulumi.dev.yaml"));
  expect(Stack.open(things, "dev").load()).toEqual(stateOf("1"));
  expect(readFileSync(join(things.folder, "Pulumi.dev.yaml"), "utf8")).toContain(stack.crypter.salt);
});

test("a deployment of another stack is read by its own salt, one of another secrets provider is refused", () => {
  const things = project();
  const [dev, other] = [Stack.create(things, "dev"), Stack.create(things, "other")];
  const exported = exportDeployment(stateOf("1"), other.crypter, false);
  expect(dev.parse(exported)).toEqual(stateOf("1"));
  const secrets_providers = { type: "service", state: {} };
  const foreign = { ...exported, deployment: { ...exported.deployment, secrets_providers } };
  expect(() => dev.parse(foreign)).toThrow(/secrets provider 'service'.*pulumi stack export --show-secrets/);
});

test("saves that come together go out together, the latest wins, and each waits until it is on disk", async () => {
  const stack = Stack.create(project(), "dev");
  const save = stack.saver();
  const made: number[] = [];
  const saved = Array.from({ length: 200 }, (_, index) =>
    save(() => {
      made.push(index);
      return stateOf(String(index));
    }).then(() => Number(stack.load().resources[0]?.id)),
  );
  const found = await Promise.all(saved);
  found.forEach((id, index) => {
    expect(id).toBeGreaterThanOrEqual(index);
  });
  expect(made.length).toBeLessThan(10);
  expect(made.at(-1)).toBe(199);
});

test("a save that fails is told, and the next one is tried", async () => {
  const things = project();
  const save = Stack.create(things, "dev").saver();
  const broken = () => {
    throw new Error("cannot be made");
  };
  await expect(save(broken)).rejects.toThrow("cannot be made");
  await save(() => stateOf("2"));
  expect(Stack.open(things, "dev").load()).toEqual(stateOf("2"));
});
