import { describe, expect, it } from "vitest";
import type { ApioBehaviour } from "../../emulator/systems/apio/behaviour.ts";
import { type RawClient, startRawClient } from "./rawClient.ts";

const groups = "/apio/api/v1/tenants/acme/groups/";
const one = `${groups}g/`;
const idsOf = (body: unknown) => (body as { groups: { groupId: string }[] }).groups.map(({ groupId }) => groupId);
const make = (client: RawClient, id: string, set: Record<string, unknown> = {}) =>
  client.emulator.change({ system: "apio", scope: "acme", id, set });

describe("the document's own samples", () => {
  it.each([groups, `${groups}foogroup/`])("create a group at %s", async (path) => {
    await using client = await startRawClient();
    const body = { groupId: "foogroup_new", groupName: "Foo Group New", userLimit: 25 };
    expect(await client.call("POST", path, { body })).toMatchObject({ status: 201, text: "" });
    expect((await client.call("GET", groups)).body).toEqual({ groups: [body] });
  });

  it("list groups, with criteria in the body of a GET that has no Content-Type", async () => {
    await using client = await startRawClient();
    for (const [id, groupName] of [
      ["a", "Test one"],
      ["b", "Other"],
      ["c", "My Test"],
      ["d", "Zest, not Test"],
    ] as const) {
      make(client, id, { groupName });
    }
    const list = async (body: unknown) => {
      const answer = await client.call("GET", groups, { body, headers: { "Content-Type": undefined } });
      expect(answer.status).toBe(200);
      return idsOf(answer.body);
    };
    expect(await list({ sensitiveGroupNameContains: "Test" })).toEqual(["a", "c", "d"]);
    expect(
      await list({
        sensitiveGroupNameContains: "Test",
        pagingControl: { startIndex: 1, pageSize: 2 },
        sortOrders: ["sensitiveDescendingGroupName", "sensitiveDescendingGroupId"],
      }),
    ).toEqual(["d", "a"]);
  });
});

it("reads, changes and deletes one group", async () => {
  await using client = await startRawClient();
  const fields = {
    groupName: "Group",
    userLimit: 1,
    defaultDomain: "example.com",
    cliName: "Cli",
    cliPhoneNumber: "+32",
    locationDialingCode: "12",
    timeZone: "Europe/Brussels",
    contactInformation: { contactName: "Ann", contactNumber: "1", contactEmail: "a@example.com" },
    addressInformation: {
      addressLine1: "1",
      city: "Liège",
      stateOrProvince: "",
      zipOrPostalCode: "4000",
      country: "BE",
    },
    resellerId: "reseller",
  };
  await client.call("POST", groups, { body: { groupId: "g", autoCreateDomain: false, ...fields } });
  expect((await client.call("GET", one)).body).toEqual({ groupId: "g", userCount: 0, ...fields });
  const changes = { ...fields, groupName: "Renamed", templateName: "default_grp_template" };
  expect((await client.call("PUT", one, { body: changes })).status).toBe(200);
  expect((await client.call("GET", one)).body).toEqual({ groupId: "g", userCount: 0, ...fields, groupName: "Renamed" });
  expect((await client.call("DELETE", one)).status).toBe(200);
  expect(await client.call("GET", one)).toMatchObject({
    status: 404,
    body: { summary: "[Error 4505] Group not found: g" },
  });
});

