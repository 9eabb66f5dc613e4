import { afterAll, beforeAll, expect, it } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import { type ResourceDefinition, replacingProperties } from "../../../provider/resource/definition.ts";
import { traitsOf } from "../../../provider/resource/property.ts";
import { driftOf } from "../../gitops/drifts.ts";
import {
  changeOutside,
  copyOf,
  needsOf,
  objectCount,
  type Sample,
  sampleOf,
  startPrepared,
  systemNamed,
} from "../../samples/index.ts";
import { type Declared, succeeded, TestStack } from "../../support/testStack.ts";

/** What the tests need to know of one resource of a system. */
interface Kind {
  readonly resource: ResourceDefinition;
  readonly sample: Sample;
  /** The objects that are made of it. */
  readonly objects: readonly Declarable[];
  readonly replacing: readonly string[];
  readonly updatable: readonly string[];
  readonly createOnly: readonly string[];
}

/** One object of a kind, and those of its properties that change elsewhere; the first gives it its name. */
interface Declarable {
  readonly name: string;
  readonly properties: readonly string[];
}

const kindOf = (resource: ResourceDefinition): Kind => {
  const sample = sampleOf(resource.type);
  const replacing = replacingProperties(resource);
  return {
    resource,
    sample,
    objects: objectsOf(Object.keys(sample.wire).sort(), replacing),
    replacing,
    updatable: resource.updates.flatMap((update) => update.properties),
    createOnly: Object.entries(resource.inputs)
      .filter(([, schema]) => traitsOf(schema).createOnly === true)
      .map(([name]) => name),
  };
};

/**
 * One object for each property that replaces; the others are shared out among two, each of which must show its own and
 * none of the rest. That each shows alone is tested over gRPC, where an object costs less. An action, which shows
 * nothing, is one object.
 */
function objectsOf(observable: readonly string[], replacing: readonly string[]): Declarable[] {
  const kept = observable.filter((property) => !replacing.includes(property));
  const shares = [0, 1].map((share) => kept.filter((_, index) => index % 2 === share));
  const alone = observable.filter((property) => replacing.includes(property)).map((property) => [property]);
  const objects = [...shares, ...alone].flatMap((properties) => {
    const [name] = properties;
    return name === undefined ? [] : [{ name, properties }];
  });
  return objects.length > 0 ? objects : [{ name: "only", properties: [] }];
}

const nameOf = ({ resource }: Kind, name: string) => `${resource.type.replace(":", "-")}.${name}`;

/**
 * All resources of some systems in one stack. The tests follow each other: each begins with the stack that the one
 * before left.
 */
