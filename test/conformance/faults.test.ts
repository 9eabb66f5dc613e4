import { describe, expect, it } from "vitest";
import type { FaultOptions } from "../../emulator/faults.ts";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { systems } from "../../provider/systems/index.ts";
import { livesOf, operation } from "../support/lives.ts";
import { objectCount, type Sample, sampleOf } from "../support/samples.ts";

const resources = systems.flatMap((system) => system.resources);

/** Everything that can go wrong with one answer. */
const faults: FaultOptions[] = [
  { kind: "status", status: 500 },
  { kind: "status", status: 500, applied: true },
  { kind: "status", status: 502, applied: true },
  { kind: "status", status: 503, retryAfter: 0 },
  { kind: "status", status: 429, retryAfter: 0 },
  { kind: "drop" },
  { kind: "drop", applied: true },
  { kind: "truncated", applied: true },
  { kind: "cut", applied: true },
  { kind: "html", applied: true },
  { kind: "html", status: 502 },
  { kind: "slow", delay: 50 },
  { kind: "slow", delay: 1500, applied: true },
  { kind: "expired" },
];
/** Which of the requests of an operation is hit. */
const places = [0, 1, 2, 3];
/** An empty answer to a sign-in is a refusal of it. */
const empty: FaultOptions = { kind: "empty", applied: true };
const cases = [...faults, empty].flatMap((fault) =>
  places.slice(fault === empty ? 1 : 0).map((skip) => ({
    name: `${fault.kind}${fault.status === undefined ? "" : ` ${fault.status}`}${fault.applied === true ? ", applied" : ""}, at request ${skip + 1}`,
    fault: { ...fault, skip },
  })),
);

describe.each(resources)("$type", (resource) => {
  const sample = sampleOf(resource.type);
  const inputs = simple(sample);
  const changed = Object.fromEntries(
    resource.updates
      .flatMap((update) => update.properties)
      .filter((name) => name in inputs)
      .map((name) => [name, sample.changed[name]]),
  );

  describe.concurrent.each(cases)("$name", ({ fault }) => {
    // Slow answers run into the deadline of a call.
    const settings = { requestTimeout: 1 };
    const hit: FaultOptions = { ...fault, match: { system: sample.system } };

    it("a create makes one object", async () => {
      await using emulator = await disposable();
      const lives = livesOf(resource, emulator, { settings });
      emulator.faults.add(hit);
      const state = await lives.create(inputs, operation);
      expect(objectCount(emulator)).toBe(1);
      expect(await lives.read(state.id, {}, operation)).toMatchObject({ id: state.id, inputs: shown(sample, inputs) });
    });

    it("a read tells what is there", async () => {
      await using emulator = await disposable();
      const { id, properties } = await livesOf(resource, emulator).create(inputs, operation);
      emulator.faults.add(hit);
      const read = await livesOf(resource, emulator, { settings }).read(id, properties, operation);
      expect(read).toMatchObject({ id, inputs });
    });

    it("an update arrives", async () => {
      await using emulator = await disposable();
      const { id, properties } = await livesOf(resource, emulator).create(inputs, operation);
      emulator.faults.add(hit);
      const news = { ...inputs, ...changed };
      await livesOf(resource, emulator, { settings }).update(id, properties, news, operation);
      emulator.faults.clear();
      const read = await livesOf(resource, emulator).read(id, news, operation);
      expect(read).toMatchObject({ inputs: news });
    });

    it("a delete leaves nothing", async () => {
      await using emulator = await disposable();
      const { id, properties } = await livesOf(resource, emulator).create(inputs, operation);
      emulator.faults.add(hit);
      await livesOf(resource, emulator, { settings }).delete(id, properties, operation);
      expect(objectCount(emulator)).toBe(0);
    });
  });

  it.concurrent.each(faults.filter(({ kind }) => !["slow", "expired"].includes(kind)))(
    "a fault that stays ($kind) is one clear error, and the next run goes on from there",
    async (fault) => {
      await using emulator = await disposable();
      emulator.faults.add({ ...fault, times: 0, match: { system: sample.system, method: "POST" } });
      const failed = livesOf(resource, emulator).create(inputs, operation);
      await expect(failed).rejects.toThrow(new RegExp(`^${resource.type} \\(.*http://127`, "s"));
      emulator.faults.clear();
      const state = await livesOf(resource, emulator, { adopt: true }).create(inputs, operation);
      expect(objectCount(emulator)).toBe(1);
      expect((await livesOf(resource, emulator).read(state.id, inputs, operation))?.inputs).toEqual(inputs);
    },
  );

  it.concurrent.each(faults.filter(({ kind }) => !["slow", "expired"].includes(kind)))(
    "an outage ($kind) during a read is an error, never a vanished object",
    async (fault) => {
      await using emulator = await disposable();
      const { id, properties } = await livesOf(resource, emulator).create(inputs, operation);
      emulator.faults.add({ ...fault, times: 0, match: { system: sample.system, method: "GET" } });
      await expect(livesOf(resource, emulator).read(id, properties, operation)).rejects.toThrow(resource.type);
    },
  );
});

/** The sample without references to other objects. */
function simple(sample: Sample): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sample.inputs).filter(([, value]) => !(typeof value === "string" && value.startsWith("${"))),
  );
}

/** The inputs that the system shows again. */
function shown(sample: Sample, inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name in sample.wire));
}

async function disposable(): Promise<Emulator & AsyncDisposable> {
  const emulator = await startEmulator();
  return Object.assign(emulator, { [Symbol.asyncDispose]: () => emulator.close() });
}
