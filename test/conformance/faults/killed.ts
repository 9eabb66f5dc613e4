import { describe, expect, it, vi } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import type { ResourceDefinition } from "../../../provider/resource/definition.ts";
import { messageOf, type Properties } from "../../../provider/resource/errors.ts";
import { ResourceLifecycle } from "../../../provider/resource/lifecycle.ts";
import { Connections } from "../../../provider/systems/connections.ts";
import { objectCount, sampleOf, systemNamed, systemOf } from "../../samples/index.ts";
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
  const { name: system } = systemOf(resource);

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
        await createUntilKilled(resource, emulator, inputs);
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

/** Creates until a request is hit. A killed process tries nothing any more, so its calls are cancelled then. */
async function createUntilKilled(resource: ResourceDefinition, emulator: Emulator, inputs: Properties): Promise<void> {
  const killed = new AbortController();
  const take = emulator.faults.take.bind(emulator.faults);
  using _ = vi.spyOn(emulator.faults, "take").mockImplementation((target) => {
    const fault = take(target);
    if (fault !== undefined) {
      killed.abort();
    }
    return fault;
  });
  const connections = new Connections(emulator.connections, {}, killed.signal);
  const lifecycle = new ResourceLifecycle(resource, {
    connection: (name) => connections.get(systemOf(resource), name),
    adopt: false,
  });
  await lifecycle.create(inputs, { ...operation, signal: killed.signal }).catch(() => undefined);
}
