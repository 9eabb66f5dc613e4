import { describe, expect, it } from "vitest";
import type { CloudiwayBehaviour } from "../../emulator/systems/cloudiway/system.ts";
import { type RawClient, startRawClient } from "./rawClient.ts";

const base = "/cloudiway/api";
const credentials = { consumerKey: "emulator-consumer-key", consumerSecret: "emulator-consumer-secret" };
/** The body that the document's examples have for create and update. */
const john = {
  sourceGroupName: "John",
  targetGroupName: "Doe",
  sourceGroupUrl: "/JD",
  targetGroupUrl: "/target ",
  sourceConnectorName: "SourceConnector",
  targetConnectorName: "OfficeTarget",
  sourceEmail: "John@domain.com",
  recipientType: "Office365_Shared_Mailbox",
};

/** Calls as the document's examples have them. */
function callsOf(client: RawClient) {
  const get = async (path: string, query: Readonly<Record<string, string>> = {}) =>
    (await client.call("GET", `${base}${path}?${new URLSearchParams({ ...credentials, ...query }).toString()}`)).body;
  const post = async (path: string, body: object) => (await client.call("POST", base + path, { body })).body;
  return {
    get,
    post,
    tagged: (path: string, migrationTag: string) => post(path, { ...credentials, migrationTag }),
    named: (path: string, batchName: string) => post(path, { auth: credentials, batchName }),
  };
}

const done = (response: unknown) => ({ hasError: false, response });
const failed = (words: string) => ({ hasError: true, response: expect.stringContaining(words) });
const make = (client: RawClient, set: Record<string, unknown> = {}) =>
  client.emulator.change({ system: "cloudiway", scope: "groups", set });

describe("the document's own samples", () => {
  it("create, find, read, list, update and delete a group", async () => {
    await using client = await startRawClient();
    const { get, post, tagged } = callsOf(client);
    expect(await post("/groups/create", { auth: credentials, ...john })).toEqual(done("User Created"));
    const names = { sourceGroupName: "John", targetGroupName: "Doe" };
    const answer = (await get("/groups/migrationtag", names)) as { response: string };
    const tag = answer.response.trim();
    expect(answer).toEqual(done(`${tag} `));
    expect(await get(`/groups/${tag}/get`)).toEqual(
      done({ SourceGroupName: "John", SourceGroupUrl: "/JD", TargetGroupName: "Doe" }),
    );
    expect(await get("/groups/getall")).toEqual(
      done([{ ...names, sourceGroupURL: "/JD", targetGroupURL: "/target " }]),
    );
    const changed = { auth: { ...credentials, migrationTag: tag }, ...john, sourceGroupUrl: "/new" };
    expect(await post("/groups/update", changed)).toEqual(done("User updated"));
    expect(await post(`/groups/${tag}/update`, changed)).toEqual(done("User updated"));
    expect(client.emulator.cloudiway.project.group(tag)).toMatchObject({ ...john, sourceGroupUrl: "/new" });
    expect(await tagged("/groups/delete", tag)).toEqual(done("User deleted"));
    expect(await get("/groups/getall")).toEqual(done([]));
  });

  it("start, watch, stop, audit and license a group", async () => {
    await using client = await startRawClient();
    const { get, tagged } = callsOf(client);
    const tag = make(client);
    expect(await get(`/groups/${tag}/status`)).toEqual(done("NOTSTARTED"));
    expect(await tagged("/groups/start", tag)).toEqual(done("User scheduled"));
    expect(await get(`/groups/${tag}/status`)).toEqual(done("WORKING"));
    expect(await tagged("/groups/stop", tag)).toEqual(done("User stopped"));
    expect(await get(`/groups/${tag}/status`)).toEqual(done("STOP"));
    expect(await tagged("/startgroups/auditstart", tag)).toEqual(done("Audit started"));
    expect(await tagged("/groups/license", tag)).toEqual(done("License assigned"));
    expect(client.emulator.cloudiway.project.group(tag)).toMatchObject({ audits: 1, licensed: true });
    expect(client.emulator.cloudiway.behaviour.licenses).toBe(99);
  });

  it("create, read, fill, run, empty and delete a batch", async () => {
    await using client = await startRawClient();
    const { get, post, tagged, named } = callsOf(client);
    const tag = make(client);
    const batchName = "CIW_Test";
    expect(await named("/groups/createbatch", batchName)).toEqual(done("Batch CIW_Test created"));
    const shown = { id: 2267, batchName, customerId: 9999, nbGroups: 0 };
    expect(await get("/groups/getbatch", { batchName })).toEqual(done(shown));
    const joining = { auth: { ...credentials, migrationTag: tag }, batchName };
    expect(await post("/groups/addtobatch", joining)).toEqual(done("User added to batch “CIW_Test”"));
    expect(await get("/groups/getusersinbatch", { batchName })).toEqual(
      done([{ Id: 124637, customerBatchID: 2267, customerGroupID: 279858 }]),
    );
    expect(await get("/groups/getbatch", { batchName })).toEqual(done({ ...shown, nbGroups: 1 }));
    expect(await named("/groups/startbatch", batchName)).toEqual(done("Batch CIW_Test started"));
    expect(client.emulator.cloudiway.project.group(tag)?.status).toBe("WORKING");
    expect(await named("/groups/stopbatch", batchName)).toEqual(done("Batch CIW_Test stopped"));
    expect(client.emulator.cloudiway.project.group(tag)?.status).toBe("STOP");
    expect(await tagged("/groups/removefrombatch", tag)).toEqual(done("User removed from Batch"));
    expect(await get("/groups/getusersinbatch", { batchName })).toEqual(done([]));
    expect(await named("/groups/deletebatch", batchName)).toEqual(done("Batch CIW_Test deleted"));
  });

  it("list connectors, and start to get the groups of one", async () => {
    await using client = await startRawClient();
    const { get, post } = callsOf(client);
    expect(await get("/groups/getallsourceconnectors")).toMatchObject({
      response: expect.arrayContaining([{ name: "GSites Connector", type: "GSuite" }]),
    });
    expect(await get("/groups/getalltargetconnectors")).toMatchObject({
      response: expect.arrayContaining([{ name: "OneDrive target", type: "OneDrive" }]),
    });
    const connector = { auth: credentials, sourceConnectorName: "myConnectorName" };
    expect(await post("/groups/startgetgroups", connector)).toEqual(done("GetGroups started"));
  });
});

