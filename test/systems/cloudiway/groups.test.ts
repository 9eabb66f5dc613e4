import { describe, expect, it } from "vitest";
import type { FaultOptions } from "../../../emulator/faults.ts";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { CloudiwayBehaviour } from "../../../emulator/systems/cloudiway/system.ts";
import { group } from "../../../provider/systems/cloudiway/group.ts";
import { cloudiway } from "../../../provider/systems/cloudiway/index.ts";
import { Connections } from "../../../provider/systems/connections.ts";
import { functionsOf, livesOf, operation } from "../../support/lives.ts";

const names = { sourceGroupName: "sales@example.com", targetGroupName: "sales@example.org" };

async function started(behaviour: Partial<CloudiwayBehaviour> = {}): Promise<Emulator & AsyncDisposable> {
  const emulator = await startEmulator();
  emulator.cloudiway.behave(behaviour);
  return Object.assign(emulator, { [Symbol.asyncDispose]: () => emulator.close() });
}
const make = (emulator: Emulator, set: Record<string, unknown> = names) =>
  emulator.change({ system: "cloudiway", scope: "groups", set });
const callsOf = (emulator: Emulator) =>
  emulator.requests.all.map(({ endpoint }) => endpoint.replace(/^cloudiway\./, ""));

describe.concurrent("a group", () => {
  it.each<Partial<CloudiwayBehaviour>>([
    { hiddenReads: 2 },
    { unquotedSentences: true, errorForm: "garbled" },
    { errorStatus: "http", errorForm: "otherKey" },
    { missing: "null" },
    { existingNames: "refuse" },
    { existingNames: "update" },
    { updateReplaces: true },
    { listShowsTargetUrl: false },
    { smallLetters: true },
  ])("lives with %j", async (behaviour) => {
    await using emulator = await started(behaviour);
    const inputs = { ...names, sourceConnectorName: "SourceConnector", targetConnectorName: "OfficeTarget" };
    const lives = livesOf(group, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    emulator.change({ system: "cloudiway", scope: "groups", id, set: { sourceGroupUrl: "/theirs" } });
    const news = { ...inputs, targetGroupName: "Renamed@example.org", sourceEmail: "ann@example.com" };
    const updated = await livesOf(group, emulator).update(id, properties, news, operation);
    // What nobody declares is nobody's to clear, also where an update replaces everything.
    expect(emulator.cloudiway.project.group(id)).toMatchObject({ ...news, sourceGroupUrl: "/theirs" });
    expect((await livesOf(group, emulator).read(id, updated.properties, operation))?.inputs).toEqual(news);
    expect((await lives.read(id, updated.properties, operation))?.inputs).toEqual(news);
    await lives.delete(id, updated.properties, operation);
    expect(emulator.cloudiway.project.groups.size).toBe(0);
    expect(await livesOf(group, emulator).read(id, updated.properties, operation)).toBeUndefined();
    await livesOf(group, emulator).delete(id, updated.properties, operation);
  });

  it("is made once, also where the answer of its create is lost and it is visible late", async () => {
    await using emulator = await started({ hiddenReads: 8 });
    emulator.faults.add({ kind: "drop", applied: true, match: { endpoint: "cloudiway.groups.create" } });
    const { id } = await livesOf(group, emulator).create(names, operation);
    expect([...emulator.cloudiway.project.groups.keys()]).toEqual([id]);
  });

  it("has a preview say which properties an update does not send, because nobody declares them", async () => {
    await using emulator = await started();
    const diffOf = async (olds: object, news: object) =>
      (await livesOf(group, emulator).diff("tag", { ...names, ...olds }, { ...names, ...news }, operation)).warnings;
    const hidden = { sourceConnectorName: "S", targetConnectorName: "T", recipientType: "Office365_Unified_Groups" };
    expect(await diffOf({ sourceGroupUrl: "/a" }, { sourceGroupUrl: "/b", ...hidden })).toEqual([
      expect.stringMatching(/^sourceEmail is not declared, so that the update does not send it/),
    ]);
    expect(await diffOf({}, { sourceEmail: "a@b", ...hidden })).toEqual([]);
    expect(await diffOf({}, { migration: "started" })).toEqual([]);
  });

  it("in other letters is the same group, unless one is spelled as it is written", async () => {
    await using emulator = await started();
    const tag = make(emulator);
    const spelled = { ...names, sourceGroupName: "Sales@Example.com" };
    await expect(livesOf(group, emulator).create(spelled, operation)).rejects.toThrow(
      `exists already, with the ID ${tag}`,
    );
    expect((await livesOf(group, emulator).read(tag, spelled, operation))?.inputs).toEqual(spelled);
    const other = make(emulator, { ...spelled, sourceGroupUrl: "/other" });
    expect(await functionsOf(emulator).run("cloudiway:getGroup", spelled)).toMatchObject({ migrationTag: other });
    expect(await functionsOf(emulator).run("cloudiway:getGroup", names)).toMatchObject({ migrationTag: tag });
  });

  it("two of the same names are an error with both tags, and never a guess", async () => {
    for (const tagsOfSameNames of ["all", "error", "first"] as const) {
      await using emulator = await started({ tagsOfSameNames });
      const tags = [make(emulator), make(emulator)];
      const told = tagsOfSameNames === "first" ? [tags[0] ?? ""] : tags;
      const attempts = [
        () => livesOf(group, emulator, { adopt: true }).create(names, operation),
        () => livesOf(group, emulator).read("sales%40example.com/sales%40example.org", {}, operation),
        () => functionsOf(emulator).run("cloudiway:getMigrationTag", names),
        () => functionsOf(emulator).run("cloudiway:getGroup", names),
      ];
      for (const attempt of attempts) {
        const message = await attempt().then(
          () => "no error",
          (error: Error) => error.message,
        );
        expect(told.filter((tag) => message.includes(tag))).toEqual(told);
      }
      expect(emulator.cloudiway.project.groups.size).toBe(2);
    }
  });

  it("that shares its names with another is read by its tag", async () => {
    await using emulator = await started();
    const tag = make(emulator, { ...names, sourceGroupUrl: "/mine" });
    make(emulator, { ...names, sourceGroupUrl: "/theirs" });
    const read = await livesOf(group, emulator).read(tag, { ...names, sourceGroupUrl: "/mine" }, operation);
    expect(read?.inputs).toEqual({ ...names, sourceGroupUrl: "/mine" });
  });

  it("is imported by its tag or its names, without what nobody declared", async () => {
    await using emulator = await started();
    const set = { ...names, sourceGroupUrl: "/a b", targetGroupUrl: "/t", sourceEmail: "ann@example.com" };
    const tag = make(emulator, set);
    const inputs = { ...names, sourceGroupUrl: "/a b", targetGroupUrl: "/t" };
    const byTag = await livesOf(group, emulator).read(tag, {}, operation);
    expect(byTag).toMatchObject({ id: tag, inputs });
    expect(callsOf(emulator)).toEqual(["groups.get", "groups.getall"]);
    const byNames = await livesOf(group, emulator).read("sales%40example.com/sales@example.org", {}, operation);
    expect(byNames).toEqual(byTag);
    await expect(livesOf(group, emulator).read("50%/nothing", {}, operation)).rejects.toThrow(
      'no group with the names "50%/nothing"',
    );
  });

  it("is listed with its tag, for an export", async () => {
    await using emulator = await started();
    const tags = ["a", "b"].map((name) =>
      make(emulator, { ...names, sourceGroupName: name, sourceGroupUrl: `/${name}` }),
    );
    const twins = [make(emulator), make(emulator)];
    emulator.cloudiway.project.addGroup({ ...names, targetGroupName: "" });
    const { signal } = new AbortController();
    const { api } = new Connections(emulator.connections, {}, signal).get(cloudiway);
    const told: string[] = [];
    const report = (message: string) => void told.push(message);
    const all = (await group.list?.read(api, {}, { signal, timeout: 1, report })) ?? [];
    expect(told).toEqual(["cloudiway:Group: left out 1 groups that have no name at one side."]);
    expect(all.map(({ migrationTag }) => migrationTag).sort()).toEqual([...tags, ...twins].sort());
    expect(all.find(({ migrationTag }) => migrationTag === tags[0])).toMatchObject({ sourceGroupUrl: "/a" });
    expect(group.list?.within).toEqual([]);
  });
});

describe.concurrent("a refresh", () => {
  it("of many groups costs one list, and one status for each whose migration is declared", async () => {
    await using emulator = await started();
    const groups = Array.from({ length: 40 }, (_, index) => ({ ...names, sourceGroupName: `group ${index}` }));
    const tags = groups.map((set) => make(emulator, set));
    const lives = livesOf(group, emulator);
    const read = await Promise.all(
      groups.map((inputs, index) =>
        lives.read(tags[index] ?? "", { ...inputs, ...(index < 10 ? { migration: "stopped" } : {}) }, operation),
      ),
    );
    expect(read.every((state, index) => state?.inputs.sourceGroupName === `group ${index}`)).toBe(true);
    expect(callsOf(emulator).sort()).toEqual(["groups.getall", ...Array.from({ length: 10 }, () => "groups.status")]);
  });

  it("finds a group whose names were changed by its tag, and says what changed", async () => {
    await using emulator = await started();
    const tag = make(emulator);
    emulator.change({ system: "cloudiway", scope: "groups", id: tag, set: { targetGroupName: "moved" } });
    const read = await livesOf(group, emulator).read(tag, names, operation);
    expect(read?.inputs).toEqual({ ...names, targetGroupName: "moved" });
    expect(callsOf(emulator)).toEqual(["groups.getall", "groups.get"]);
  });

  it("does not take another group of the same names for the one that is gone, where its migration is declared", async () => {
    await using emulator = await started();
    const tag = make(emulator);
    emulator.change({ system: "cloudiway", scope: "groups", id: tag, remove: true });
    make(emulator);
    const known = { ...names, migration: "stopped" };
    expect(await livesOf(group, emulator).read(tag, known, operation)).toBeUndefined();
  });

  it("does not take a wrong URL for groups that are gone", async () => {
    await using emulator = await started();
    const tag = make(emulator);
    const settings = { url: `${emulator.url}/cloudiway/elsewhere/api` };
    await expect(livesOf(group, emulator, { settings }).read(tag, {}, operation)).rejects.toThrow("no such call");
  });
});

describe.concurrent("a read", () => {
  const single = { match: { endpoint: "cloudiway.groups.get" } };

  it.each<FaultOptions>([
    { ...single, kind: "html", status: 404 },
    { ...single, kind: "status", status: 404, body: { hasError: true, response: "Try again" } },
    { ...single, kind: "status", status: 200, body: { hasError: false } },
    { ...single, kind: "status", status: 200, body: { hasError: false, response: {} } },
  ])("does not take one strange answer for a group that is gone: %j", async (fault) => {
    await using emulator = await started();
    const tag = make(emulator);
    emulator.faults.add(fault);
    expect((await livesOf(group, emulator).read(tag, {}, operation))?.inputs).toEqual(names);
  });

  it("takes a 404 in words of its own for a group that is gone, where the API answers otherwise", async () => {
    await using emulator = await started();
    const body = { hasError: true, response: "Groupe introuvable" };
    emulator.faults.add({ ...single, kind: "status", status: 404, body, times: 0 });
    expect(await livesOf(group, emulator).read("any", {}, operation)).toBeUndefined();
    const denied = { hasError: true, response: "Authentication failed" };
    emulator.faults.clear();
    emulator.faults.add({ ...single, kind: "status", status: 404, body: denied, times: 0 });
    await expect(livesOf(group, emulator).read("any", {}, operation)).rejects.toThrow("Authentication failed");
  });

  it("understands answers whose keys are in other letters, and groups that have no name at the target yet", async () => {
    await using emulator = await started();
    const tag = make(emulator);
    const listed = [
      { SOURCEGROUPNAME: "found", TARGETGROUPNAME: null },
      { SOURCEGROUPNAME: names.sourceGroupName, TARGETGROUPNAME: names.targetGroupName, SOURCEGROUPURL: "/s" },
    ];
    const body = { HasError: false, Response: listed };
    emulator.faults.add({
      match: { endpoint: "cloudiway.groups.getall" },
      kind: "status",
      status: 200,
      body,
      times: 0,
    });
    const known = { ...names, sourceGroupUrl: "/s" };
    expect((await livesOf(group, emulator).read(tag, known, operation))?.inputs).toEqual(known);
    expect(callsOf(emulator)).toEqual(["groups.getall"]);
  });
});

it("an update of a group that has vanished says so; one that is refused for its connector says that", async () => {
  await using emulator = await started();
  const lives = livesOf(group, emulator);
  const { id, properties } = await lives.create(names, operation);
  const elsewhere = lives.update(id, properties, { ...names, targetConnectorName: "Nowhere" }, operation);
  await expect(elsewhere).rejects.toThrow("Cloudiway says: Target connector not found: Nowhere.");
  await expect(elsewhere).rejects.not.toThrow("vanished");
  emulator.change({ system: "cloudiway", scope: "groups", id, remove: true });
  await expect(lives.update(id, properties, { ...names, sourceEmail: "a@b" }, operation)).rejects.toThrow(
    /no group with the migration tag.*vanished.*up --refresh/s,
  );
});

it("the functions tell what there is", async () => {
  await using emulator = await started();
  const tag = make(emulator, { ...names, sourceGroupUrl: "/s", status: "LICENSE_EXCEEDED" });
  emulator.change({ system: "cloudiway", scope: "batches", id: "wave", set: { migrationTags: [tag] } });
  const { run } = { run: (type: string, args: object) => functionsOf(emulator).run(`cloudiway:${type}`, { ...args }) };
  expect(await run("getGroup", { migrationTag: tag })).toEqual({ migrationTag: tag, ...names, sourceGroupUrl: "/s" });
  expect(await run("getGroup", names)).toEqual({ migrationTag: tag, ...names, sourceGroupUrl: "/s" });
  expect(await run("getMigrationTag", names)).toEqual({ migrationTag: tag });
  expect(await run("getGroups", {})).toEqual({ groups: [{ ...names, sourceGroupUrl: "/s" }] });
  expect(await run("getGroupStatus", { migrationTag: tag })).toEqual({
    status: "LICENSE_EXCEEDED",
    meaning: expect.stringContaining("no license"),
  });
  expect(await run("getBatch", { batchName: "wave" })).toEqual({
    batchName: "wave",
    batchId: "2267",
    customerId: "9999",
    groupCount: 1,
  });
  expect(await run("getBatchMembers", { batchName: "wave" })).toEqual({
    members: [{ membershipId: "124637", batchId: "2267", customerGroupId: "279858" }],
  });
  expect(await run("getSourceConnectors", {})).toMatchObject({ connectors: { length: 8 } });
  expect(await run("getTargetConnectors", {})).toMatchObject({ connectors: { length: 7 } });
  await expect(run("getGroup", {})).rejects.toThrow(
    "needs either migrationTag, or sourceGroupName and targetGroupName",
  );
  await expect(run("getGroup", { migrationTag: "x" })).rejects.toThrow("no group with the migration tag x");
  await expect(run("getBatch", { batchName: "x" })).rejects.toThrow('no batch "x"');
  await expect(run("getBatchMembers", { batchName: "x" })).rejects.toThrow('no batch "x"');
});
