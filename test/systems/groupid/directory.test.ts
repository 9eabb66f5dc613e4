import { describe, expect, it } from "vitest";
import { ResourceLifecycle } from "../../../provider/resource/lifecycle.ts";
import { contact } from "../../../provider/systems/groupid/contact.ts";
import { group } from "../../../provider/systems/groupid/group.ts";
import { groupMembership } from "../../../provider/systems/groupid/groupMembership.ts";
import { groupRenewal } from "../../../provider/systems/groupid/groupRenewal.ts";
import { smartGroupUpdate } from "../../../provider/systems/groupid/smartGroupUpdate.ts";
import { user } from "../../../provider/systems/groupid/user.ts";
import { ann, bob, eve, guid, people, prepare } from "../../samples/groupid/directory.ts";
import { functionsOf, livesOf, operation } from "../../support/lives.ts";
import { type DirectoryEmulator, started } from "./started.ts";

const container = "OU=Groups,DC=demo,DC=local";
const named = (name: string) => ({ identityStoreId: "2", container, name });

/** Groups and memberships over one connection, as in one run. */
function ofOneRun(emulator: DirectoryEmulator) {
  const { api } = emulator.connection();
  const host = { connection: () => ({ name: "groupid", api, installation: "groupid", timeout: 10 }), adopt: false };
  return { groups: new ResourceLifecycle(group, host), memberships: new ResourceLifecycle(groupMembership, host) };
}

describe.concurrent("members", () => {
  it("are left alone where they are not written, and emptied on purpose alone", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    expect(lives.check({}, { ...named("a"), members: [] }).failures).toMatchObject([
      { property: "members", reason: expect.stringContaining("allowEmpty") },
    ]);
    expect(lives.check({}, { ...named("a"), members: [], allowEmpty: true }).failures).toEqual([]);
    const { id, properties } = await lives.create({ ...named("a"), members: [ann, bob] }, operation);
    const unmanaged = await lives.update(id, properties, named("a"), operation);
    emulator.requests.clear();
    expect((await lives.read(id, unmanaged.properties, operation))?.inputs).toEqual(named("a"));
    expect(JSON.stringify(emulator.requests.all)).not.toContain('"member"');
    expect(emulator.membersOf({ properties })).toEqual([ann, bob]);
    const emptied = { ...named("a"), members: [], allowEmpty: true };
    await lives.update(id, unmanaged.properties, emptied, operation);
    expect(emulator.membersOf({ properties })).toEqual([]);
  });

  it("who leave are named in a preview, and whoever is put out in the update", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create({ ...named("a"), members: [ann, bob] }, operation);
    const news = { ...named("a"), members: [ann] };
    expect((await lives.diff(id, properties, news, operation)).warnings).toEqual([`${bob} leaves the group.`]);
    const place = { system: "groupid", scope: "2", id: String(properties.objectId) };
    emulator.change({ ...place, set: { member: [ann, bob, eve] } });
    const told: string[] = [];
    await lives.update(id, properties, news, { ...operation, report: (message) => told.push(message) });
    expect(told.join()).toContain(`CN=Bob,${people}, CN=Eve,${people} go out of member`);
  });

  it("who leave are named in a preview, too, where nobody has managed them so far", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create(named("a"), operation);
    emulator.change({
      system: "groupid",
      scope: "2",
      id: String(properties.objectId),
      set: { member: [ann, bob, eve] },
    });
    const news = { ...named("a"), members: ["ann"] };
    const { warnings } = await lives.diff(id, properties, news, operation);
    expect(warnings).toEqual([`CN=Bob,${people} leaves the group.`, `CN=Eve,${people} leaves the group.`]);
    emulator.faults.add({ kind: "status", status: 403, match: { method: "GET" }, times: 0 });
    const [told] = (await livesOf(group, emulator).diff(id, properties, news, operation)).warnings;
    expect(told).toMatch(/^whoever is not in members may leave the group; .*403/);
    emulator.faults.clear();
    const managed = { ...properties, members: [ann, bob, eve] };
    expect((await lives.diff(id, managed, { ...named("a"), members: ["ann", eve] }, operation)).warnings).toEqual([
      `${bob} leaves the group.`,
    ]);
  });

  it("are managed by the group or by memberships, never by both", async () => {
    await using emulator = await started(prepare);
    const { groups, memberships } = ofOneRun(emulator);
    const { id, properties } = await groups.create({ ...named("a"), members: [ann] }, operation);
    const wanted = { identityStoreId: "2", groupId: properties.objectId, members: [bob] };
    await expect(memberships.create(wanted, operation)).rejects.toThrow(/manages the members .* twice.*Keep one/);
    expect(emulator.membersOf({ properties })).toEqual([ann]);
    await groups.diff(id, properties, named("a"), operation);
    const membership = await memberships.create(wanted, operation);
    expect(emulator.membersOf({ properties })).toEqual([ann, bob]);
    await memberships.diff(membership.id, membership.properties, wanted, operation);
    const both = groups.diff(id, properties, { ...named("a"), members: [ann] }, operation);
    await expect(both).rejects.toThrow(/twice/);
  });

  it("whom a membership hands over to the group stay when it goes", async () => {
    await using emulator = await started(prepare);
    const { id, properties } = await livesOf(group, emulator).create(named("a"), operation);
    const wanted = { identityStoreId: "2", groupId: properties.objectId, members: [bob] };
    const membership = await livesOf(groupMembership, emulator).create(wanted, operation);
    const { groups, memberships } = ofOneRun(emulator);
    const news = { ...named("a"), members: [ann, bob] };
    await groups.diff(id, properties, news, operation);
    await groups.update(id, properties, news, operation);
    await memberships.delete(membership.id, membership.properties, operation);
    expect(emulator.membersOf({ properties })).toEqual([ann, bob]);
  });
});