describe("refuses", () => {
  it("credentials that are wrong, or not where the call has them", async () => {
    await using client = await startRawClient();
    const { get, post } = callsOf(client);
    const migrationTag = make(client);
    const wrong = { ...credentials, consumerSecret: "wrong" };
    expect(await get("/groups/getall", wrong)).toMatchObject({ hasError: true });
    expect(await post("/groups/start", { auth: credentials, migrationTag })).toMatchObject({ hasError: true });
    expect(await post("/groups/start", { auth: { ...credentials, migrationTag } })).toMatchObject({ hasError: true });
    expect(await post("/groups/create", { ...credentials, ...john })).toMatchObject({ hasError: true });
    expect(await post("/groups/update", { auth: credentials, migrationTag, ...john })).toMatchObject({
      hasError: true,
    });
    expect(await post("/groups/createbatch", { ...credentials, batchName: "b" })).toMatchObject({ hasError: true });
    expect(await post("/groups/addtobatch", { auth: credentials, migrationTag, batchName: "b" })).toMatchObject({
      hasError: true,
    });
    expect(client.emulator.cloudiway.project.groups.size).toBe(1);
  });

  it("what does not exist, and connectors that the project does not have", async () => {
    await using client = await startRawClient();
    const { get, post, tagged, named } = callsOf(client);
    expect(await get("/groups/nothing/get")).toEqual(failed("Group not found: nothing"));
    expect(await get("/groups/nothing/status")).toEqual(failed("Group not found"));
    expect(await get("/groups/migrationtag", { sourceGroupName: "a", targetGroupName: "b" })).toEqual(
      failed("Group not found: a and b"),
    );
    expect(await tagged("/groups/delete", "nothing")).toEqual(failed("Group not found"));
    expect(await named("/groups/startbatch", "nothing")).toEqual(failed("Batch not found: nothing"));
    const elsewhere = { auth: credentials, ...john, targetConnectorName: "Nowhere" };
    expect(await post("/groups/create", elsewhere)).toEqual(failed("Target connector not found: Nowhere"));
    client.emulator.cloudiway.behave({ missing: "null" });
    expect(await get("/groups/nothing/get")).toEqual(done(null));
  });

  it("more licenses than there are, and what contradicts what is", async () => {
    await using client = await startRawClient();
    const { post, tagged, named } = callsOf(client);
    const [first = "", second = ""] = [make(client), make(client)];
    client.emulator.cloudiway.behave({ licenses: 1 });
    expect(await tagged("/groups/license", first)).toEqual(done("License assigned"));
    expect(await tagged("/groups/license", first)).toEqual(done("License assigned"));
    expect(await tagged("/groups/license", second)).toEqual(failed("License exceeded"));
    expect(await tagged("/groups/stop", first)).toEqual(failed("not started"));
    await tagged("/groups/start", first);
    expect(await tagged("/groups/start", first)).toEqual(failed("scheduled already"));
    await named("/groups/createbatch", "a");
    await named("/groups/createbatch", "b");
    expect(await named("/groups/createbatch", "a")).toEqual(failed("exists already"));
    const join = (batchName: string) =>
      post("/groups/addtobatch", { auth: { ...credentials, migrationTag: first }, batchName });
    await join("a");
    expect(await join("a")).toEqual(failed("already in batch “a”"));
    expect(await join("b")).toEqual(failed("already in batch “a”"));
    client.emulator.cloudiway.behave({ secondBatch: "move", deletesBatchWithGroups: false });
    expect(await join("b")).toEqual(done("User added to batch “b”"));
    expect(await named("/groups/deletebatch", "b")).toEqual(failed("not empty"));
    expect(await tagged("/groups/removefrombatch", second)).toEqual(failed("in no batch"));
  });
});

