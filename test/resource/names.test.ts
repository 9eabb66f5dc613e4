import { describe, expect, it } from "vitest";
import * as z from "zod";
import { canonicalText, differencesBy } from "../../provider/resource/compare.ts";
import { defineResource } from "../../provider/resource/definition.ts";
import { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { projectInputs } from "../../provider/resource/project.ts";

const attributes = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).meta({ set: true })]))
  .optional()
  .meta({ description: "Attributes.", namesIgnoreCase: true });

/** What an object has lives in the store that it, or else the connection, names; a deletion tells what it knows. */
const entry = defineResource({
  type: "memory:Entry",
  description: "An entry.",
  inputs: {
    store: z.string().optional().meta({ description: "The store." }),
    name: z.string().meta({ description: "The name." }),
    attributes,
  },
  outputs: {},
  id: ["store", "name"],
  naturalKey: ["store", "name"],
  connectionDefaults: (memory: { store: string }) => ({ store: memory.store }),
  find: async () => [],
  create: async (_, inputs) => ({ live: inputs }),
  read: async (_, { store = "", name = "" }) => ({ store, name, attributes: { MAIL: "a@b", Company: null as never } }),
  updates: [{ properties: ["attributes"], apply: async () => undefined }],
  async delete(memory: { store: string; deleted?: unknown }, _id, _operation, known) {
    memory.deleted = known.attributes;
  },
});

describe("a map whose names the system compares without case", () => {
  it("differs where a value does, under the name as it is written now", () => {
    expect(differencesBy(attributes, { MAIL: "a", Fax: "1" }, { mail: "a", fax: "2" })).toEqual([
      { path: "fax", kind: "update" },
    ]);
    expect(differencesBy(attributes, { Proxy: ["a", "b"] }, { proxy: ["b", "a"] })).toEqual([]);
    expect(canonicalText(attributes, { B: "1", a: "2" })).toBe(canonicalText(attributes, { A: "2", b: "1" }));
  });

  it("is read back under the names that are written", () => {
    const written = { mail: "a@b", company: "x", fax: "1" };
    expect(projectInputs(entry, { attributes: { MAIL: "c@d", COMPANY: null } }, { attributes: written })).toEqual({
      attributes: { mail: "c@d", fax: "1" },
    });
  });
});

describe("what the connection gives", () => {
  const memory: { store: string; deleted?: unknown } = { store: "2" };
  const lives = new ResourceLifecycle(entry, {
    connection: () => ({ name: "memory", api: memory, installation: "memory", timeout: 1 }),
    adopt: false,
  });
  const operation = { signal: new AbortController().signal, report: () => undefined };

  it("stands for what is left out, so that writing the same changes nothing and another value replaces", async () => {
    const { inputs } = lives.check({}, { name: "a" });
    expect(inputs).toEqual({ store: "2", name: "a" });
    const { id, properties } = await lives.create(inputs, operation);
    expect(id).toBe("2/a");
    expect((await lives.diff(id, properties, { store: "2", name: "a" }, operation)).differences).toEqual([]);
    expect((await lives.diff(id, properties, { store: "3", name: "a" }, operation)).replaces).toEqual(["store"]);
  });

  it("a deletion knows what state holds", async () => {
    await lives.delete("2/a", { store: "2", name: "a", attributes: { mail: "x" } }, operation);
    expect(memory.deleted).toEqual({ mail: "x" });
  });
});