describe.concurrent("attributes", () => {
  it("are told without case, never twice, and never beside the property that they are", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const failures = lives.check({}, { ...named("a"), attributes: { Description: "x", fax: "1", FAX: "2" } }).failures;
    expect(failures).toMatchObject([
      { property: "attributes.Description", reason: "is the property description: write it there" },
      { property: "attributes.FAX", reason: expect.stringContaining("named twice") },
    ]);
    const wanted = { ...named("a"), attributes: { COMPANY: "Netwrix", url: ["http://a", "http://b"] } };
    const { id, properties } = await lives.create(wanted, operation);
    const again = { ...named("a"), attributes: { Url: ["http://b", "http://a"], company: "Netwrix" } };
    expect((await lives.diff(id, properties, again, operation)).differences).toEqual([]);
    expect((await lives.read(id, { ...properties, ...again }, operation))?.inputs).toEqual(again);
  });

  it("that GroupID refuses are named in its words, and what it took is in state", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const refused = lives.create({ ...named("a"), owner: "nobody" }, operation);
    await expect(refused).rejects.toThrow(
      'groupid:Group (identityStoreId "2", container "OU=Groups,DC=demo,DC=local", name "a"): GroupID says: The object could not be created; attribute managedBy: There is no object nobody',
    );
    const { id, properties } = await lives.create({ ...named("a"), description: "old" }, operation);
    const news = { ...named("a"), description: "new", owner: "nobody" };
    const failed = await lives.update(id, properties, news, operation).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining("attribute managedBy: There is no object nobody"),
      id,
      properties: { description: "new", objectId: properties.objectId },
    });
    expect((failed as { properties: object }).properties).not.toHaveProperty("owner");
  });

  it("that a create left out leave the object in state", async () => {
    await using emulator = await started(prepare);
    emulator.faults.add({ kind: "partial", match: { endpoint: "groupid.contacts.create" } });
    const wanted = { identityStoreId: "2", container: people, name: "c", company: "x" };
    const lives = livesOf(contact, emulator);
    const failed = await lives.create(wanted, operation).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining(
        "The contact is made, but not as asked. GroupID says: attribute company: Internal",
      ),
      id: expect.stringMatching(/^2\//),
    });
  });
});

