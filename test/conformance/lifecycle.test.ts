import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { replacingProperties } from "../../provider/resource/definition.ts";
import { traitsOf } from "../../provider/resource/property.ts";
import { systems } from "../../provider/systems/index.ts";
import { copyOf, objectCount, sampleOf, samples } from "../support/samples.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

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

/** The tests of a resource follow each other: each begins with the stack that the one before left. */
describe.each(resources)("$type", (resource) => {
  const sample = sampleOf(resource.type);
  const replacing = replacingProperties(resource);
  const updatable = resource.updates.flatMap((update) => update.properties);
  const createOnly = Object.entries(resource.inputs)
    .filter(([, schema]) => traitsOf(schema).createOnly === true)
    .map(([name]) => name);
  const observable = Object.keys(sample.wire);
  let emulator: Emulator;
  let stack: TestStack;

  /** One object for each name, alike but for what tells them apart and for what `change` says. */
  const declare = (
    names: readonly string[],
    change: (name: string) => Readonly<Record<string, unknown>> = () => ({}),
  ) =>
    stack.declare([
      ...(sample.needs ?? []),
      ...names.map((name) => ({
        name,
        type: resource.type,
        args: { ...copyOf(sample, resource, name), ...change(name) },
      })),
    ]);
  const ids = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await stack.state()).map(({ urn, id = "" }) => [urn.split("::").at(-1) ?? "", id]));

  beforeAll(async () => {
    emulator = await startEmulator();
    for (const { scope } of sample.scopes) {
      emulator.change({ system: sample.system, scope, id: "0" });
      emulator.change({ system: sample.system, scope, id: "0", remove: true });
    }
    stack = new TestStack(emulator.connections);
    await stack.init();
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("is created, and then neither a preview nor a refresh finds anything", async () => {
    declare(observable);
    succeeded(await stack.up());
    emulator.requests.clear();
    succeeded(await stack.preview("--expect-no-changes"));
    expect(emulator.requests.all).toEqual([]);
    succeeded(await stack.refresh("--expect-no-changes"));
  });

  it("shows exactly what changed elsewhere, and heals it", async () => {
    const places = await ids();
    for (const [property, { field, value }] of Object.entries(sample.wire)) {
      emulator.change({ ...sample.locate(places[property] ?? ""), set: { [field]: value } });
    }
    const found = (await stack.steps("--refresh"))
      .filter(({ op }) => ["update", "replace"].includes(op))
      .map(({ op, urn, detailedDiff }) => ({
        name: urn.split("::").at(-1),
        op,
        properties: [...new Set(Object.keys(detailedDiff ?? {}).map((path) => path.split(/[.[]/)[0]))],
      }));
    expect(found.sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1))).toEqual(
      observable.sort().map((property) => ({
        name: property,
        op: replacing.includes(property) ? "replace" : "update",
        properties: [property],
      })),
    );
    const count = objectCount(emulator);
    succeeded(await stack.up("--refresh"));
    expect(objectCount(emulator)).toBe(count);
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("is updated in place where the system can, and warns of what only a create takes", async () => {
    const before = await ids();
    const changed = Object.fromEntries([...updatable, ...createOnly].map((name) => [name, sample.changed[name]]));
    emulator.requests.clear();
    declare(observable, (name) => (updatable.includes(name) ? { [name]: changed[name] } : {}));
    succeeded(await stack.up());
    expect(await ids()).toEqual(before);
    declare(observable, (name) =>
      createOnly.length > 0 && name === observable[0] ? { ...pick(changed, createOnly) } : {},
    );
    const output = succeeded(await stack.up());
    for (const name of createOnly) {
      expect(output).toContain(`${name} takes effect only when`);
    }
    expect(await ids()).toEqual(before);
    succeeded(await stack.refresh());
  });

  it("is made anew after it vanished", async () => {
    const [name = ""] = observable;
    emulator.change({ ...sample.locate((await ids())[name] ?? ""), remove: true });
    const steps = await stack.steps("--refresh");
    expect(steps.filter(({ op }) => op === "create").map(({ urn }) => urn.split("::").at(-1))).toEqual([name]);
    succeeded(await stack.up("--refresh"));
    succeeded(await stack.preview("--expect-no-changes"));
  });

  it("is replaced for what no call can change, one object for one, also with adopt", async () => {
    const cases = replacing.flatMap((property) => [property, `${property}-adopt`]);
    declare(cases);
    succeeded(await stack.up());
    const [before, count] = [await ids(), objectCount(emulator)];
    declare(cases, (name) => {
      const [property = "", adopt] = name.split("-");
      return {
        [property]: `${sample.changed[property]}${resource.naturalKey.at(-1) === property ? name : ""}`,
        ...(adopt === undefined ? {} : { adopt: true }),
        ...(property in sample.leaves ? sample.leaves[property] : {}),
      };
    });
    succeeded(await stack.up());
    const after = await ids();
    expect(objectCount(emulator)).toBe(count);
    for (const name of cases) {
      expect(after[name], name).not.toBe(before[name]);
      const { scope, id } = sample.locate(after[name] ?? "");
      expect(emulator.barium.objects()[scope]?.[id] ?? emulator.apio.objects()[scope]?.[id], name).toBeDefined();
    }
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("is destroyed, and leaves nothing", async () => {
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(0);
  });
});

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
