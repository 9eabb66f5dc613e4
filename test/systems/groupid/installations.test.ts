import { describe, expect, it } from "vitest";
import type { GroupIdBehaviour } from "../../../emulator/systems/groupid/system.ts";
import { contact } from "../../../provider/systems/groupid/contact.ts";
import { group } from "../../../provider/systems/groupid/group.ts";
import { groupMembership } from "../../../provider/systems/groupid/groupMembership.ts";
import { smartGroup } from "../../../provider/systems/groupid/smartGroup.ts";
import { user } from "../../../provider/systems/groupid/user.ts";
import { ann, bob, eve, guid, people, prepare } from "../../samples/groupid/directory.ts";
import { functionsOf, livesOf, operation } from "../../support/lives.ts";
import { started } from "./started.ts";

const inputs = {
  identityStoreId: "2",
  container: "OU=Groups,DC=demo,DC=local",
  name: "Group",
  description: "A group",
  owner: ann,
  additionalOwners: [bob],
  members: [ann, `CN=Bob,${people}`],
  attributes: { company: "Netwrix", proxyAddresses: ["SMTP:a@b", "smtp:c@d"] },
};

/** Where the document is silent, installations differ: the provider is right in each of them. */
describe.concurrent("a group", () => {
  it.each<Partial<GroupIdBehaviour>>([
    { missing: "status" },
    { missing: "404" },
    { missing: "null" },
    { references: "dn" },
    { references: "guid" },
    { references: "name" },
    { references: "shouted" },
    { repeats: 2 },
    { lateReads: 2 },
    { actions: "ignored" },
    { memberAttribute: false },
    { hiddenReads: 2 },
    { omitsEmpty: true },
    { strictLists: true },
    { pageSize: 2 },
    { existing: "duplicate" },
    { tokenLifetime: 30 },
  ])("%j", async (behaviour) => {
    await using emulator = await started(prepare);
    emulator.groupid.behave(behaviour);
    const lives = livesOf(group, emulator);
    emulator.faults.add({ kind: "drop", applied: true, match: { endpoint: "groupid.groups.createStatic" } });
    const created = await lives.create(inputs, operation);
    expect(emulator.groups()).toHaveLength(1);
    expect(emulator.membersOf(created)).toEqual([ann, bob]);
    expect((await lives.read(created.id, created.properties, operation))?.inputs).toEqual(inputs);

    const news = {
      ...inputs,
      description: "",
      owner: bob,
      additionalOwners: [bob, eve],
      members: [bob, eve],
      attributes: { company: "", proxyAddresses: ["SMTP:a@b", "smtp:e@f"] },
    };
    const updated = await lives.update(created.id, created.properties, news, operation);
    expect(emulator.membersOf(created)).toEqual([bob, eve]);
    expect((await livesOf(group, emulator).read(created.id, updated.properties, operation))?.inputs).toEqual(news);

    emulator.change({ system: "groupid", scope: "2", id: String(created.properties.objectId), remove: true });
    const fresh = livesOf(group, emulator);
    expect(await fresh.read(created.id, updated.properties, operation)).toBeUndefined();
    await fresh.delete(created.id, updated.properties, operation);
  });

  it("is found by the list of all where no DN names an object, and is made once", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ identities: "guid", existing: "duplicate", pageSize: 3 });
    const named = { identityStoreId: "2", container: "OU=Groups,DC=demo,DC=local" };
    const settings = { userIdentity: ann };
    for (const name of ["a", "b", "c", "d"]) {
      await livesOf(group, emulator, { settings }).create({ ...named, name }, operation);
    }
    emulator.faults.add({ kind: "drop", applied: true, match: { endpoint: "groupid.groups.createStatic" } });
    await livesOf(group, emulator, { settings }).create({ ...named, name: "e" }, operation);
    expect(emulator.groups()).toHaveLength(5);
    const again = livesOf(group, emulator, { settings }).create({ ...named, name: "C" }, operation);
    await expect(again).rejects.toThrow("exists already");
  });

  it("of the other kind is not taken over", async () => {
    await using emulator = await started(prepare);
    const named = { identityStoreId: "2", container: "OU=Groups,DC=demo,DC=local", name: "a" };
    await livesOf(smartGroup, emulator).create({ ...named, query: "(mail=*)" }, operation);
    const taken = livesOf(group, emulator, { adopt: true }).create(named, operation);
    await expect(taken).rejects.toThrow("is a Smart Group: declare it as groupid.SmartGroup");
  });

  it("is listed as what it is", async () => {
    await using emulator = await started(prepare);
    const named = { identityStoreId: "2", container: "OU=Groups,DC=demo,DC=local" };
    await livesOf(group, emulator).create({ ...named, name: "a", members: [ann] }, operation);
    await livesOf(smartGroup, emulator).create({ ...named, name: "b", query: "(mail=*)" }, operation);
    const names = async (resource: typeof group) => {
      const { api } = emulator.connection();
      const found = await resource.list?.read(api, { identityStoreId: "2" }, { ...operation, timeout: 1 });
      return found?.map(({ name }) => name);
    };
    expect(await names(group)).toEqual(["a"]);
    expect(await names(smartGroup)).toEqual(["b"]);
  });
});