describe.concurrent("calls of many", () => {
  it("have an outcome for each of their items", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const made = await Promise.all(["a", "b", "c"].map((name) => lives.create(named(name), operation)));
    emulator.requests.clear();
    emulator.faults.add({ kind: "partial", match: { endpoint: "groupid.groups.updateMany" } });
    const updates = await Promise.allSettled(
      made.map(({ id, properties }) =>
        lives.update(id, properties, { ...named(String(properties.name)), description: "new" }, operation),
      ),
    );
    expect(updates.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    expect((updates[1] as PromiseRejectedResult).reason).toMatchObject({
      message: expect.stringContaining('name "b"): GroupID says: Internal error'),
    });
    emulator.faults.add({ kind: "partial", match: { endpoint: "groupid.groups.deleteMany" } });
    const remove = () => Promise.allSettled(made.map(({ id, properties }) => lives.delete(id, properties, operation)));
    expect((await remove()).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(emulator.groups()).toEqual(["b", "c"]);
    expect((await remove()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(emulator.requests.count({ endpoint: "groupid.groups.updateMany" })).toBe(1);
    expect(emulator.requests.count({ endpoint: "groupid.groups.deleteMany" })).toBe(2);
    expect(emulator.groups()).toEqual([]);
  });

  it.each([
    ["says nothing of an item", { status: 0, details: [{ status: 0 }, { status: 0 }] }],
    ["is refused as a whole", { status: 1, message: "The group 1 was not found", details: [] }],
  ])("whose answer %s go out again for each item", async (_, body) => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator);
    const made = await Promise.all(["a", "b", "c"].map((name) => lives.create(named(name), operation)));
    for (const endpoint of ["groupid.groups.updateMany", "groupid.groups.deleteMany"]) {
      emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint } });
    }
    const news = (name: unknown) => ({ ...named(String(name)), description: "new" });
    await Promise.all(made.map(({ id, properties }) => lives.update(id, properties, news(properties.name), operation)));
    const store = emulator.groupid.directory.store("2");
    expect(store.ofClass("group").map((object) => object.text("description"))).toEqual(["new", "new", "new"]);
    await Promise.all(made.map(({ id, properties }) => lives.delete(id, properties, operation)));
    expect(emulator.groups()).toEqual([]);
  });

  it("renew and update what is there, and say what is not", async () => {
    await using emulator = await started(prepare);
    const ids = [1, 2, 3].map((number) => guid(400 + number));
    for (const id of ids) {
      const set = { IMSGManagedGroupType: "2", IMSGObjectTypes: ["6"], XGroupExpirationPolicy: "30" };
      emulator.change({ system: "groupid", scope: "2", id, set });
    }
    await livesOf(groupRenewal, emulator).create({ identityStoreId: "2", groupIds: ids }, operation);
    const dates = ids.map((id) => emulator.groupid.directory.store("2").get(id)?.text("XGroupExpirationDate"));
    expect(dates.every((date) => Date.parse(date ?? "") > Date.now())).toBe(true);
    const many = { identityStoreId: "2", groupIds: ids };
    const { properties } = await livesOf(smartGroupUpdate, emulator).create(many, operation);
    expect(properties.taskIds).toEqual({ [ids[0] ?? ""]: "1", [ids[1] ?? ""]: "2", [ids[2] ?? ""]: "3" });
    const missing = { identityStoreId: "2", groupIds: [...ids, guid(499)] };
    await expect(livesOf(groupRenewal, emulator).create(missing, operation)).rejects.toThrow(
      `1 of 4 groups could not be renewed: ${guid(499)}: GroupID says: The group ${guid(499)} was not found`,
    );
  });
});

describe.concurrent("an outage", () => {
  const words = "The specified domain either does not exist or could not be contacted.";

  it.each([
    ["in words", { status: 200, body: { status: 1, message: words } }, words],
    ["without a word", { status: 200, body: { status: 1, message: null } }, "without a word"],
    [
      "with a 404",
      { status: 404, body: { Message: "No HTTP resource was found that matches the request URI" } },
      "404",
    ],
  ])("that is told %s never makes an object vanish", async (_, told, expected) => {
    await using emulator = await started(prepare);
    for (const resource of [group, user, contact]) {
      const { id, properties } = await livesOf(resource, emulator).create(named("a"), operation);
      emulator.faults.add({ kind: "status", ...told, match: { method: "GET" }, times: 0 });
      await expect(livesOf(resource, emulator).read(id, properties, operation)).rejects.toThrow(expected);
      emulator.faults.clear();
      await livesOf(resource, emulator).delete(id, properties, operation);
    }
  });
});

describe.concurrent("signing in", () => {
  it("takes a form, once, and again when the token has ended", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(user, emulator);
    const { id, properties } = await lives.create({ ...named("u"), password: "a-secret" }, operation);
    expect(emulator.requests.count({ endpoint: "groupid.token" })).toBe(1);
    emulator.groupid.expireSessions();
    expect(await lives.read(id, properties, operation)).toBeDefined();
    expect(emulator.requests.count({ endpoint: "groupid.token" })).toBe(2);
  });

  it("is not done for each call where a token is valid for less than a minute", async () => {
    await using emulator = await started(prepare);
    emulator.groupid.behave({ tokenLifetime: 30 });
    await livesOf(user, emulator).create(named("u"), operation);
    expect(emulator.requests.count({ endpoint: "groupid.token" })).toBe(1);
  });

  it("is not needed with a token, whose end is an error", async () => {
    await using emulator = await started(prepare);
    const settings = { username: undefined, password: undefined, token: emulator.groupid.token() };
    const lives = livesOf(group, emulator, { settings });
    const { id, properties } = await lives.create(named("a"), operation);
    expect(emulator.requests.count({ endpoint: "groupid.token" })).toBe(0);
    emulator.groupid.expireSessions();
    await expect(lives.read(id, properties, operation)).rejects.toThrow(/401/);
  });

  it("that is refused says so in the service's words, and no secret", async () => {
    await using emulator = await started(prepare);
    const lives = livesOf(group, emulator, { settings: { password: "a-wrong-password" } });
    const failed = await lives.create(named("a"), operation).catch((error: Error) => error.message);
    expect(failed).toMatch(/signing in failed: .*connect\/token.*400.*invalid_username_or_password/);
    expect(failed).not.toContain("a-wrong-password");
  });
});

