import { cpSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { objectCount, startPrepared } from "../../samples/index.ts";
import { repository } from "../../support/engine.ts";
import { succeeded, TestStack } from "../../support/testStack.ts";

it("examples/hosting goes up, shows no change then, keeps what is protected, and goes down when it no longer is", async () => {
  await using emulator = await startPrepared([]);
  const stack = new TestStack(emulator.connections);
  for (const file of ["index.ts", "Pulumi.yaml", "package.json", "tsconfig.json"]) {
    cpSync(path.join(repository, "examples/hosting", file), path.join(stack.folder, file));
  }
  await stack.init();
  succeeded(await stack.up());
  expect(objectCount(emulator)).toBe(12);
  succeeded(await stack.preview("--expect-no-changes"));
  succeeded(await stack.refresh("--expect-no-changes"));
  const password = String([...emulator.saltstack.list("sharepoint-users").values()][1]?.fields.password);
  expect((await stack.run(["stack", "output", "--stack", "dev"])).output).not.toContain(password);

  const holdingData = () =>
    ["exchange-tenants", "exchange-users", "sharepoint-tenants", "sharepoint-users", "sharepoint-site-collections"].map(
      (kind) => Object.keys(emulator.saltstack.objects()[kind] ?? {}).length,
    );
  expect((await stack.destroy()).code).not.toBe(0);
  expect(holdingData()).toEqual([1, 4, 1, 1, 2]);
  stack.configure({ "groupware:connections": emulator.connections, "hosting:protect": "false" });
  succeeded(await stack.up());
  succeeded(await stack.destroy());
  expect(objectCount(emulator)).toBe(0);
  stack.remove();
});