describe("search criteria", () => {
  const all = ["alpha", "Alphabet", "beta", "Gamma", "gamut"];
  const cases: [Record<string, unknown>, string[]][] = [
    [{}, all],
    ...(["Id", "Name"] as const).flatMap((field): [Record<string, unknown>, string[]][] => [
      [{ [`sensitiveGroup${field}Starts`]: "al" }, ["alpha"]],
      [{ [`insensitiveGroup${field}Starts`]: "AL" }, ["alpha", "Alphabet"]],
      [{ [`sensitiveGroup${field}Contains`]: "amm" }, ["Gamma"]],
      [{ [`insensitiveGroup${field}Contains`]: "GAM" }, ["Gamma", "gamut"]],
      [{ [`sensitiveGroup${field}Equals`]: "gamma" }, []],
      [{ [`insensitiveGroup${field}Equals`]: "gamma" }, ["Gamma"]],
    ]),
    [{ insensitiveGroupIdStarts: "a", sensitiveGroupNameContains: "bet" }, ["Alphabet"]],
    [{ sortOrders: ["sensitiveAscendingGroupId"] }, ["Alphabet", "Gamma", "alpha", "beta", "gamut"]],
    [{ sortOrders: ["insensitiveDescendingGroupName"] }, all.toReversed()],
    [{ responseSizeLimit: 2 }, ["alpha", "Alphabet"]],
    [{ responseSizeLimit: 1, pagingControl: { startIndex: 4, pageSize: 3 } }, ["Gamma", "gamut"]],
  ];

  it.each(["body", "query"] as const)("in the %s", async (criteria) => {
    await using client = await startRawClient();
    client.emulator.apio.behave({ criteria });
    for (const id of all) {
      make(client, id, { groupName: id });
    }
    for (const [wanted, ids] of cases) {
      const { pagingControl, ...flat } = wanted;
      const query = new URLSearchParams(
        Object.entries({ ...flat, ...(pagingControl as object) }).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      );
      const answer =
        criteria === "body"
          ? await client.call("GET", groups, { body: wanted })
          : await client.call("GET", `${groups}?${query}`);
      expect(idsOf(answer.body), JSON.stringify(wanted)).toEqual(ids);
    }
  });

  it("a page beyond the last is 416", async () => {
    await using client = await startRawClient();
    const body = { pagingControl: { startIndex: 2, pageSize: 1 } };
    expect(await client.call("GET", groups, { body })).toMatchObject({ status: 416, body: { code: "APIO-416" } });
  });
});

describe("sign-in", () => {
  const credentials = { username: "emulator", password: "emulator-password" };
  const anonymous = { Authorization: undefined };

  it("gives a session as a cookie", async () => {
    await using client = await startRawClient();
    const login = await client.call("POST", "/apio/api/v1/login/", { body: credentials, headers: anonymous });
    const [cookie = ""] = login.headers["set-cookie"] ?? [];
    const Cookie = /sessionid=[^;]+/.exec(cookie)?.[0];
    expect((await client.call("GET", groups, { headers: { ...anonymous, Cookie } })).status).toBe(200);
    client.emulator.apio.expireSessions();
    expect((await client.call("GET", groups, { headers: { ...anonymous, Cookie } })).status).toBe(401);
  });

  it("gives a token behind APIO Core", async () => {
    await using client = await startRawClient();
    const login = await client.call("POST", "/apio/api/v01/auth/login", { body: credentials, headers: anonymous });
    const Authorization = `Bearer ${(login.body as { access_token: string }).access_token}`;
    const path = "/apio/api/v01/p1/tenants/acme/groups/";
    expect((await client.call("GET", path, { headers: { Authorization } })).status).toBe(200);
  });

  it.each(["/apio/api/v1/login/", "/apio/api/v01/auth/login"])("%s refuses wrong credentials", async (path) => {
    await using client = await startRawClient();
    const body = { ...credentials, password: "wrong" };
    expect((await client.call("POST", path, { body })).status).toBe(401);
  });
});

