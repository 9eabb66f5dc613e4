import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RemoteEmulator } from "../../emulator/control.ts";
import type { FaultOptions } from "../../emulator/faults.ts";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import endpoints from "../fixtures/endpoints.json" with { type: "json" };

let emulator: Emulator;
let ticket: string;
let session: string;

beforeEach(async () => {
  emulator = await startEmulator();
  const { apiKey, username, password } = emulator.barium.credentials;
  const form = new URLSearchParams({ APIKey: apiKey, Username: username, Password: password, format: "json" });
  const signIn = await fetch(`${emulator.url}/barium/api/v1.1/Authenticate`, { method: "POST", body: form });
  ticket = ((await signIn.json()) as { Ticket: string }).Ticket;
  session = emulator.apio.machineToken();
});

afterEach(() => emulator.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(emulator.url + path, {
    method,
    headers: {
      Ticket: ticket,
      Authorization: `Bearer ${session}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const groups = "/barium/api/v1.1/domains/1/groups";
const tenantGroups = "/apio/api/v1/tenants/acme/groups/";

it("serves every documented call of its systems", () => {
  const served = [emulator.barium, emulator.apio].flatMap((system) => system.endpoints.map(({ id }) => id));
  const documented = endpoints.filter(({ system }) => system === "barium" || system === "apio").map(({ id }) => id);
  expect(documented.filter((id) => !served.includes(id))).toEqual([]);
});

describe("barium", () => {
  it("takes the document's own samples", async () => {
    const parent = Number(emulator.change({ system: "barium", scope: "1", id: "1115991" }));
    const sample = {
      key: "G_1234",
      name: "My Group",
      origin: "11111111-1111-1111-1111-111111111111",
      originkey: "Group_1234",
      parentid: parent,
    };
    const created = await call("POST", groups, { groups: [sample] });
    expect(created.body).toMatchObject({
      added: 1,
      updated: 0,
      errors: 0,
      groups: [{ key: "G_1234", status: "added" }],
    });
    const [{ id }] = (created.body as { groups: [{ id: number }] }).groups;
    const updated = await call("POST", groups, { groups: [{ id: String(id), name: "Renamed", parentid: parent }] });
    expect(updated.body).toMatchObject({ added: 0, updated: 1, errors: 0, groups: [{ id, key: "G_1234" }] });
    const listed = await call("GET", `${groups}?Skip=1&Take=1`);
    expect(listed.body).toMatchObject({ TotalCount: 2, Data: [{ id, name: "Renamed", originkey: "Group_1234" }] });
    const deleted = await call("DELETE", groups, { groups: [{ id: String(id) }] });
    expect(deleted.body).toMatchObject({ deleted: 1, errors: 0, groups: [{ id, name: "Renamed", status: "deleted" }] });
  });

  it.each([
    ["no ticket", () => call("GET", groups, undefined, { Ticket: "" }), 401],
    ["an unknown field", () => call("POST", groups, { groups: [{ key: "k", name: "n", colour: "red" }] }), 400],
    ["a missing field", () => call("POST", groups, { groups: [{ key: "k" }] }), 400],
    ["a property that no update takes", () => call("POST", groups, { groups: [{ id: 1, key: "k" }] }), 400],
    ["an unknown query", () => call("GET", `${groups}?Filter=x`), 400],
    ["another content type", () => call("POST", groups, {}, { "Content-Type": "text/plain" }), 415],
    ["an unknown path", () => call("GET", "/barium/api/v1.1/users"), 404],
    ["an unknown domain", () => call("GET", "/barium/api/v1.1/domains/404/groups"), 404],
  ])("refuses %s", async (_, run, status) => {
    expect(await run()).toMatchObject({ status, body: { success: false } });
  });

  it("tells each item how it fared", async () => {
    const answer = await call("POST", groups, {
      groups: [
        { key: "a", name: "A" },
        { key: "b", name: "B", parentid: 404 },
      ],
    });
    expect(answer.body).toMatchObject({
      added: 1,
      errors: 1,
      groups: [{ status: "added" }, { key: "b", status: /* the system's words */ "Parent group 404 not found" }],
    });
  });
});

describe("apio", () => {
  it("takes the document's own samples", async () => {
    const created = await call("POST", tenantGroups, {
      groupId: "foogroup_new",
      groupName: "Foo Group New",
      userLimit: 25,
    });
    expect(created.status).toBe(201);
    expect((await call("GET", `${tenantGroups}foogroup_new/`)).body).toMatchObject({
      groupName: "Foo Group New",
      userCount: 0,
    });
    expect((await call("PUT", `${tenantGroups}foogroup_new/`, { groupName: "Foo" })).status).toBe(200);
    expect((await call("GET", tenantGroups)).body).toEqual({
      groups: [{ groupId: "foogroup_new", groupName: "Foo", userLimit: null }],
    });
    expect((await call("DELETE", `${tenantGroups}foogroup_new/`)).status).toBe(200);
  });

  it.each([
    ["a path without its last slash", () => call("GET", tenantGroups.slice(0, -1)), 404],
    ["no session", () => call("GET", tenantGroups, undefined, { Authorization: "" }), 401],
    ["an unknown field", () => call("POST", tenantGroups, { groupId: "g", colour: "red" }), 400],
    ["a domain that does not exist", () => call("POST", tenantGroups, { groupId: "g", defaultDomain: "nowhere" }), 422],
    ["an unknown tenant", () => call("GET", "/apio/api/v1/tenants/nobody/groups/"), 404],
  ])("refuses %s", async (_, run, status) => {
    expect(await run()).toMatchObject({ status, body: { code: `APIO-${status}`, level: "Error" } });
  });

  it("answers behind APIO Core, too", async () => {
    const login = await call("POST", "/apio/api/v01/auth/login", emulator.apio.credentials, { Authorization: "" });
    const { access_token: token } = login.body as { access_token: string };
    const listed = await call("GET", "/apio/api/v01/p1/tenants/acme/groups/", undefined, {
      Authorization: `Bearer ${token}`,
    });
    expect(listed.status).toBe(200);
  });
});

describe("faults", () => {
  const ask = async (fault: FaultOptions) => {
    emulator.faults.add(fault);
    return call("POST", groups, { groups: [{ key: "k", name: "n" }] }).catch((error: unknown) => ({
      status: 0,
      body: error,
      headers: new Headers(),
    }));
  };
  const size = () => emulator.barium.groups("1").size;

  it.each([
    [{ kind: "status", status: 503, retryAfter: 7 }, 503, 0],
    [{ kind: "status", status: 500, applied: true }, 500, 1],
    [{ kind: "drop" }, 0, 0],
    [{ kind: "drop", applied: true }, 0, 1],
    [{ kind: "truncated", applied: true }, 0, 1],
    [{ kind: "cut", applied: true }, 200, 1],
    [{ kind: "html", applied: true }, 200, 1],
    [{ kind: "empty", applied: true }, 200, 1],
    [{ kind: "slow", delay: 10 }, 200, 1],
    [{ kind: "expired" }, 401, 0],
  ] as const)("%j", async (fault, status, made) => {
    const answer = await ask(fault);
    expect(answer.status).toBe(status);
    expect(size()).toBe(made);
    if ("retryAfter" in fault) {
      expect(answer.headers.get("retry-after")).toBe("7");
    }
  });

  it("hit the next matching requests, after those that are passed over", async () => {
    emulator.faults.add({ kind: "status", status: 500, skip: 1, times: 2, match: { endpoint: "barium.groups.list" } });
    const statuses = [];
    for (let index = 0; index < 4; index++) {
      statuses.push((await call("GET", groups)).status);
    }
    expect(statuses).toEqual([200, 500, 500, 200]);
  });
});

it("is steered from other processes over HTTP", async () => {
  const remote = new RemoteEmulator(emulator.url);
  const [id = ""] = await remote.change([{ system: "barium", scope: "1", set: { name: "Made elsewhere" } }]);
  expect((await remote.objects()).barium?.["1"]?.[id]).toMatchObject({ name: "Made elsewhere" });
  await remote.addFault({ kind: "status", status: 502, match: { endpoint: "barium.groups.list" } });
  expect((await call("GET", groups)).status).toBe(502);
  await remote.behave("barium", { textIds: true });
  expect((await call("GET", groups)).body).toMatchObject({ Data: [{ id }] });
  const requests = await remote.requests();
  expect(requests.map(({ status }) => status)).toEqual([200, 502, 200]);
  expect(JSON.stringify(requests)).not.toContain(emulator.barium.credentials.password);
});
