import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { replacingProperties } from "../../provider/resource/definition.ts";
import { traitsOf } from "../../provider/resource/property.ts";
import { systems } from "../../provider/systems/index.ts";
import { type Sample, samples } from "../support/samples.ts";
import { TestStack } from "../support/testStack.ts";

const resources = systems.flatMap((system) => system.resources);

it("has a sample for every resource, with every property", () => {
  expect(samples.map(({ type }) => type).sort()).toEqual(resources.map(({ type }) => type).sort());
  for (const resource of resources) {
    const names = Object.keys(resource.inputs).filter((name) => name !== "connection" && name !== "adopt");
    const sample = sampleOf(resource.type);
    expect(Object.keys(sample.inputs).sort()).toEqual(names.sort());
    expect(Object.keys(sample.changed).sort()).toEqual(names.sort());
  }
});

describe.each(resources)("$type", (resource) => {
  const sample = sampleOf(resource.type);
  const replacing = replacingProperties(resource);
  const declared = (inputs: Readonly<Record<string, unknown>> = {}) => [
    ...(sample.needs ?? []),
    { name: "it", type: resource.type, args: { ...sample.inputs, ...inputs } },
  ];
  let emulator: Emulator;
  let stack: TestStack;

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.barium.groups("2");
    emulator.apio.groups("other");
    stack = new TestStack(emulator.connections);
    await stack.init();
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  const id = async () => (await stack.state()).find(({ urn }) => urn.endsWith("::it"))?.id ?? "";

  it("is created once, and then neither a preview nor a refresh finds anything", async () => {
    stack.declare(declared());
    expect(await stack.up()).toMatchObject({ code: 0 });
    emulator.requests.clear();
    expect(await stack.preview("--expect-no-changes")).toMatchObject({ code: 0 });
    expect(emulator.requests.all).toEqual([]);
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
    expect(await stack.preview("--refresh", "--expect-no-changes")).toMatchObject({ code: 0 });
  });

  it("shows exactly the property that changed elsewhere, and heals it", async () => {
    const place = sample.locate(await id());
    for (const [property, { field, value }] of Object.entries(sample.wire)) {
      const before = emulator[place.system as "barium" | "apio"].objects()[place.scope]?.[place.id];
      emulator.change({ ...place, set: { [field]: value } });
      const steps = await stack.steps("--refresh");
      const touched = steps
        .filter(({ op }) => op !== "refresh")
        .map(({ op, urn, detailedDiff }) => ({
          op,
          name: urn.split("::").at(-1),
          properties: [...new Set(Object.keys(detailedDiff ?? {}).map((path) => path.split(/[.[]/)[0]))],
        }));
      const op = replacing.includes(property) ? expect.stringMatching(/replace/) : "update";
      expect(touched.length, property).toBeGreaterThan(0);
      for (const step of touched) {
        expect(step, property).toMatchObject({ op, name: "it" });
      }
      expect(touched.flatMap(({ properties }) => properties), property).toEqual(
        expect.arrayContaining([property]),
      );
      emulator.change({ ...place, set: before ?? {} });
    }
    const all = Object.values(sample.wire).filter(({ field }) => !replacing.includes(propertyOf(sample, field)));
    emulator.change({ ...place, set: Object.fromEntries(all.map(({ field, value }) => [field, value])) });
    expect(await stack.up("--refresh")).toMatchObject({ code: 0 });
    expect(await stack.preview("--refresh", "--expect-no-changes")).toMatchObject({ code: 0 });
  });

  it("updates what can be updated, in place", async () => {
    const before = await id();
    const updatable = resource.updates.flatMap((update) => update.properties);
    const changed = Object.fromEntries(updatable.map((name) => [name, sample.changed[name]]));
    stack.declare(declared({ ...changed, ...(resource.type === "apio:Group" ? { defaultDomain: "example.com" } : {}) }));
    expect(await stack.up()).toMatchObject({ code: 0 });
    expect(await id()).toBe(before);
    expect(await stack.preview("--refresh", "--expect-no-changes")).toMatchObject({ code: 0 });
    stack.declare(declared());
    expect(await stack.up()).toMatchObject({ code: 0 });
  });

  it.each(replacing.flatMap((property) => [false, true].map((adopt) => ({ property, adopt }))))(
    "is replaced for $property (adopt: $adopt), one object for one",
    async ({ property, adopt }) => {
      const inputs = { [property]: sample.changed[property], ...(adopt ? { adopt } : {}) };
      if (property === "domainId" || property === "tenantId") {
        // The parent lives in the old scope.
        Object.assign(inputs, "parentId" in sample.inputs ? { parentId: undefined } : {});
      }
      stack.declare(declared(inputs));
      const count = objectCount(emulator);
      expect(await stack.up()).toMatchObject({ code: 0 });
      expect(objectCount(emulator)).toBe(count);
      expect(await stack.preview("--refresh", "--expect-no-changes")).toMatchObject({ code: 0 });
      stack.declare(declared());
      expect(await stack.up()).toMatchObject({ code: 0 });
      expect(objectCount(emulator)).toBe(count);
    },
  );

  it("warns of a change of what only a create takes, and changes nothing", async () => {
    const createOnly = Object.entries(resource.inputs).filter(([, schema]) => traitsOf(schema).createOnly === true);
    for (const [name] of createOnly) {
      stack.declare(declared({ [name]: sample.changed[name] }));
      const preview = await stack.preview("--expect-no-changes");
      expect(preview, name).toMatchObject({ code: 0 });
      expect(preview.output).toContain(`${name} takes effect only when`);
    }
    stack.declare(declared());
  });

  it("is made anew after it vanished", async () => {
    emulator.change({ ...sample.locate(await id()), remove: true });
    expect((await stack.steps("--refresh")).some(({ op, urn }) => op === "create" && urn.endsWith("::it"))).toBe(true);
    expect(await stack.up("--refresh")).toMatchObject({ code: 0 });
    expect(await stack.preview("--refresh", "--expect-no-changes")).toMatchObject({ code: 0 });
  });

  it("is destroyed, and leaves nothing", async () => {
    expect(await stack.destroy()).toMatchObject({ code: 0 });
    expect(objectCount(emulator)).toBe(0);
  });
});

function sampleOf(type: string): Sample {
  const sample = samples.find((candidate) => candidate.type === type);
  if (sample === undefined) {
    throw new Error(`test/support/samples.ts has no sample of ${type}`);
  }
  return sample;
}

function propertyOf(sample: Sample, field: string): string {
  return Object.entries(sample.wire).find(([, wire]) => wire.field === field)?.[0] ?? "";
}

function objectCount(emulator: Emulator): number {
  return [emulator.barium, emulator.apio]
    .flatMap((system) => Object.values(system.objects()))
    .reduce((count, objects) => count + Object.keys(objects).length, 0);
}