describe.concurrent("an object whose create has lost its answer", () => {
  const named = { identityStoreId: "2", container: people, name: "Doe, (Jane)" };

  it.each([group, smartGroup, contact, user])(
    "is found where no DN names it, and made once: $type",
    async (resource) => {
      await using emulator = await started(prepare);
      emulator.groupid.behave({ identities: "guid", existing: "duplicate" });
      emulator.faults.add({ kind: "drop", applied: true, match: { method: "POST" }, skip: 1 });
      const before = emulator.groupid.directory.store("2").objects.length;
      const { id, properties } = await livesOf(resource, emulator).create(named, operation);
      expect(emulator.groupid.directory.store("2").objects).toHaveLength(before + 1);
      expect((await livesOf(resource, emulator).read(id, properties, operation))?.inputs).toEqual(named);
    },
  );

  it("is never made again where nothing shows whether it is there", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ identities: "guid", existing: "duplicate" });
    emulator.faults.add({ kind: "drop", applied: true, match: { method: "POST" }, skip: 1 });
    for (const endpoint of ["groupid.groups.previewSmart", "groupid.users.groupsAll"]) {
      emulator.faults.add({ kind: "status", status: 403, match: { endpoint }, times: 0 });
    }
    const lost = livesOf(contact, emulator).create(named, operation);
    await expect(lost).rejects.toThrow(/may have been made.*takes no DN.*Look there first/);
    expect(emulator.requests.count({ endpoint: "groupid.contacts.create" })).toBe(1);
  });
});

describe.concurrent("lists", () => {
  it("that show less than there is are not believed against what is known", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ listedMembers: false });
    const common = { identityStoreId: "2", container: "OU=Groups,DC=demo,DC=local" };
    const states = Array.from({ length: 80 }, (_, index) => {
      const objectId = guid(10_000 + index);
      const [name, members] = [`Group ${index}`, [ann]];
      emulator.change({ system: "groupid", scope: "2", id: objectId, set: { ...common, CN: name, member: members } });
      return { id: `2/${objectId}`, properties: { ...common, name, members } };
    });
    const lives = livesOf(group, emulator);
    const read = await Promise.all(states.map(({ id, properties }) => lives.read(id, properties, operation)));
    expect(read.map((state) => state?.inputs)).toEqual(states.map(({ properties }) => properties));
  });

  it("that repeat their last page end, and one that lacks something says so", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ beyondPages: "last", pageSize: 2 });
    for (const CN of ["a", "b", "c"]) {
      emulator.change({ system: "groupid", scope: "2", set: { CN } });
    }
    const run = (args: object) =>
      functionsOf(emulator).run("groupid:getUserGroups", { user: ann, list: "all", allPages: true, ...args });
    expect((await run({})).objects).toHaveLength(3);
    expect((await run({ page: 2, pageSize: 2 })).objects).toHaveLength(1);
    const body = { total: 5, data: [] };
    emulator.faults.add({
      kind: "status",
      status: 200,
      body,
      match: { endpoint: "groupid.users.groupsAll" },
      times: 0,
    });
    await expect(run({})).rejects.toThrow("GroupID lists 0 different objects and says that there are 5");
  });
});

