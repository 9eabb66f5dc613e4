import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { exampleFile, exampleFolder } from "../../provider/generate/examples/examples.ts";
import { systems } from "../../provider/systems/index.ts";
import { objectCount, samples, startPrepared } from "../samples/index.ts";
import { repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

const folder = path.join(repository, exampleFolder);
const main = "node_modules/pulumi-groupware/stack";

it("there is one for each resource, in a file of its own that makes it", () => {
  const missing = systems
    .flatMap((system) => system.resources)
    .filter(({ type }) => {
      const file = path.join(folder, exampleFile(type));
      return !existsSync(file) || !readFileSync(file, "utf8").includes(`type: groupware:${type}\n`);
    })
    .map(({ type }) => `${type}: write ${exampleFolder}/${exampleFile(type)}`);
  expect(missing).toEqual([]);
});

it("each file belongs to a resource or a function, and says in its first line what it shows", () => {
  for (const system of systems) {
    const known = [...system.resources, ...system.functions].map(({ type }) => exampleFile(type));
    const files = existsSync(path.join(folder, system.name)) ? readdirSync(path.join(folder, system.name)) : [];
    expect(known).toEqual(expect.arrayContaining(files.map((file) => `${system.name}/${file}`)));
    for (const file of files) {
      expect(readFileSync(path.join(folder, system.name, file), "utf8"), file).toMatch(/^# [A-Z].*[^.]\n/);
    }
  }
});

it("all that hold mail or documents are protected", () => {
  const holders = [
    "ExchangeTenant",
    "ExchangeUser",
    "ExchangeUsers",
    "SharepointTenant",
    "SharepointUser",
    "SiteCollection",
  ];
  for (const file of readdirSync(path.join(folder, "saltstack"))) {
    const { resources } = parse(readFileSync(path.join(folder, "saltstack", file), "utf8")) as {
      resources: Record<string, { type: string; options?: { protect?: boolean } }>;
    };
    for (const [name, { type, options }] of Object.entries(resources)) {
      if (holders.some((holder) => type === `groupware:saltstack:${holder}`)) {
        expect(options?.protect, `${file}: ${name}`).toBe(true);
      }
    }
  }
});

describe.each(systems.filter(({ name }) => existsSync(path.join(folder, name))))(
  "the examples of $name",
  ({ name }) => {
    it("go up, show no change then, and are the same program in TypeScript", async () => {
      await using emulator = await startPrepared(samples.filter(({ type }) => type.startsWith(`${name}:`)));
      const stack = new TestStack(emulator.connections);
      const before = objectCount(emulator);
      cpSync(path.join(folder, name), path.join(stack.folder, name), { recursive: true });
      stack.write("Pulumi.yaml", `name: test\nruntime: nodejs\nmain: ${main}\nmanifests: ${name}\n`);
      await stack.init();
      succeeded(await stack.up());
      succeeded(await stack.preview("--expect-no-changes"));
      succeeded(await stack.refresh("--expect-no-changes"));
      cpSync(path.join(repository, "examples/typescript", `${name}.ts`), path.join(stack.folder, "index.ts"));
      cpSync(path.join(repository, "examples/typescript/tsconfig.json"), path.join(stack.folder, "tsconfig.json"));
      stack.write("package.json", '{ "name": "test", "main": "index.ts" }');
      stack.write("Pulumi.yaml", "name: test\nruntime: nodejs\n");
      succeeded(await stack.preview("--expect-no-changes"));
      const program = stack.read("index.ts");
      if (program.includes("protect: true")) {
        stack.write("index.ts", program.replaceAll("protect: true", "protect: false"));
        succeeded(await stack.up());
      }
      succeeded(await stack.destroy());
      expect(objectCount(emulator)).toBe(before);
      stack.remove();
    });
  },
);

it("all of them are one project, without a program", async () => {
  await using emulator = await startPrepared();
  const stack = new TestStack(emulator.connections);
  cpSync(folder, stack.folder, { recursive: true, filter: (file) => !file.endsWith("package.json") });
  await stack.init();
  succeeded(await stack.preview());
  stack.remove();
});