it.each([
  ["no session", "GET", groups, { headers: { Authorization: undefined } }, 401],
  ["a session that it never gave", "GET", groups, { headers: { Authorization: "Bearer x" } }, 401],
  ["a list without its last slash", "GET", groups.slice(0, -1), {}, 404],
  ["a create without its last slash", "POST", groups.slice(0, -1), { body: { groupId: "g" } }, 404],
  ["a group without its last slash", "GET", one.slice(0, -1), {}, 404],
  ["a sign-in without its last slash", "POST", "/apio/api/v1/login", { body: {} }, 404],
  ["APIO Core's sign-in elsewhere", "POST", "/apio/api/v1/auth/login", { body: {} }, 404],
  ["another prefix", "GET", "/apio/api/v01/tenants/acme/groups/", {}, 404],
  ["an unknown path", "GET", "/apio/api/v1/tenants/", {}, 404],
  ["another method", "PATCH", one, { body: {} }, 405],
  ["an unknown tenant", "GET", "/apio/api/v1/tenants/nobody/groups/", {}, 404],
  ["an unknown group", "PUT", one, { body: {} }, 404],
  ["an unknown field", "POST", groups, { body: { groupId: "g", colour: "red" } }, 400],
  ["a missing field", "POST", groups, { body: { groupName: "g" } }, 400],
  ["a wrong type", "POST", groups, { body: { groupId: "g", userLimit: "25" } }, 400],
  ["no body", "POST", groups, {}, 400],
  ["another content type", "POST", groups, { body: "{}", headers: { "Content-Type": "text/plain" } }, 415],
  ["another ID in an update", "PUT", one, { body: { groupId: "h" } }, 400],
  ["a body of a delete", "DELETE", one, { body: {} }, 400],
  ["a query of a read", "GET", `${one}?x=1`, {}, 400],
  ["an unknown criterion", "GET", groups, { body: { groupIdEquals: "g" } }, 400],
  ["four sort orders", "GET", groups, { body: { sortOrders: Array(4).fill("sensitiveAscendingGroupId") } }, 400],
  ["an unknown sort order", "GET", groups, { body: { sortOrders: ["sensitiveAscendingUserLimit"] } }, 400],
  ["criteria in the query, where the body has them", "GET", `${groups}?sensitiveGroupIdEquals=g`, {}, 400],
  ["an unknown default domain", "POST", groups, { body: { groupId: "g", defaultDomain: "nowhere" } }, 422],
  ["an unknown template", "POST", groups, { body: { groupId: "g", templateName: "nothing" } }, 422],
] as const)("refuses %s", async (_, method, path, call, status) => {
  await using client = await startRawClient();
  const answer = await client.call(method, path, call);
  expect(answer).toMatchObject({
    status,
    body: { code: `APIO-${status}`, level: "Error", summary: expect.any(String) },
  });
  expect(client.emulator.apio.groups("acme").size).toBe(0);
});

it("refuses an ID that exists, and an update to a default domain that does not", async () => {
  await using client = await startRawClient();
  make(client, "g", { groupName: "Theirs" });
  const created = await client.call("POST", groups, { body: { groupId: "g", groupName: "Ours" } });
  expect(created).toMatchObject({ status: 422, body: { summary: "[Error 4200] Group already exists: g" } });
  const updated = await client.call("PUT", one, { body: { defaultDomain: "nowhere" } });
  expect(updated).toMatchObject({ status: 422, body: { summary: "[Error 4012] Domain not found: nowhere" } });
  expect(client.emulator.apio.groups("acme").get("g")?.groupName).toBe("Theirs");
});

