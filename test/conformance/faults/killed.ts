import { describe, expect, it } from "vitest";
import type { ResourceDefinition } from "../../../provider/resource/definition.ts";
import { messageOf } from "../../../provider/resource/errors.ts";
import { objectCount, sampleOf, systemNamed } from "../../samples/index.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { stage } from "../../support/stage.ts";

/** More than any create of one object takes. */
const mostRequests = 12;

/**
 * A process that is killed is to the system a client whose connection breaks and that never comes again, and to the next
 * run one that has saved nothing.
 */
export function testKilledCreates(system: string): void {
  const resources = systemNamed(system).resources.filter(({ isAction }) => isAction !== true);
  describe.concurrent.each(resources)("a create of $type by a process that is killed", testKilledCreate);
}

function testKilledCreate(resource: ResourceDefinition): void {
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
          expect(next).toMatch(/exists? already.*adopt: true.*groupware:adopt/s);
          await livesOf(resource, emulator, { adopt: true }).create(inputs, operation);
        }
        expect(objectCount(emulator) - before).toBe(sample.objects ?? 1);
      }
    },
  );
}