it("keeps credentials out of its log, wherever they stand", async () => {
  await using client = await startRawClient();
  const { get, tagged, named } = callsOf(client);
  await get("/groups/getall");
  await tagged("/groups/start", make(client));
  await named("/groups/createbatch", "b");
  const log = JSON.stringify(client.emulator.requests.all);
  expect(log).toContain("[redacted]");
  expect(log).not.toContain(credentials.consumerKey);
  expect(log).not.toContain(credentials.consumerSecret);
});

describe("behaves as it is told", () => {
  const start = async (behaviour: Partial<CloudiwayBehaviour>) => {
    const client = await startRawClient();
    client.emulator.cloudiway.behave(behaviour);
    return Object.assign(client, callsOf(client));
  };

  it("a migration takes its course, and ends without a license", async () => {
    await using client = await start({ migration: { statuses: ["SCHEDULED_FILES_AGENT", "WORKING"], step: 1500 } });
    const tag = make(client);
    await client.tagged("/groups/start", tag);
    expect(await client.get(`/groups/${tag}/status`)).toEqual(done("SCHEDULED_FILES_AGENT"));
    await expect
      .poll(() => client.get(`/groups/${tag}/status`), { interval: 50, timeout: 20_000 })
      .toEqual(done("WORKING"));
    client.emulator.change({ system: "cloudiway", scope: "groups", id: tag, set: { status: "ONERROR" } });
    expect(await client.get(`/groups/${tag}/status`)).toEqual(done("ONERROR"));
    client.emulator.cloudiway.behave({ licenseRequired: true });
    await client.tagged("/groups/start", tag);
    expect(await client.get(`/groups/${tag}/status`)).toEqual(done("LICENSE_EXCEEDED"));
  });

  it("sentences without quotes, and the three forms of an error", async () => {
    await using client = await start({ unquotedSentences: true });
    const tag = make(client);
    expect(await client.tagged("/groups/start", tag)).toBe('{"hasError":false, "response": User scheduled }');
    client.emulator.cloudiway.behave({ errorForm: "garbled" });
    expect(await client.tagged("/groups/start", tag)).toBe('{"hasError":True": User is scheduled already}');
    client.emulator.cloudiway.behave({ errorForm: "otherKey", errorStatus: "http" });
    const answer = await client.call("POST", `${base}/groups/start`, { body: { ...credentials, migrationTag: tag } });
    expect(answer).toMatchObject({ status: 409, body: { hasError: true, error: "User is scheduled already" } });
  });

  it.each<CloudiwayBehaviour["existingNames"]>(["duplicate", "refuse", "update"])(
    "a create with names that exist: %s",
    async (existingNames) => {
      await using client = await start({ existingNames });
      const tag = make(client, { sourceGroupName: "John", targetGroupName: "Doe" });
      const answer = await client.post("/groups/create", { auth: credentials, ...john });
      expect(answer).toMatchObject({ hasError: existingNames === "refuse" });
      const { groups } = client.emulator.cloudiway.project;
      expect(groups.size).toBe(existingNames === "duplicate" ? 2 : 1);
      expect(groups.get(tag)?.sourceGroupUrl).toBe(existingNames === "update" ? "/JD" : null);
    },
  );

  it("two groups of the same names", async () => {
    await using client = await start({});
    const names = { sourceGroupName: "a", targetGroupName: "b" };
    const tags = [make(client, names), make(client, names)];
    expect(await client.get("/groups/migrationtag", names)).toEqual(done(tags));
    client.emulator.cloudiway.behave({ tagsOfSameNames: "first" });
    expect(await client.get("/groups/migrationtag", names)).toEqual(done(`${tags[0]} `));
    client.emulator.cloudiway.behave({ tagsOfSameNames: "error" });
    expect(await client.get("/groups/migrationtag", names)).toEqual(failed(`${tags[0]}, ${tags[1]}`));
  });

  it("new groups that lists and look-ups miss at first, and updates that clear", async () => {
    await using client = await start({ hiddenReads: 2, updateReplaces: true, listShowsTargetUrl: false });
    await client.post("/groups/create", { auth: credentials, ...john });
    expect(await client.get("/groups/getall")).toEqual(done([]));
    const names = { sourceGroupName: "John", targetGroupName: "Doe" };
    expect(await client.get("/groups/migrationtag", names)).toEqual(failed("not found"));
    expect(await client.get("/groups/getall")).toEqual(done([{ ...names, sourceGroupURL: "/JD" }]));
    const [migrationTag = ""] = client.emulator.cloudiway.project.groups.keys();
    await client.post("/groups/update", { auth: { ...credentials, migrationTag }, sourceGroupName: "Jane" });
    expect(client.emulator.cloudiway.project.group(migrationTag)).toMatchObject({
      sourceGroupName: "Jane",
      targetGroupName: "Doe",
      sourceGroupUrl: null,
      sourceConnectorName: null,
    });
  });
});
