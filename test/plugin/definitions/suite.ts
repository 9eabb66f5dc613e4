import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Emulator } from "../../../emulator/index.ts";
import { elementOf, type ResourceDefinition, replacingProperties } from "../../../provider/resource/definition.ts";
import { traitsOf } from "../../../provider/resource/property.ts";
import {
  changeOutside,
  copyOf,
  resolved as resolvedBy,
  sampleOf,
  startPrepared,
  systemNamed,
} from "../../samples/index.ts";
import { DIFF_NONE, DIFF_SOME, type Json, output, PluginClient, revealed, secret, unknown } from "../pluginClient.ts";

/** The real plugin, spoken to over gRPC, for all resources of a system. */
export function testOverGrpc(system: string): void {
  describe.each(systemNamed(system).resources)("$type over gRPC", testResource);
}

function testResource(resource: ResourceDefinition): void {
  const { type } = resource;
  const sample = sampleOf(type);
  const replacing = replacingProperties(resource);
  let emulator: Emulator;
  let plugin: PluginClient;
  /** The sample, with the outputs of what it needs in their places. */
  let inputs: Json;
  const made = new Map<string, Json>();

  beforeAll(async () => {
    emulator = await startPrepared([sample]);
    plugin = await PluginClient.configured(emulator.connections);
    for (const { name, type: needed, args } of sample.needs ?? []) {
      const { properties } = await plugin.create(needed, await checked(args, needed));
      made.set(
        name,
        Object.fromEntries(Object.entries(properties).map(([output, value]) => [output, revealed(value)])),
      );
    }
    inputs = await checked(sample.inputs);
  });

  afterAll(async () => {
    await plugin[Symbol.asyncDispose]();
    await emulator.close();
  });

  const resolved = (args: Readonly<Json>): Json => resolvedBy({ ...args }, made);
  /** Inputs as check leaves them: with what is left out inside of them filled in. */
  const checked = async (args: Readonly<Json>, of: string = type): Promise<Json> =>
    revealed((await plugin.check(of, resolved(args))).inputs) as Json;
  const remove = async (state: Parameters<PluginClient["delete"]>[1]) => {
    await plugin.delete(type, state);
    if (sample.undeletable !== undefined) {
      emulator.change({ ...sample.locate(state.id, emulator), remove: true });
    }
  };

  /** Makes an object of its own for a test, and takes it away after it. */
  const withObject = async (test: (state: Awaited<ReturnType<PluginClient["create"]>>) => Promise<void>) => {
    const state = await plugin.create(type, inputs);
    try {
      await test(state);
    } finally {
      await remove(state);
    }
  };

  it("checks without calling anybody, all failures at once", async () => {
    emulator.requests.clear();
    const wrong = await plugin.check(type, {
      ...Object.fromEntries(Object.keys(inputs).map((name) => [name, {}])),
      no: 1,
    });
    expect(wrong.failures.length).toBeGreaterThan(1);
    expect(wrong.failures.some(({ property, reason }) => property === "no" || reason.startsWith("no: "))).toBe(true);
    const first = await plugin.check(type, inputs);
    expect(first.failures).toEqual([]);
    expect(await plugin.check(type, first.inputs, first.inputs)).toEqual(first);
    expect(emulator.requests.all).toEqual([]);
  });

  it("lets pass what is not known yet, whatever its type, and what is null", async () => {
    const markers = [unknown, "3eeb2bf0-c639-47a8-9e75-3b44932eb421", "e48ece36-62e2-4504-bad9-02848725956a"];
    for (const marker of [...markers, output({}), output({ secret: true })]) {
      const { failures } = await plugin.check(
        type,
        Object.fromEntries(Object.keys(inputs).map((name) => [name, marker])),
      );
      expect(failures).toEqual([]);
    }
    const optional = Object.keys(inputs).filter((name) => resource.schema.shape[name]?.isOptional() === true);
    const nothing = Object.fromEntries(optional.map((name) => [name, null]));
    const { inputs: checked, failures } = await plugin.check(type, { ...inputs, ...nothing });
    expect(failures).toEqual([]);
    expect(Object.values(checked)).not.toContain(null);
  });

  it("knows in a preview what a create will answer", async () => {
    emulator.requests.clear();
    const preview = await plugin.create(type, inputs, { preview: true });
    expect(emulator.requests.all).toEqual([]);
    expect(preview.id).toBe("");
    await withObject(async ({ properties }) => {
      expect(Object.keys(preview.properties)).toEqual(expect.arrayContaining(Object.keys(properties)));
      for (const [name, value] of Object.entries(preview.properties)) {
        if (revealed(value) !== unknown) {
          expect({ [name]: properties[name] }).toEqual({ [name]: value });
        }
      }
    });
  });

  it("previews an update without calling anybody, and knows what it will answer", async () => {
    await withObject(async (state) => {
      const updatable = resource.updates.flatMap((update) => update.properties);
      const news = await checked({ ...inputs, ...pick(sample.changed, updatable) });
      emulator.requests.clear();
      const preview = await plugin.update(type, state, news, { preview: true });
      expect(emulator.requests.all).toEqual([]);
      const updated = await plugin.update(type, state, news);
      for (const [name, value] of Object.entries(preview)) {
        if (revealed(value) !== unknown) {
          expect({ [name]: updated[name] }).toEqual({ [name]: value });
        }
      }
    });
  });

  it("keeps secret what came as a secret, and what the definition says is one", async () => {
    const wrapped = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, secret(value)]));
    const asOutputs = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, output({ value, secret: true, dependencies: ["urn"] })]),
    );
    const first = (await plugin.check(type, wrapped)).inputs;
    expect(first).toEqual(wrapped);
    expect((await plugin.check(type, asOutputs)).inputs).toEqual(wrapped);
    const preview = await plugin.create(type, first, { preview: true });
    expect(preview.properties).toMatchObject(wrapped);
    const state = await plugin.create(type, first);
    expect(state.properties).toMatchObject(wrapped);
    for (const [name, schema] of Object.entries(resource.outputs)) {
      if (traitsOf(schema).secret === true && name in state.properties) {
        expect(state.properties[name]).toEqual(secret(revealed(state.properties[name])));
      }
    }
    const read = await plugin.read(type, state.id, { inputs: first, properties: state.properties });
    expect(read.inputs).toEqual(wrapped);
    expect(read.properties).toMatchObject(wrapped);
    expect(await plugin.diff(type, state.id, read, inputs)).toMatchObject({ changes: DIFF_NONE, detailed: {} });
    await remove(read);
  });

  it("reads what is unchanged without a difference, also what the dynamic host has left in state", async () => {
    await withObject(async (state) => {
      const read = await plugin.read(type, state.id, state);
      expect(revealed(read.inputs)).toEqual(inputs);
      expect(await plugin.diff(type, state.id, read, inputs)).toMatchObject({
        changes: DIFF_NONE,
        replaces: [],
        diffs: [],
        detailed: {},
      });
      const text = { __provider: secret("exports.handler = () => 0") };
      const dynamic = { inputs: { ...inputs, ...text }, properties: { ...read.properties, ...text } };
      expect(await plugin.diff(type, state.id, dynamic, inputs)).toMatchObject({ changes: DIFF_NONE });
      expect(await plugin.read(type, state.id, dynamic)).toEqual(read);
    });
  });

  it("tells what changed elsewhere, by its path", async () => {
    const names = Object.keys(sample.wire);
    const states = new Map<string, { inputs: Json; state: Awaited<ReturnType<PluginClient["create"]>> }>();
    for (const name of names) {
      const own = await checked(copyOf(sample, resource, name));
      states.set(name, { inputs: own, state: await plugin.create(type, own) });
    }
    for (const [name, { state }] of states) {
      changeOutside(emulator, sample.locate(state.id, emulator), sample.wire[name] ?? (() => undefined));
    }
    const fresh = await PluginClient.configured(emulator.connections);
    for (const [name, { inputs: own, state }] of states) {
      const read = await fresh.read(type, state.id, state);
      const diff = await plugin.diff(type, state.id, read, own);
      expect(diff, name).toMatchObject({
        changes: DIFF_SOME,
        diffs: [name],
        replaces: replacing.includes(name) ? [name] : [],
      });
      expect(Object.keys(diff.detailed).length).toBeGreaterThan(0);
      for (const [path, kind] of Object.entries(diff.detailed)) {
        expect(path.split(/[.[]/)[0]).toBe(name);
        expect(kind.endsWith("_REPLACE")).toBe(replacing.includes(name));
      }
      await remove(read);
    }
    await fresh[Symbol.asyncDispose]();
  });

  it.skipIf(resource.isAction)(
    "does not take for drift what the user never wrote, nor another order of what has none",
    async () => {
      const required = await checked(
        pick(inputs, [
          ...resource.naturalKey,
          ...Object.keys(inputs).filter((name) => resource.schema.shape[name]?.isOptional() !== true),
        ]),
      );
      const state = await plugin.create(type, required);
      for (const [name, change] of Object.entries(sample.wire)) {
        if (!(name in required)) {
          changeOutside(emulator, sample.locate(state.id, emulator), change);
        }
      }
      const fresh = await PluginClient.configured(emulator.connections);
      const read = await fresh.read(type, state.id, state);
      await fresh[Symbol.asyncDispose]();
      expect(revealed(read.inputs)).toEqual(required);
      expect(await plugin.diff(type, state.id, read, required)).toMatchObject({ changes: DIFF_NONE });
      await remove(read);

      const sets = Object.keys(inputs).filter((name) => {
        const schema = resource.inputs[name];
        return schema !== undefined && elementOf(schema) !== undefined && traitsOf(schema).set === true;
      });
      const reordered = Object.fromEntries(sets.map((name) => [name, [...(inputs[name] as unknown[])].reverse()]));
      await withObject(async (object) => {
        expect(await plugin.diff(type, object.id, object, { ...inputs, ...reordered })).toMatchObject({
          changes: DIFF_NONE,
        });
      });
    },
  );

  it.skipIf(resource.isAction)("imports by the ID alone, and the next preview is empty", async () => {
    let id = "";
    await withObject(async (state) => {
      id = state.id;
      const imported = await plugin.read(type, state.id);
      expect(imported.id).toBe(state.id);
      const { inputs: taken, failures } = await plugin.check(type, imported.inputs, imported.inputs);
      expect(failures).toEqual([]);
      expect(await plugin.diff(type, state.id, imported, taken)).toMatchObject({ changes: DIFF_NONE, detailed: {} });
      for (const name of Object.keys(sample.wire).filter((wired) => sample.notImported?.includes(wired) !== true)) {
        expect({ [name]: revealed(imported.inputs[name]) }).toEqual({ [name]: inputs[name] });
      }
    });
    expect(await plugin.read(type, id)).toEqual({ id: "", inputs: {}, properties: {} });
    await expect(plugin.read(type, "")).rejects.toThrow(resource.id.join("/"));
  });

  it.each(replacing)("says that a change of %s replaces, and by which path", async (name) => {
    await withObject(async (state) => {
      const news = { ...inputs, ...pick(resolved(sample.changed), [name]) };
      const diff = await plugin.diff(type, state.id, state, news);
      expect(diff).toMatchObject({ changes: DIFF_SOME, replaces: [name], diffs: [name] });
      expect(Object.values(diff.detailed).every((kind) => kind.endsWith("_REPLACE"))).toBe(true);
      const goesFirst = !resource.naturalKey.includes(name) || resource.deletesBeforeReplacing?.(inputs, news) === true;
      expect(diff.deleteBeforeReplace).toBe(goesFirst && resource.isAction !== true);
    });
  });
}

function pick(values: Readonly<Json>, names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
}
