import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { messageOf } from "../../provider/resource/errors.ts";
import { systems } from "../../provider/systems/index.ts";
import { objectCount, sampleOf } from "../samples/index.ts";
import { livesOf, operation } from "../support/lives.ts";
import { stage } from "../support/stage.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";

/** More than any create of one object takes. */
const mostRequests = 12;

const resources: Declared[] = [
  { name: "parent", type: "barium:Group", args: { domainId: "1", key: "parent", name: "Parent" } },
  {
    name: "child",
    type: "barium:Group",
    args: { domainId: "1", key: "child", name: "Child", parentId: "${parent.groupId}" },
  },
  { name: "phones", type: "apio:Group", args: { tenantId: "acme", groupId: "phones", groupName: "Phones" } },
];

/**
 * A process that is killed is to the system a client whose connection breaks and that never comes again, and to the next
 * run one that has saved nothing.
 */
describe.concurrent.each(systems.flatMap((system) => system.resources).filter(({ isAction }) => isAction !== true))(
  "a create of $type by a process that is killed",
  (resource) => {
    const sample = sampleOf(resource.type);
    const [system = ""] = resource.type.split(":");

    it.each([false, true])(
      "is found by the next run, and adopted nothing is lost and nothing twice (carried out: %s)",
      async (applied) => {
        for (let skip = 0, hit = true; hit && skip < mostRequests; skip++) {
          await using staged = await stage(sample);
          const { emulator, inputs } = staged;
          const before = objectCount(emulator);
          emulator.requests.clear();
          emulator.faults.add({ kind: "drop", applied, skip, match: { system } });
          emulator.faults.add({ kind: "drop", skip, times: 0, match: { system } });
          await livesOf(resource, emulator)
            .create(inputs, operation)
            .catch(() => undefined);
          hit = emulator.requests.all.some(({ fault }) => fault !== undefined);
          emulator.faults.clear();

          const next = await livesOf(resource, emulator).create(inputs, operation).catch(messageOf);
          if (typeof next === "string") {
            expect(next).toMatch(/the object exists already, with the ID \S+.*adopt: true.*groupware:adopt/s);
            await livesOf(resource, emulator, { adopt: true }).create(inputs, operation);
          }
          expect(objectCount(emulator) - before).toBe(sample.objects ?? 1);
        }
      },
    );
  },
);

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
