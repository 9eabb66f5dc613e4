import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { objectCount } from "../samples/index.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";

const resources: Declared[] = [
  { name: "parent", type: "barium:Group", args: { domainId: "1", key: "parent", name: "Parent" } },
  {
    name: "child",
    type: "barium:Group",
    args: { domainId: "1", key: "child", name: "Child", parentId: "${parent.groupId}" },
  },
  { name: "phones", type: "apio:Group", args: { tenantId: "acme", groupId: "phones", groupName: "Phones" } },
];

/** Each request of such an `up`: sign-ins, look-ups, creates, and reads after them. */
const requests = Array.from({ length: 7 }, (_, index) => index);

describe.concurrent.each(requests)("an `up` that is killed at request %i, which is carried out", (skip) => {
  it("says what is in the way, and adopting it leaves nothing lost and nothing twice", async () => {
    const emulator = await startEmulator();
    const stack = new TestStack(emulator.connections);
    try {
      await stack.init();
      stack.declare(resources);
      emulator.faults.add({ kind: "slow", delay: 60_000, applied: true, skip });
      let kill: () => void = () => undefined;
      const running = stack.run(["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"], (stop) => {
        kill = stop;
      });
      await until(() => emulator.requests.all.some(({ fault }) => fault === "slow"));
      kill();
      await running;
      emulator.faults.clear();
      await stack.run(["cancel", "--yes", "dev"]);

      const next = await stack.up();
      if (next.code !== 0) {
        expect(next.output).toMatch(/the object exists already, with the ID \S+.*adopt: true.*groupware:adopt/s);
        stack.configure({ "groupware:connections": emulator.connections, "groupware:adopt": "true" });
        succeeded(await stack.up());
      }
      expect(objectCount(emulator)).toBe(3);
      succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    } finally {
      stack.remove();
      await emulator.close();
    }
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await sleep(10);
  }
}
