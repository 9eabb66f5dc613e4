import { describe, expect, it } from "vitest";
import type { FaultOptions } from "../../../emulator/faults.ts";
import type { ResourceDefinition } from "../../../provider/resource/definition.ts";
import { messageOf, type Properties } from "../../../provider/resource/errors.ts";
import type { ResourceLifecycle, ResourceState } from "../../../provider/resource/lifecycle.ts";
import { objectCount, resolved, sampleOf, systemNamed, systemOf } from "../../samples/index.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { stage } from "../../support/stage.ts";

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
  { kind: "slow", delay: 2500, applied: true },
  { kind: "expired" },
];
/** An empty answer to a sign-in is a refusal of it, so it hits the requests after that. */
const empty: FaultOptions = { kind: "empty", applied: true };
/** Which of the requests of an operation are hit, one after the other, as long as there are so many. */
const mostRequests = 8;
/** The same for faults that are waited out. */
const mostDeadlines = 4;
/** Seconds in which an answer must have come where one is held back for longer. */
const deadline = 2;

/** How many times longer an action has for its call, and a slow answer to it takes. */
const patience = 3;

const nameOf = ({ kind, status, applied }: FaultOptions) =>
  `${kind}${status === undefined ? "" : ` ${status}`}${applied === true ? ", applied" : ""}`;

/** Every fault against every verb of all resources of a system. */
export function testFaults(system: string): void {
  const { resources } = systemNamed(system);
  describe.concurrent.each(resources.filter(({ isAction }) => isAction !== true))("$type", testFaultsOfResource);
  describe.concurrent.each(resources.filter(({ isAction }) => isAction === true))("$type", testFaultsOfAction);
}

function testFaultsOfResource(resource: ResourceDefinition): void {
  const sample = sampleOf(resource.type);
  const { name: system } = systemOf(resource);

  it.each([...faults, empty].map((fault) => ({ name: nameOf(fault), fault })))(
    "$name, at any request of any verb: one object is made, read, changed and deleted",
    async ({ fault }) => {
      await using staged = await stage(sample);
      const { emulator, made, inputs } = staged;
      const updatable = resource.updates.flatMap((update) => update.properties);
      const changed = { ...inputs, ...resolved(pick(sample.changed, updatable), made) };
      const before = objectCount(emulator);
      /** Runs an operation, as a process of its own would, with the fault in its way. Answers whether it was hit. */
      const run = async (skip: number, act: (lives: ResourceLifecycle) => Promise<unknown>): Promise<boolean> => {
        emulator.faults.add({ ...fault, skip, match: { system } });
        emulator.requests.clear();
        await act(livesOf(resource, emulator, settingsFor(fault)));
        emulator.faults.clear();
        return emulator.requests.all.some((request) => request.fault !== undefined);
      };
      const most = missesDeadline(fault) ? mostDeadlines : mostRequests;
      for (let skip = fault === empty ? 1 : 0, hit = true; hit && skip < most; skip++) {
        let state: ResourceState | undefined;
        hit = await run(skip, async (lives) => {
          state = await lives.create(inputs, operation);
        });
        const { id, properties } = state as unknown as ResourceState;
        expect(objectCount(emulator) - before).toBe(sample.objects ?? 1);
        const shown = await livesOf(resource, emulator).read(id, properties, operation);
        expect(shown).toMatchObject({ id, inputs });
        hit =
          (await run(skip, async (lives) => {
            expect(await lives.read(id, properties, operation)).toMatchObject({ id, inputs });
          })) || hit;
        hit = (await run(skip, (lives) => lives.update(id, properties, changed, operation))) || hit;
        const news = await livesOf(resource, emulator).read(id, { ...properties, ...changed }, operation);
        expect(news).toMatchObject({ inputs: changed });
        hit = (await run(skip, (lives) => lives.delete(id, { ...properties, ...changed }, operation))) || hit;
        expect(objectCount(emulator)).toBe(before);
        if (sample.undeletable !== undefined) {
          emulator.change({ ...sample.locate(id, emulator), remove: true });
        }
      }
    },
  );

  // A system that wants a call later gets it later, for longer than a test may take.
  const lasting = faults.filter(({ kind, status }) => !["slow", "expired"].includes(kind) && status !== 429);

  it.each(lasting.map((fault) => ({ name: nameOf(fault), fault })))(
    "$name that stays is one clear error, unless the object is found all the same, and the next run goes on from there",
    async ({ fault }) => {
      await using staged = await stage(sample);
      const { emulator, inputs } = staged;
      const before = objectCount(emulator);
      emulator.faults.add({ ...fault, times: 0, match: { system, method: "POST" } });
      const [result] = await Promise.allSettled([livesOf(resource, emulator).create(inputs, operation)]);
      emulator.faults.clear();
      if (result.status === "rejected") {
        expect(messageOf(result.reason)).toMatch(new RegExp(`^${resource.type} \\(.*http://127`, "s"));
      } else {
        // Where nobody signs in, what was carried out can be seen although every answer to a write is lost.
        expect(fault.applied).toBe(true);
      }
      const state =
        result.status === "fulfilled"
          ? result.value
          : await livesOf(resource, emulator, { adopt: true }).create(inputs, operation);
      expect(objectCount(emulator) - before).toBe(sample.objects ?? 1);
      expect((await livesOf(resource, emulator).read(state.id, inputs, operation))?.inputs).toEqual(inputs);
    },
  );

  it.each(lasting.map((fault) => ({ name: nameOf(fault), fault })))(
    "$name during a read is an error, never a vanished object",
    async ({ fault }) => {
      await using staged = await stage(sample);
      const { emulator, inputs } = staged;
      const { id, properties } = await livesOf(resource, emulator).create(inputs, operation);
      emulator.faults.add({ ...fault, times: 0, match: { system, method: "GET" } });
      await expect(livesOf(resource, emulator).read(id, properties, operation)).rejects.toThrow(resource.type);
    },
  );
}

function testFaultsOfAction(resource: ResourceDefinition): void {
  const sample = sampleOf(resource.type);
  const { name: system } = systemOf(resource);

  it.each(faults.map((fault) => ({ name: nameOf(fault), fault })))(
    "$name: the action is carried out once, or says that it may have been",
    async ({ fault }) => {
      await using staged = await stage(sample);
      const { emulator, inputs } = staged;
      const match = sample.endpoint === undefined ? { system } : { endpoint: sample.endpoint };
      // Nothing repeats an action, so its one call must not miss its deadline because this machine is busy.
      emulator.faults.add({ ...fault, ...(fault.delay === undefined ? {} : { delay: fault.delay * patience }), match });
      emulator.requests.clear();
      const [result] = await Promise.allSettled([
        livesOf(resource, emulator, settingsFor(fault, patience)).create(inputs, operation),
      ]);
      if (result.status === "rejected") {
        expect(messageOf(result.reason)).toMatch(new RegExp(`^${resource.type} \\(.*may have been carried out`, "s"));
        expect(emulator.requests.count(match)).toBe(1);
      }
    },
  );
}

function missesDeadline({ kind, delay = 0 }: FaultOptions): boolean {
  return kind === "slow" && delay > deadline * 1000;
}

function settingsFor(fault: FaultOptions, times = 1) {
  return missesDeadline(fault) ? { settings: { requestTimeout: deadline * times } } : {};
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