describe.concurrent("functions", () => {
  it("read objects by whatever names them", async () => {
    await using emulator = await started(prepare);
    const run = (name: string, args: object) => functionsOf(emulator).run(`groupid:${name}`, { ...args });
    const made = await livesOf(group, emulator).create({ ...named("a"), members: [ann], mail: "a@b" }, operation);
    const objectId = made.properties.objectId;
    for (const identity of [objectId, `CN=a,${container}`, "a"]) {
      expect(await run("getGroup", { identity, attributes: ["mail"] })).toMatchObject({
        objectId,
        objectType: "group",
        distinguishedName: `CN=a,${container}`,
        attributes: { mail: ["a@b"] },
      });
    }
    await expect(run("getGroup", { identity: "nothing" })).rejects.toThrow(
      "the identity store 2 has no group nothing.",
    );
    expect(await run("getUser", { identity: "ann" })).toMatchObject({ objectId: ann });
    expect(await run("getUser", { identity: ann, attributes: ["sAMAccountName"] })).toMatchObject({
      attributes: { samaccountname: ["ann"] },
    });
    const users = await run("getUsers", { identities: [eve, guid(999), "bob"], attributes: ["sAMAccountName"] });
    expect(users.objects).toMatchObject([{ objectId: eve }, { objectId: bob }]);
    expect((await run("getGroups", {})).objects).toMatchObject([{ objectId }]);
  });

  it("preview a query, page by page or whole", async () => {
    await using emulator = await started(prepare);
    const run = (args: object) =>
      functionsOf(emulator).run("groupid:getSmartGroupMembers", { objectTypes: [6], ...args }) as Promise<{
        objects: { displayName: string }[];
        total: number;
      }>;
    const names = async (args: object) => (await run(args)).objects.map(({ displayName }) => displayName);
    expect(await names({ query: '(sAMAccountName Contains "B")' })).toEqual(["Bob"]);
    expect(await names({ query: "(|(samaccountname=ann)(&(cn=ev*)(!(cn=eva))))" })).toEqual(["Ann", "Eve"]);
    const within = { searchContainers: [{ container: people, scope: "oneLevel" }] };
    expect(await run({ ...within, pageSize: 2, sortOrder: "descending" })).toMatchObject({
      objects: [{ displayName: "Eve" }, { displayName: "Bob" }],
      total: 3,
    });
    expect(await names({ ...within, pageSize: 2, allPages: true })).toEqual(["Ann", "Bob", "Eve"]);
    await expect(run({ query: "(((" })).rejects.toThrow(/GroupID says: The query cannot be read/);
  });

  it("list and count a user's groups", async () => {
    await using emulator = await started(prepare);
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    const groups = [
      { CN: "owned", managedBy: ann, XGroupExpirationDate: soon },
      { CN: "shared", XAdditionalOwner: [ann] },
      { CN: "smart", managedBy: ann, IMSGManagedGroupType: "2" },
      { CN: "old", managedBy: ann, XGroupExpirationDate: "2020-01-01T00:00:00Z" },
      { CN: "joined", member: [ann] },
    ];
    for (const set of groups) {
      emulator.change({ system: "groupid", scope: "2", set });
    }
    const run = (name: string, args: object) => functionsOf(emulator).run(`groupid:${name}`, { user: ann, ...args });
    const names = async (list: string, args: object = {}) =>
      ((await run("getUserGroups", { list, ...args })).objects as { displayName: string }[]).map(
        ({ displayName }) => displayName,
      );
    expect(await names("owned")).toEqual(["old", "owned", "smart"]);
    expect(await names("owned", { includeAdditionalOwnership: true, sortOrder: "descending" })).toEqual([
      "smart",
      "shared",
      "owned",
      "old",
    ]);
    expect(await names("all", { pageSize: 2, allPages: true })).toEqual(["joined", "old", "owned", "shared", "smart"]);
    expect(await names("smartGroups")).toEqual(["smart"]);
    expect(await names("memberships")).toEqual(["joined"]);
    expect(await names("expired")).toEqual(["old"]);
    expect(await names("expiring")).toEqual(["owned"]);
    expect(await names("dynasties")).toEqual([]);
    expect(await run("getUserGroupCount", { list: "owned" })).toEqual({ count: 3 });
    expect(await run("getUserGroupCount", { list: "memberships" })).toEqual({ count: 1 });
    expect(await run("getUserGroupCount", { list: "expiring" })).toEqual({ count: 1 });
  });
});