export function testLifecycle(...systems: readonly string[]): void {
  const kinds = systems.flatMap((system) => systemNamed(system).resources).map(kindOf);

  const needs = needsOf(kinds.map(({ sample }) => sample));
  const objects = kinds.filter(({ resource }) => resource.isAction !== true);
  const actions = kinds.filter(({ resource }) => resource.isAction === true);
  let emulator: Emulator;
  let stack: TestStack;
  let before: number;

  const declared = (kind: Kind, name: string, change: Readonly<Record<string, unknown>> = {}): Declared => ({
    name: nameOf(kind, name),
    type: kind.resource.type,
    args: { ...copyOf(kind.sample, kind.resource, name), ...change },
  });
  /** All objects of each resource; `change` says what is different about one. */
  const declare = (change: (kind: Kind, object: Declarable) => Readonly<Record<string, unknown>> = () => ({})) =>
    stack.declare([
      ...needs,
      ...kinds.flatMap((kind) => kind.objects.map((object) => declared(kind, object.name, change(kind, object)))),
    ]);
  const ids = (): Record<string, string> =>
    Object.fromEntries(stack.state().map(({ urn, id = "" }) => [urn.split("::").at(-1) ?? "", id]));
  const timesDone = ({ sample }: Kind) => {
    const { endpoint = "", otherEndpoints = [] } = sample;
    const calls = () =>
      [endpoint, ...otherEndpoints].reduce((count, one) => count + emulator.requests.count({ endpoint: one }), 0);
    return sample.timesDone?.(emulator) ?? calls();
  };

  beforeAll(async () => {
    emulator = await startPrepared(kinds.map(({ sample }) => sample));
    before = objectCount(emulator);
    stack = new TestStack(emulator.connections);
    await stack.init();
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("is created, and then neither a preview nor a refresh finds anything", async () => {
    declare();
    succeeded(await stack.up());
    for (const action of actions) {
      expect(timesDone(action), action.resource.type).toBe(1);
    }
    emulator.requests.clear();
    succeeded(await stack.preview("--expect-no-changes"));
    expect(emulator.requests.all).toEqual([]);
    succeeded(await stack.refresh("--expect-no-changes"));
  });

  it("shows exactly what changed elsewhere, and heals it", async () => {
    const places = ids();
    for (const kind of objects) {
      const { sample } = kind;
      for (const { name, properties } of kind.objects) {
        const place = sample.locate(places[nameOf(kind, name)] ?? "", emulator);
        for (const property of properties) {
          changeOutside(emulator, place, sample.wire[property] ?? (() => undefined));
        }
      }
    }
    const found = (await stack.steps("--refresh"))
      .filter(({ op }) => ["update", "replace"].includes(op))
      .map(({ op, urn, detailedDiff }) => ({
        name: urn.split("::").at(-1) ?? "",
        op,
        properties: [...new Set(Object.keys(detailedDiff ?? {}).map((path) => path.split(/[.[]/)[0]))].sort(),
      }));
    const expected = objects.flatMap((kind) =>
      kind.objects
        .filter(({ properties }) => properties.length > 0)
        .map(({ name, properties }) => ({
          name: nameOf(kind, name),
          op: properties.some((property) => kind.replacing.includes(property)) ? "replace" : "update",
          properties,
        })),
    );
    expect(found.sort(byName)).toEqual(expected.sort(byName));
    expect((await driftOf(stack)).sort(byName)).toEqual(expected);
    const count = objectCount(emulator);
    succeeded(await stack.up("--refresh"));
    const healed = objects.reduce((sum, { sample }) => sum + (sample.healed ?? 0), 0);
    expect(objectCount(emulator)).toBe(count + healed);
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("is updated in place where the system can, and warns of what only a create takes", async () => {
    const held = ids();
    const changedOf = ({ sample, updatable }: Kind, { properties }: Declarable) => {
      const changed = properties.filter((property) => updatable.includes(property));
      return {
        ...Object.assign({}, ...changed.map((property) => sample.along?.[property])),
        ...pick(sample.changed, changed),
      };
    };
    declare(changedOf);
    succeeded(await stack.up());
    expect(ids()).toEqual(held);
    declare((kind, object) =>
      object === kind.objects[0]
        ? { ...changedOf(kind, object), ...pick(kind.sample.changed, kind.createOnly) }
        : changedOf(kind, object),
    );
    const output = succeeded(await stack.up());
    for (const name of objects.flatMap(({ createOnly }) => createOnly)) {
      expect(output).toContain(`${name} takes effect only when`);
    }
    expect(ids()).toEqual(held);
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("is made anew after it vanished", async () => {
    declare();
    succeeded(await stack.up());
    const places = ids();
    const vanished = objects.map((kind) => ({ kind, name: nameOf(kind, kind.objects[0]?.name ?? "") }));
    for (const { kind, name } of vanished) {
      emulator.change({ ...kind.sample.locate(places[name] ?? "", emulator), remove: true });
    }
    const steps = await stack.steps("--refresh");
    expect(
      steps
        .filter(({ op }) => op === "create")
        .map(({ urn }) => urn.split("::").at(-1))
        .sort(),
    ).toEqual(vanished.map(({ name }) => name).sort());
    succeeded(await stack.up("--refresh"));
    succeeded(await stack.preview("--expect-no-changes"));
  });

  it("is replaced for what no call can change, one object for one, also with adopt; an action is done again", async () => {
    const cases = kinds.flatMap((kind) =>
      kind.replacing.flatMap((property) =>
        kind.resource.isAction === true
          ? [{ kind, property, name: property, adopt: {} }]
          : [
              { kind, property, name: property, adopt: {} },
              { kind, property, name: `${property}-adopt`, adopt: { adopt: true } },
            ],
      ),
    );
    stack.declare([...needs, ...cases.map(({ kind, name }) => declared(kind, name))]);
    succeeded(await stack.up());
    const [held, count, done] = [ids(), objectCount(emulator), actions.map(timesDone)];
    stack.declare([
      ...needs,
      ...cases.map(({ kind, property, name, adopt }) => {
        const { sample, resource } = kind;
        const value = copyOf(sample, resource, name, sample.changed)[property];
        return declared(kind, name, { [property]: value, ...adopt, ...sample.along?.[property] });
      }),
    ]);
    succeeded(await stack.up());
    const after = ids();
    expect(objectCount(emulator)).toBe(count);
    for (const { kind, name } of cases) {
      const label = nameOf(kind, name);
      expect(after[label], label).not.toBe(held[label]);
      if (kind.resource.isAction !== true) {
        const { system, scope, id } = kind.sample.locate(after[label] ?? "", emulator);
        expect(emulator.objects()[system]?.[scope]?.[id], label).toBeDefined();
      }
    }
    expect(actions.map(timesDone)).toEqual(done.map((times, index) => times + (actions[index]?.replacing.length ?? 0)));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("is destroyed, and leaves nothing", async () => {
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
