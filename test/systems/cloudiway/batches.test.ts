import { describe, expect, it, vi } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { CloudiwayBehaviour } from "../../../emulator/systems/cloudiway/system.ts";
import { batch } from "../../../provider/systems/cloudiway/batch.ts";
import { batchMembership } from "../../../provider/systems/cloudiway/batchMembership.ts";
import { livesOf, operation } from "../../support/lives.ts";

async function started(behaviour: Partial<CloudiwayBehaviour> = {}): Promise<Emulator & AsyncDisposable> {
  const emulator = await startEmulator();
  emulator.cloudiway.behave(behaviour);
  for (const id of ["wave", "other"]) {
    emulator.change({ system: "cloudiway", scope: "batches", id });
  }
  for (const id of ["tag-a", "tag-b", "tag-c", "tag-d"]) {
    emulator.change({ system: "cloudiway", scope: "groups", id, set: { sourceGroupName: id } });
  }
  return Object.assign(emulator, { [Symbol.asyncDispose]: () => emulator.close() });
}
const membersOf = ({ cloudiway: { project } }: Emulator, name: string) => {
  const found = project.batches.get(name);
  return found === undefined ? undefined : project.groupsOf(found).map(({ migrationTag }) => migrationTag);
};
const numberOf = (emulator: Emulator, tag: string) => String(emulator.cloudiway.project.group(tag)?.customerGroupID);
const outside = (emulator: Emulator, id: string, migrationTags: readonly string[]) =>
  emulator.change({ system: "cloudiway", scope: "batches", id, set: { migrationTags } });
const listening = () => {
  const told: string[] = [];
  return { told, operation: { ...operation, report: (message: string) => void told.push(message) } };
};

describe.concurrent("a membership", () => {
  const inputs = { batchName: "wave", migrationTag: "tag-a" };

  it("is proven when it is made alone, and shows when the group has left", async () => {
    await using emulator = await started();
    outside(emulator, "wave", ["tag-b"]);
    const { id, properties } = await livesOf(batchMembership, emulator).create(inputs, operation);
    expect(properties).toEqual({ ...inputs, customerGroupId: numberOf(emulator, "tag-a") });
    const read = () => livesOf(batchMembership, emulator).read(id, properties, operation);
    expect((await read())?.inputs).toEqual(inputs);
    outside(emulator, "wave", ["tag-b"]);
    expect(await read()).toBeUndefined();
    outside(emulator, "wave", ["tag-b", "tag-a"]);
    expect((await read())?.inputs).toEqual(inputs);
  });

  it("many in one batch are each proven, although they are made together", async () => {
    await using emulator = await started();
    const lives = livesOf(batchMembership, emulator);
    const made = await Promise.all(
      ["tag-a", "tag-b", "tag-c"].map((migrationTag) => lives.create({ batchName: "wave", migrationTag }, operation)),
    );
    for (const { properties } of made) {
      expect(properties.customerGroupId).toBe(numberOf(emulator, String(properties.migrationTag)));
    }
    emulator.requests.clear();
    const fresh = livesOf(batchMembership, emulator);
    await Promise.all(made.map(({ id, properties }) => fresh.read(id, properties, operation)));
    expect(emulator.requests.all.map(({ endpoint }) => endpoint)).toEqual(["cloudiway.batches.groups"]);
  });

  it("is not observable where somebody else adds a group at the same time, and a refresh says so", async () => {
    await using emulator = await started();
    const { told, operation: heard } = listening();
    const { project } = emulator.cloudiway;
    const join = project.join.bind(project);
    vi.spyOn(project, "join").mockImplementationOnce((group, into) => {
      join(group, into);
      outside(emulator, "wave", ["tag-a", "tag-b"]);
    });
    const { id, properties } = await livesOf(batchMembership, emulator).create(inputs, heard);
    expect(properties).toEqual(inputs);
    expect(told.join()).toContain("shows 2 new groups after one was added");
    const read = await livesOf(batchMembership, emulator).read(id, properties, heard);
    expect(read).toMatchObject({ id, inputs, notShown: ["migrationTag"] });
    expect(told.at(-1)).toMatch(
      /wave\/tag-a: the batch has 2 groups\. Whether this group is among them is not observable/,
    );
    // What is certain is said all the same.
    outside(emulator, "wave", []);
    expect(await livesOf(batchMembership, emulator).read(id, properties, heard)).toBeUndefined();
  });

  it("that was there before is an error, and adopted without a change", async () => {
    await using emulator = await started();
    outside(emulator, "wave", ["tag-a"]);
    await expect(livesOf(batchMembership, emulator).create(inputs, operation)).rejects.toThrow(
      /exists already, with the ID wave\/tag-a/,
    );
    const { id } = await livesOf(batchMembership, emulator).create({ ...inputs, adopt: true }, operation);
    expect(id).toBe("wave/tag-a");
    expect(membersOf(emulator, "wave")).toEqual(["tag-a"]);
    const elsewhere = livesOf(batchMembership, emulator).create(
      { batchName: "other", migrationTag: "tag-a" },
      operation,
    );
    await expect(elsewhere).rejects.toThrow("Cloudiway says: User is already in batch “wave”.");
    await expect(elsewhere).rejects.not.toThrow("exists already, with the ID");
  });

  it("is taken out of its own batch only", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(batchMembership, emulator).create(inputs, operation);
    outside(emulator, "wave", ["tag-b"]);
    outside(emulator, "other", ["tag-a"]);
    await livesOf(batchMembership, emulator).delete(id, properties, operation);
    expect(membersOf(emulator, "other")).toEqual(["tag-a"]);
    outside(emulator, "other", []);
    outside(emulator, "wave", ["tag-a", "tag-b"]);
    await livesOf(batchMembership, emulator).delete(id, properties, operation);
    expect(membersOf(emulator, "wave")).toEqual(["tag-b"]);
    await livesOf(batchMembership, emulator).delete(id, properties, operation);
    emulator.change({ system: "cloudiway", scope: "batches", id: "wave", remove: true });
    await livesOf(batchMembership, emulator).delete(id, properties, operation);
  });

  it("does not take one empty list for a group that has left", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(batchMembership, emulator).create(inputs, operation);
    for (const response of [[], null, ""]) {
      const body = { hasError: false, response };
      emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint: "cloudiway.batches.groups" } });
      expect((await livesOf(batchMembership, emulator).read(id, properties, operation))?.inputs).toEqual(inputs);
    }
  });

  it("of a group that is in no batch any more, or that is gone, can be deleted, also where its number is not known", async () => {
    await using emulator = await started();
    outside(emulator, "wave", ["tag-b"]);
    await livesOf(batchMembership, emulator).delete("wave/tag-a", inputs, operation);
    emulator.change({ system: "cloudiway", scope: "groups", id: "tag-a", remove: true });
    await livesOf(batchMembership, emulator).delete("wave/tag-a", inputs, operation);
    expect(membersOf(emulator, "wave")).toEqual(["tag-b"]);
    const gone = livesOf(batchMembership, emulator).create(inputs, operation);
    await expect(gone).rejects.toThrow(/Cloudiway has no group with the migration tag tag-a\.$/);
  });

  it("needs its batch", async () => {
    await using emulator = await started();
    const failed = livesOf(batchMembership, emulator).create({ ...inputs, batchName: "nothing" }, operation);
    await expect(failed).rejects.toThrow('Cloudiway has no batch "nothing".');
    expect(await livesOf(batchMembership, emulator).read("nothing/tag-a", {}, operation)).toBeUndefined();
    expect(await livesOf(batchMembership, emulator).read("wave/tag-a", {}, operation)).toBeUndefined();
  });
});