describe("what an installation sets", () => {
  /** Makes the group g of an installation; answers with it as it is kept. */
  async function created(behaviour: Partial<ApioBehaviour>, fields: Record<string, unknown>) {
    await using client = await startRawClient();
    client.emulator.apio.behave(behaviour);
    const answer = await client.call("POST", groups, { body: { groupId: "g", ...fields } });
    return { ...answer, group: client.emulator.apio.groups("acme").get("g") };
  }

  it.each([
    ["nothing", ""],
    ["empty", "{}"],
    ["group", '{"groupId":"g","groupName":null,"userLimit":null,"userCount":0}'],
  ] as const)("a create answers %s", async (createAnswer, text) => {
    expect(await created({ createAnswer }, {})).toMatchObject({ status: 201, text });
  });

  it("default domains are made where the caller or the installation says so", async () => {
    const defaultDomain = "new.example";
    expect((await created({}, { defaultDomain, autoCreateDomain: true })).status).toBe(201);
    expect((await created({ autoCreateDomains: true }, { defaultDomain })).status).toBe(201);
    expect((await created({ autoCreateDomains: true }, { defaultDomain, autoCreateDomain: false })).status).toBe(422);
  });

  it("resellers are the tenant's by default, and made where the installation says so", async () => {
    expect((await created({ tenantResellers: { acme: "theirs" } }, {})).group?.resellerId).toBe("theirs");
    expect((await created({}, { resellerId: "new" })).group?.resellerId).toBe("new");
    expect((await created({ autoCreateResellers: false }, { resellerId: "new" })).status).toBe(422);
  });

  it("templates fill in what is not given", async () => {
    const templates = { small: { userLimit: 5, groupName: "From the template" } };
    const given = { groupName: "Given" };
    expect((await created({ templates }, { ...given, templateName: "small" })).group).toMatchObject({
      ...given,
      userLimit: 5,
    });
    expect((await created({ templates, defaultTemplate: "small" }, given)).group?.userLimit).toBe(5);
    expect((await created({ templates, defaultTemplate: "gone" }, given)).status).toBe(422);
  });

  it("a reseller's user reaches what is the reseller's", async () => {
    await using client = await startRawClient();
    make(client, "g", { resellerId: "theirs" });
    make(client, "h", { resellerId: "ours" });
    client.emulator.apio.behave({ userReseller: "ours" });
    expect(idsOf((await client.call("GET", groups)).body)).toEqual(["g", "h"]);
    client.emulator.apio.behave({ resellerGroup: true });
    expect(idsOf((await client.call("GET", groups)).body)).toEqual(["h"]);
    expect((await client.call("GET", one)).status).toBe(404);
    client.emulator.apio.behave({ resellerTenant: true, tenantResellers: { acme: "theirs" } });
    expect((await client.call("GET", groups)).status).toBe(403);
    client.emulator.apio.behave({ tenantResellers: { acme: "ours" } });
    expect((await client.call("GET", groups)).status).toBe(200);
  });

  it("there is a single read or not, and it shows the ID or not", async () => {
    await using client = await startRawClient();
    make(client, "g");
    client.emulator.apio.behave({ singleReadShowsId: false });
    expect((await client.call("GET", one)).body).toEqual({ groupName: null, userLimit: null, userCount: 0 });
    client.emulator.apio.behave({ singleRead: false });
    expect((await client.call("GET", one)).status).toBe(405);
  });

  it.each([
    [true, undefined],
    [false, "Cli"],
  ])("a PUT clears what it leaves out: %s", async (putReplaces, cliName) => {
    await using client = await startRawClient();
    make(client, "g", { cliName: "Cli" });
    client.emulator.apio.behave({ putReplaces });
    await client.call("PUT", one, { body: { groupName: "Group" } });
    expect(client.emulator.apio.groups("acme").get("g")).toMatchObject({ groupName: "Group" });
    expect(client.emulator.apio.groups("acme").get("g")?.cliName).toBe(cliName);
  });

  it("a new group is missing from some reads", async () => {
    await using client = await startRawClient();
    client.emulator.apio.behave({ hiddenReads: 2 });
    await client.call("POST", groups, { body: { groupId: "g" } });
    expect((await client.call("GET", one)).status).toBe(404);
    expect(idsOf((await client.call("GET", groups)).body)).toEqual([]);
    expect((await client.call("GET", one)).status).toBe(200);
  });

  it("some writes are done in part only: 207", async () => {
    await using client = await startRawClient();
    const contactInformation = { contactName: "Ann" };
    client.emulator.apio.behave({ partialWrites: 1 });
    const fields = { groupName: "Group", contactInformation };
    expect((await client.call("POST", groups, { body: { groupId: "g", ...fields } })).status).toBe(207);
    expect(client.emulator.apio.groups("acme").get("g")).toEqual({
      groupId: "g",
      groupName: "Group",
      userLimit: null,
      userCount: 0,
    });
    expect((await client.call("PUT", one, { body: fields })).status).toBe(200);
    expect(client.emulator.apio.groups("acme").get("g")).toMatchObject({ contactInformation });
  });

  it("behaviour and changes that it does not have are errors", async () => {
    await using client = await startRawClient();
    const { apio } = client.emulator;
    expect(() => apio.behave({ criteria: "header" } as never)).toThrow(/criteria/);
    expect(() => make(client, "g", { groupNam: "n" })).toThrow(/groupNam/);
    expect(() => apio.change({ system: "apio", scope: "acme" })).toThrow(/caller's to choose/);
  });
});
