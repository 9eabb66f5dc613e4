import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { objectCount } from "../samples/index.ts";
import { engine, repository, runCommand } from "../support/engine.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";

const groups = (name: string): Declared[] => [
  { name: "parent", type: "barium:Group", args: { domainId: "1", key: "parent", name } },
  { name: "child", type: "barium:Group", args: { domainId: "1", key: "child", name, parentId: "${parent.groupId}" } },
  { name: "phones", type: "apio:Group", args: { tenantId: "acme", groupId: "phones", groupName: name } },
];

/** Both engines work on the same folder: state, secrets and configuration of one are the other's. */
describe.runIf(engine.name === "pulumi")("a stack goes from the Pulumi CLI to the embedded engine and back", () => {
  let emulator: Emulator;
  let stack: TestStack;
  const embedded = (...args: string[]) =>
    runCommand(process.execPath, [path.join(repository, "dist/cli/main.js"), "engine", ...args, "--stack", "dev"], {
      cwd: stack.folder,
      env: stack.environment,
    });

  beforeAll(async () => {
    emulator = await startEmulator();
    stack = new TestStack(emulator.connections);
    await stack.init();
    const password = String(emulator.connections.barium?.password);
    const set = [
      "config",
      "set",
      "--stack",
      "dev",
      "--path",
      "--secret",
      "groupware:connections.barium.password",
      password,
    ];
    succeeded(await stack.run(set));
    stack.declare(groups("First"));
    succeeded(await stack.up());
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("each finds nothing to do after the other", async () => {
    succeeded(await embedded("preview", "--refresh", "--expect-no-changes"));
    stack.declare(groups("Second"));
    succeeded(await embedded("up", "--yes", "--skip-preview"));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("`stack import` of the CLI takes what `stack export` here prints, and the other way round", async () => {
    stack.write("embedded.json", succeeded(await embedded("stack", "export")));
    succeeded(await stack.run(["stack", "import", "--stack", "dev", "--file", "embedded.json"]));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    stack.write("pulumi.json", succeeded(await stack.run(["stack", "export", "--stack", "dev"])));
    succeeded(await embedded("stack", "import", "--file", "pulumi.json"));
    succeeded(await embedded("preview", "--refresh", "--expect-no-changes"));
  });

  it("each reads the other's secrets, and shows none", async () => {
    const get = ["config", "get", "--path", "groupware:connections.barium.password"];
    expect((await embedded(...get)).stdout.trim()).toBe(emulator.connections.barium?.password);
    succeeded(await embedded("config", "set", "--secret", "extra", "made-here"));
    expect((await stack.run(["config", "get", "--stack", "dev", "extra"])).stdout.trim()).toBe("made-here");
    expect(succeeded(await embedded("stack", "export"))).not.toContain(String(emulator.connections.barium?.password));
    // As the CLI does, each secret of an object is hidden by itself; the other connection's was set in the clear.
    expect(succeeded(await embedded("config"))).toContain('"password":"[secret]"');
    succeeded(await embedded("destroy", "--yes", "--skip-preview"));
    expect(objectCount(emulator)).toBe(0);
  });
});