describe.concurrent("a batch", () => {
  const inputs = { batchName: "first", members: ["tag-a", "tag-b"] };

  it("shows who has left and puts them back; who was added is shown, and stays", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(batch, emulator).create(inputs, operation);
    expect(properties).toMatchObject({
      groupCount: 2,
      customerId: "9999",
      customerGroupIds: { "tag-a": numberOf(emulator, "tag-a"), "tag-b": numberOf(emulator, "tag-b") },
    });
    outside(emulator, "first", ["tag-a", "tag-c"]);
    const drifted = await livesOf(batch, emulator).read(id, properties, operation);
    const foreign = `customerGroupId ${numberOf(emulator, "tag-c")}`;
    expect(drifted?.inputs.members).toEqual(["tag-a", foreign]);
    const { warnings } = await livesOf(batch, emulator).diff(id, drifted?.properties ?? {}, inputs, operation);
    expect(warnings).toEqual([expect.stringContaining(`is in the batch: ${foreign}.`)]);
    const { told, operation: heard } = listening();
    const healed = await livesOf(batch, emulator).update(id, drifted?.properties ?? {}, inputs, heard);
    expect(membersOf(emulator, "first")).toEqual(expect.arrayContaining(["tag-a", "tag-b", "tag-c"]));
    expect(told.join()).toContain(`stays in the batch: ${foreign}.`);
    expect(healed.properties).toMatchObject({ ...inputs, groupCount: 3 });
  });

  it("whose members cannot be told apart shows that there are more or fewer, and never that all is well", async () => {
    await using emulator = await started();
    outside(emulator, "first", ["tag-a"]);
    const adopting = { ...inputs, adopt: true };
    const { id, properties } = await livesOf(batch, emulator).create(adopting, operation);
    expect(properties.customerGroupIds).toMatchObject({ "tag-a": "not observable", "tag-b": expect.any(String) });
    const read = () => livesOf(batch, emulator).read(id, properties, operation);
    expect(await read()).toMatchObject({ inputs, notShown: ["members"] });
    outside(emulator, "first", ["tag-b"]);
    expect(await read()).toMatchObject({ inputs: { members: ["tag-b"] }, notShown: [] });
    outside(emulator, "first", ["tag-a"]);
    expect((await read())?.inputs.members).toEqual(["tag-a"]);
    outside(emulator, "first", ["tag-a", "tag-b", "tag-c"]);
    const [a, c] = [numberOf(emulator, "tag-a"), numberOf(emulator, "tag-c")];
    const drifted = await read();
    expect(drifted?.inputs.members).toEqual([...inputs.members, `1 of customerGroupId ${a}, ${c}`]);
    const healed = await livesOf(batch, emulator).update(id, drifted?.properties ?? {}, inputs, operation);
    outside(emulator, "first", ["tag-b"]);
    const fewer = await livesOf(batch, emulator).read(id, healed.properties, operation);
    await livesOf(batch, emulator).update(id, fewer?.properties ?? {}, inputs, operation);
    expect(membersOf(emulator, "first")).toEqual(expect.arrayContaining(inputs.members));
  });

  it("keeps in state what it has got when a member is refused, and goes on from there", async () => {
    await using emulator = await started();
    outside(emulator, "other", ["tag-b"]);
    const wanted = { ...inputs, members: ["tag-a", "tag-b", "tag-c"], running: true };
    const failed = livesOf(batch, emulator).create(wanted, operation);
    await expect(failed).rejects.toThrow("Cloudiway says: User is already in batch “other”.");
    const { id, properties } = (await failed.catch((error: unknown) => error)) as {
      id: string;
      properties: Record<string, unknown>;
    };
    expect(properties.members).toEqual(["tag-a"]);
    expect(properties).not.toHaveProperty("running");
    outside(emulator, "other", []);
    const { properties: held } = await livesOf(batch, emulator).update(id, properties, wanted, operation);
    expect(held).toMatchObject(wanted);
    expect(membersOf(emulator, "first")).toEqual(expect.arrayContaining(wanted.members));
    expect(emulator.cloudiway.project.batches.get("first")?.running).toBe(true);
  });

  it("names who leaves, is never emptied by accident, and does not touch members that are not declared", async () => {
    await using emulator = await started();
    const lives = livesOf(batch, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    const smaller = { ...inputs, members: ["tag-b"] };
    expect((await lives.diff(id, properties, smaller, operation)).warnings).toEqual(["tag-a leaves the batch."]);
    expect(lives.check({}, { ...inputs, members: [] }).failures).toEqual([
      { property: "members", reason: expect.stringContaining("allowEmpty") },
    ]);
    expect(lives.check({}, { ...inputs, members: [], allowEmpty: true }).failures).toEqual([]);
    const without = await lives.update(id, properties, { batchName: "first" }, operation);
    expect(membersOf(emulator, "first")).toEqual(["tag-a", "tag-b"]);
    await lives.update(id, properties, { ...inputs, members: [], allowEmpty: true }, operation);
    expect(membersOf(emulator, "first")).toEqual([]);
    const { told, operation: heard } = listening();
    outside(emulator, "first", ["tag-d"]);
    const read = await livesOf(batch, emulator).read(id, without.properties, heard);
    expect(read?.properties).toMatchObject({ batchName: "first", groupCount: 1 });
    expect(told).toEqual(['cloudiway:Batch "first" has 1 groups; when it was last read, it had 2.']);
  });

  it("is deleted also where its groups must leave first, but for groups that nobody declared", async () => {
    await using emulator = await started({ deletesBatchWithGroups: false });
    const first = await livesOf(batch, emulator).create(inputs, operation);
    await livesOf(batch, emulator).delete(first.id, first.properties, operation);
    expect(membersOf(emulator, "first")).toBeUndefined();
    outside(emulator, "wave", ["tag-c"]);
    await expect(livesOf(batch, emulator).delete("wave", { batchName: "wave" }, operation)).rejects.toThrow(
      "Batch wave is not empty",
    );
    emulator.change({ system: "cloudiway", scope: "batches", id: "wave", remove: true });
    await livesOf(batch, emulator).delete("wave", { batchName: "wave" }, operation);
    emulator.faults.add({ kind: "html", status: 404, match: { endpoint: "cloudiway.batches.delete" } });
    await livesOf(batch, emulator).delete("wave", { batchName: "wave" }, operation);
  });

  it("moves with its members when it is renamed", async () => {
    await using emulator = await started();
    const { id, properties } = await livesOf(batch, emulator).create(inputs, operation);
    const renamed = { ...inputs, batchName: "second" };
    expect(await livesOf(batch, emulator).diff(id, properties, renamed, operation)).toMatchObject({
      replaces: ["batchName"],
      deleteBeforeReplace: true,
    });
  });
});
