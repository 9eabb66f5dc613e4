import { cpSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { startEmulator } from "../../../emulator/index.ts";
import { repository } from "../../support/engine.ts";
import { succeeded, TestStack } from "../../support/testStack.ts";

const folder = path.join(repository, "examples/cloudiway");

it("the example goes up, shows no change then, and leaves nothing", async () => {
  const emulator = await startEmulator();
  const stack = new TestStack(emulator.connections);
  try {
    cpSync(folder, stack.folder, { recursive: true });
    await stack.init();
    succeeded(await stack.up());
    const { project, behaviour } = emulator.cloudiway;
    const groups = [...project.groups.values()];
    expect(groups.map(({ sourceGroupName }) => sourceGroupName).sort()).toEqual([
      "sales@example.com",
      "support@example.com",
    ]);
    for (const group of groups) {
      expect(group).toMatchObject({ audits: 1, licensed: true, status: "WORKING" });
      expect(project.batchOf(group)).toMatchObject({ batchName: "First wave", running: true });
    }
    expect(behaviour.licenses).toBe(98);
    const outputs = JSON.parse((await stack.run(["stack", "output", "--stack", "dev", "--json"])).stdout) as unknown;
    expect(outputs).toMatchObject({
      migrationTags: expect.arrayContaining(groups.map(({ migrationTag }) => migrationTag)),
      groupCount: 2,
      statuses: ["WORKING", "WORKING"],
    });
    succeeded(await stack.preview("--expect-no-changes"));
    succeeded(await stack.refresh("--expect-no-changes"));
    succeeded(await stack.destroy());
    expect(emulator.objects().cloudiway).toEqual({ groups: {}, batches: {}, memberships: {} });
  } finally {
    stack.remove();
    await emulator.close();
  }
});
