import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { exampleFolder } from "../../provider/generate/examples/examples.ts";
import { systems } from "../../provider/systems/index.ts";
import { objectCount, startPrepared } from "../samples/index.ts";
import { engine, isOnPath, repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

it.runIf(engine.name === "pulumi" && isOnPath("python3") && isOnPath("pulumi-language-python"))(
  "the examples are the same program in Python, with the SDK that `pulumi package add` makes of the plugin",
  async ({ skip }) => {
    await using emulator = await startPrepared();
    const connections = Object.fromEntries(systems.map(({ name }) => [name, emulator.connections[name]]));
    const stack = new TestStack(connections, "plugin");
    const before = objectCount(emulator);
    const yaml = path.join(stack.folder, exampleFolder);
    cpSync(path.join(repository, exampleFolder), yaml, { recursive: true });
    stack.write(
      "Pulumi.yaml",
      `${stack.read("Pulumi.yaml")}main: node_modules/pulumi-groupware/stack\nmanifests: ${exampleFolder}\n`,
    );
    await stack.init();
    succeeded(await stack.up());
    rmSync(path.join(stack.folder, "package.json"));
    cpSync(path.join(repository, "examples/python"), stack.folder, { recursive: true });
    stack.write("Pulumi.yaml", stack.read("Pulumi.yaml").replace(/^name: .*/, "name: test"));
    const added = await stack.run(["package", "add", "./node_modules/pulumi-groupware"]);
    skip(/NewConnectionError|Temporary failure in name resolution|ReadTimeoutError/.test(added.output), "no packages");
    succeeded(added);
    succeeded(await stack.preview("--expect-no-changes"));
    const hosting = "saltstack_examples.py";
    stack.write(hosting, stack.read(hosting).replaceAll("protect=True", "protect=False"));
    succeeded(await stack.up());
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
    stack.remove();
  },
);
