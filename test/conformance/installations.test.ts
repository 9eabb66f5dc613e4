import { describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import type { ApioBehaviour } from "../../emulator/systems/apio/system.ts";
import type { BariumBehaviour } from "../../emulator/systems/barium/system.ts";
import { group as apioGroup } from "../../provider/systems/apio/group.ts";
import { group as bariumGroup } from "../../provider/systems/barium/group.ts";
import { objectCount } from "../samples/index.ts";
import { functionsOf, livesOf, operation } from "../support/lives.ts";

/** Where the documents are silent, installations differ: the provider is right in each of them. */
describe.concurrent("barium", () => {
  const inputs = { domainId: "1", key: "K_1", name: "Name", origin: "hr", originKey: "1" };

  it.each<Partial<BariumBehaviour>>([
    { textIds: true },
    { shuffled: true },
    { hiddenLists: 1 },
    { pageSize: 2 },
    { existingKey: "refuse" },
    { existingKey: "duplicate" },
    { words: { added: "OK", updated: "Success", deleted: "Removed" } },
    { words: { added: "Group added successfully.", updated: "successfully updated", deleted: "has been deleted" } },
    { words: { added: "stored in the directory", updated: "stored anew", deleted: "no longer there" } },
    { failuresOnly: true },
    { lowerCaseKeys: true, existingKey: "duplicate" },
    { updateReplaces: true },
    { authenticationCache: 1000 },
  ])("%j", async (behaviour) => {
    const emulator = await startEmulator();
    try {
      emulator.barium.behave(behaviour);
      const lives = livesOf(bariumGroup, emulator);
      const parent = await lives.create({ domainId: "1", key: "p", name: "Parent" }, operation);
      const parentId = String(parent.properties.groupId);
      const many = await Promise.all(
        ["a", "b", "c"].map((key) => lives.create({ ...inputs, key, name: key, parentId }, operation)),
      );
      for (const [index, key] of ["a", "b", "c"].entries()) {
        expect(many[index]?.properties).toMatchObject({ key, name: key });
      }
      emulator.faults.add({ kind: "drop", applied: true, match: { endpoint: "barium.groups.create" } });
      const created = await lives.create({ ...inputs, parentId }, operation);
      expect(objectCount(emulator)).toBe(5);
      emulator.barium.expireSessions();
      const updated = await lives.update(
        created.id,
        created.properties,
        { ...inputs, parentId, name: "New" },
        operation,
      );
      expect(updated.properties).toMatchObject({ name: "New", groupId: created.properties.groupId });
      // A parent that is not managed is nobody's to clear.
      const [child] = many;
      const renamed = { ...inputs, key: "a", name: "renamed" };
      await lives.update(String(child?.id), child?.properties ?? {}, renamed, operation);
      expect(emulator.barium.groups("1").get(Number(child?.properties.groupId))).toMatchObject({
        name: "renamed",
        parentId: Number(parentId),
      });
      const read = await livesOf(bariumGroup, emulator).read(created.id, updated.properties, operation);
      expect(read?.inputs).toEqual({ ...inputs, parentId, name: "New" });
      await lives.delete(created.id, updated.properties, operation);
      await Promise.all(many.map(({ id, properties }) => lives.delete(id, properties, operation)));
      await lives.delete(parent.id, parent.properties, operation);
      expect(objectCount(emulator)).toBe(0);
    } finally {
      await emulator.close();
    }
  });

  it("each item of a call of many fares by itself", async () => {
    const emulator = await startEmulator();
    try {
      const lives = livesOf(bariumGroup, emulator);
      emulator.faults.add({ kind: "partial", match: { endpoint: "barium.groups.create" } });
      const keys = ["a", "b", "c"];
      const results = await Promise.allSettled(keys.map((key) => lives.create({ ...inputs, key }, operation)));
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
      expect((results[1] as PromiseRejectedResult).reason).toMatchObject({
        message: 'barium:Group (domainId "1", key "b"): Barium Live says: Internal error',
      });
      expect(objectCount(emulator)).toBe(1);
      await Promise.all(["b", "c"].map((key) => lives.create({ ...inputs, key }, operation)));
      expect(objectCount(emulator)).toBe(3);
    } finally {
      await emulator.close();
    }
  });

  it("a group that was made just before and is not listed yet has not vanished", async () => {
    const emulator = await startEmulator();
    try {
      emulator.barium.behave({ hiddenLists: 3 });
      const { id, properties } = await livesOf(bariumGroup, emulator).create(inputs, operation);
      expect((await livesOf(bariumGroup, emulator).read(id, properties, operation))?.inputs).toEqual(inputs);
    } finally {
      await emulator.close();
    }
  });

  it("two groups of one key are an error with both IDs, never a guess", async () => {
    const emulator = await startEmulator();
    try {
      const ids = ["1", "2"].map(() =>
        emulator.change({ system: "barium", scope: "1", set: { key: "K_1", name: "n" } }),
      );
      const failed = livesOf(bariumGroup, emulator, { adopt: true }).create(inputs, operation);
      await expect(failed).rejects.toThrow(`2 objects have this natural key: 1/${ids[0]}, 1/${ids[1]}`);
      const found = functionsOf(emulator).run("barium:getGroup", { domainId: "1", key: "K_1" });
      await expect(found).rejects.toThrow("has 2 groups");
    } finally {
      await emulator.close();
    }
  });
});

describe.concurrent("apio", () => {
  const inputs = {
    tenantId: "acme",
    groupId: "g",
    groupName: "Group",
    userLimit: 25,
    contactInformation: { contactName: "Ann" },
  };
  const variants: {
    name: string;
    behaviour: Partial<ApioBehaviour>;
    settings: (emulator: Emulator) => Record<string, unknown>;
  }[] = [
    { name: "behind APIO Core", behaviour: {}, settings: ({ url }) => ({ url: `${url}/apio/api/v01/p1` }) },
    {
      name: "a machine token",
      behaviour: {},
      settings: ({ apio }) => ({ token: apio.machineToken(), username: undefined, password: undefined }),
    },
    { name: "criteria in the query", behaviour: { criteria: "query" }, settings: () => ({ listCriteria: "query" }) },
    { name: "no single read", behaviour: { singleRead: false }, settings: () => ({}) },
    { name: "a create that answers {}", behaviour: { createAnswer: "empty" }, settings: () => ({}) },
    { name: "a create that answers the group", behaviour: { createAnswer: "group" }, settings: () => ({}) },
    { name: "a PUT that keeps what it leaves out", behaviour: { putReplaces: false }, settings: () => ({}) },
    { name: "a single read that shows more than a PUT takes", behaviour: { showsMore: true }, settings: () => ({}) },
    { name: "IDs in another case, numbers as texts", behaviour: { restyles: true }, settings: () => ({}) },
    {
      name: "IDs in another case in a list, and no single read",
      behaviour: { restyles: true, singleRead: false },
      settings: () => ({}),
    },
    { name: "a group that is visible late", behaviour: { hiddenReads: 3 }, settings: () => ({}) },
  ];

  it.each(variants)("$name", async ({ behaviour, settings }) => {
    const emulator = await startEmulator();
    try {
      emulator.apio.behave(behaviour);
      const lives = livesOf(apioGroup, emulator, { settings: settings(emulator) });
      const created = await lives.create(inputs, operation);
      // What nobody declares is nobody's to clear, also where a PUT replaces everything.
      const place = { system: "apio", scope: "acme", id: "g" };
      emulator.change({
        ...place,
        set: { cliName: "Theirs", contactInformation: { contactName: "Ann", contactEmail: "a@b" } },
      });
      const news = { ...inputs, userLimit: 50 };
      const { properties } = await lives.update(created.id, created.properties, news, operation);
      const isWhole = behaviour.singleRead !== false;
      expect(emulator.apio.groups("acme").get("g")).toMatchObject({
        groupName: "Group",
        userLimit: 50,
        ...(isWhole ? { cliName: "Theirs", contactInformation: { contactName: "Ann", contactEmail: "a@b" } } : {}),
      });
      expect((await lives.read(created.id, properties, operation))?.inputs).toEqual(news);
      emulator.change({ ...place, remove: true });
      const fresh = livesOf(apioGroup, emulator, { settings: settings(emulator) });
      expect(await fresh.read(created.id, properties, operation)).toBeUndefined();
      await fresh.delete(created.id, properties, operation);
    } finally {
      await emulator.close();
    }
  });

  it("a refusal that comes with 200 is an error at once", async () => {
    const emulator = await startEmulator();
    try {
      emulator.apio.behave({ refusesWithSuccess: true });
      const lives = livesOf(apioGroup, emulator);
      const failed = lives.create({ ...inputs, defaultDomain: "nowhere.example" }, operation);
      await expect(failed).rejects.toThrow(/although with status 200: .*Domain not found: nowhere.example/);
      const { id, properties } = await lives.create(inputs, operation);
      const refused = lives.update(id, properties, { ...inputs, defaultDomain: "nowhere.example" }, operation);
      await expect(refused).rejects.toThrow(/although with status 200/);
    } finally {
      await emulator.close();
    }
  });

  it("getGroups searches, sorts and pages as it is asked", async () => {
    const emulator = await startEmulator();
    try {
      for (const id of ["alpha", "Beta", "gamma", "delta", "Alphabet"]) {
        emulator.change({ system: "apio", scope: "acme", id, set: { groupName: `Group ${id}`, userLimit: 1 } });
      }
      const runner = functionsOf(emulator);
      const ask = async (args: Record<string, unknown>) =>
        ((await runner.run("apio:getGroups", { tenantId: "acme", ...args })).groups as { groupId: string }[]).map(
          ({ groupId }) => groupId,
        );
      expect(await ask({})).toEqual(["alpha", "Alphabet", "Beta", "delta", "gamma"]);
      expect(await ask({ sensitiveGroupIdStarts: "a" })).toEqual(["alpha"]);
      expect(await ask({ insensitiveGroupIdStarts: "ALPHA" })).toEqual(["alpha", "Alphabet"]);
      expect(await ask({ insensitiveGroupNameContains: "TA", sortOrders: ["insensitiveDescendingGroupName"] })).toEqual(
        ["delta", "Beta"],
      );
      expect(await ask({ pagingControl: { startIndex: 2, pageSize: 2 } })).toEqual(["Alphabet", "Beta"]);
      expect(await ask({ responseSizeLimit: 3 })).toHaveLength(3);
      emulator.requests.clear();
      expect(await ask({ pagingControl: { startIndex: 1, pageSize: 2 }, allPages: true })).toHaveLength(5);
      expect(emulator.requests.count({ endpoint: "apio.groups.list" })).toBe(3);
      const all = { pagingControl: { startIndex: 1, pageSize: 2 }, allPages: true };
      emulator.apio.behave({ paging: "ignored" });
      expect(await ask(all)).toHaveLength(5);
      emulator.apio.behave({ paging: "stuck" });
      await expect(ask(all)).rejects.toThrow("lists the same 2 groups of tenant acme again");
      await expect(ask({ sortOrders: ["a", "b", "c", "d"] })).rejects.toThrow(/sortOrders.*must be (one of|at most 3)/);
      await expect(runner.run("apio:getGroup", { tenantId: "acme", groupId: "nobody" })).rejects.toThrow(
        'has no group "nobody"',
      );
    } finally {
      await emulator.close();
    }
  });
});