describe.concurrent("members", () => {
  const named = { identityStoreId: "2", container: "OU=Groups,DC=demo,DC=local", name: "a" };

  it("whose DNs are written in another way are the same", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ references: "shouted" });
    const set = { objectClass: "user", CN: "Doe, Jane", container: people };
    const jane = emulator.change({ system: "groupid", scope: "2", set });
    const lives = livesOf(group, emulator);
    const members = [`CN=Doe\\, Jane, ${people}`, ann];
    const { id, properties } = await lives.create({ ...named, members }, operation);
    expect((await lives.read(id, properties, operation))?.inputs.members).toEqual(members);
    emulator.requests.clear();
    await lives.update(id, properties, { ...named, members: [`cn=doe\\2c jane,${people}`] }, operation);
    expect(emulator.membersOf({ properties })).toEqual([jane]);
    expect(emulator.requests.count({ method: "PATCH" })).toBe(1);
  });

  it("who may be wanted under another name are never put out", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create({ ...named, members: [ann, bob] }, operation);
    // Nothing leads from the DNs that are written to the account names that are shown.
    emulator.groupid.behave({ identities: "guid", references: "name" });
    const news = { ...named, members: [`CN=Ann,${people}`, eve] };
    const failed = livesOf(group, emulator).update(id, properties, news, operation);
    await expect(failed).rejects.toThrow(/There is no object CN=Ann/);
    expect(emulator.membersOf({ properties })).toEqual([ann, bob]);
  });

  it("who come late into sight are added once", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create({ ...named, members: [ann] }, operation);
    emulator.groupid.behave({ lateReads: 2 });
    emulator.requests.clear();
    await lives.update(id, properties, { ...named, members: [ann, bob] }, operation);
    expect(emulator.requests.count({ method: "PATCH" })).toBe(1);
  });

  it("of several memberships at once all stay, where a change takes the place of all members", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ actions: "ignored" });
    const groupId = emulator.change({ system: "groupid", scope: "2", set: { CN: "g", member: [eve] } });
    const lives = livesOf(groupMembership, emulator);
    await Promise.all(
      [ann, bob].map((member) => lives.create({ identityStoreId: "2", groupId, members: [member] }, operation)),
    );
    expect(emulator.membersOf({ properties: { objectId: groupId } })).toEqual([ann, bob, eve]);
  });
});

describe.concurrent("a membership", () => {
  const terms = { onBehalf: true, reason: "test" };

  it.each<{ behaviour: Partial<GroupIdBehaviour>; manner: Record<string, unknown> }>([
    { behaviour: {}, manner: {} },
    { behaviour: {}, manner: terms },
    { behaviour: { references: "dn" }, manner: {} },
    { behaviour: { references: "dn" }, manner: terms },
    { behaviour: { references: "name" }, manner: {} },
    { behaviour: { references: "name" }, manner: terms },
    { behaviour: { references: "shouted" }, manner: {} },
    { behaviour: { repeats: 2 }, manner: {} },
    { behaviour: { lateReads: 2 }, manner: {} },
    { behaviour: { actions: "ignored" }, manner: {} },
    { behaviour: { memberAttribute: false }, manner: {} },
    { behaviour: { strictLists: true, missing: "404" }, manner: {} },
  ])("never touches anybody else: %j", async ({ behaviour, manner }) => {
    await using emulator = await started(prepare);
    emulator.groupid.behave(behaviour);
    const groupId = emulator.change({ system: "groupid", scope: "2", set: { CN: "g", member: [eve] } });
    const wanted = { identityStoreId: "2", groupId, members: [ann, `CN=Bob,${people}`], ...manner };
    const lives = livesOf(groupMembership, emulator);
    const { id, properties } = await lives.create(wanted, operation);
    const members = () => emulator.membersOf({ properties: { objectId: groupId } });
    expect(members()).toEqual([ann, bob, eve]);
    expect((await lives.read(id, properties, operation))?.inputs).toEqual(wanted);
    const news = { ...wanted, members: ["bob"] };
    const updated = await lives.update(id, properties, news, operation);
    expect(members()).toEqual([bob, eve]);
    await livesOf(groupMembership, emulator).delete(id, updated.properties, operation);
    expect(members()).toEqual([eve]);
    await livesOf(groupMembership, emulator).delete(id, updated.properties, operation);
    expect(members()).toEqual([eve]);
  });

  it("of the user who signs in is that user's own", async () => {
    await using emulator = await started(prepare);
    const { guid } = emulator.groupid.directory.store("2").signedIn;
    const groupId = emulator.change({ system: "groupid", scope: "2", set: { CN: "g", member: [eve] } });
    const wanted = { identityStoreId: "2", groupId, members: ["emulator"], onBehalf: false };
    const lives = livesOf(groupMembership, emulator);
    const { id, properties } = await lives.create(wanted, operation);
    expect(emulator.membersOf({ properties: { objectId: groupId } })).toContain(guid);
    await lives.delete(id, properties, operation);
    expect(emulator.membersOf({ properties: { objectId: groupId } })).toEqual([eve]);
    expect(emulator.requests.count({ endpoint: "groupid.groups.join" })).toBe(1);
    expect(emulator.requests.count({ endpoint: "groupid.groups.leave" })).toBe(1);
  });
});
