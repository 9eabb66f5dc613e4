import { describe, expect, it } from "vitest";
import { startRawClient } from "./rawClient.ts";

const groups = "/barium/api/v1.1/domains/1/groups";
const statusesOf = (body: unknown) => (body as { groups: { id: unknown; key?: string; status: string }[] }).groups;
const dataOf = (body: unknown) => (body as { Data: { id: unknown; key: string; parentId: unknown }[] }).Data;

/** Signs in; by default with the right credentials. */
async function signIn(client: Awaited<ReturnType<typeof startRawClient>>, form: Readonly<Record<string, string>> = {}) {
  const { apiKey, username, password } = client.emulator.barium.credentials;
  const fields = { APIKey: apiKey, Username: username, Password: password, format: "json", ...form };
  const { body } = await client.call("POST", "/barium/api/v1.1/Authenticate", {
    body: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", Ticket: undefined },
  });
  return body as { success: boolean; Ticket: string | null };
}

describe("the document's own samples", () => {
  it("create, update, list and delete groups", async () => {
    await using client = await startRawClient();
    const { emulator, call } = client;
    emulator.change({ system: "barium", scope: "1", id: "1115991", set: { key: "root" } });
    const created = await call("POST", groups, {
      body: {
        groups: [
          {
            key: "G_1234",
            name: "My Group",
            origin: "11111111-1111-1111-1111-111111111111",
            originkey: "Group_1234",
            parentid: 1115991,
          },
        ],
      },
    });
    const id = statusesOf(created.body)[0]?.id;
    expect(created).toMatchObject({
      status: 200,
      body: { added: 1, updated: 0, errors: 0, groups: [{ id: expect.any(Number), key: "G_1234", status: "added" }] },
    });
    const update = { groups: [{ id: String(id), name: "Renamed", parentid: 1115991 }] };
    expect((await call("POST", groups, { body: update })).body).toEqual({
      added: 0,
      updated: 1,
      errors: 0,
      groups: [{ id, key: "G_1234", status: "updated" }],
    });
    expect((await call("GET", `${groups}?Skip=1&Take=1`)).body).toEqual({
      TotalCount: 2,
      Data: [
        {
          id,
          securityId: expect.any(String),
          key: "G_1234",
          name: "Renamed",
          parentId: 1115991,
          origin: "11111111-1111-1111-1111-111111111111",
          originkey: "Group_1234",
        },
      ],
    });
    expect((await call("DELETE", groups, { body: { groups: [{ id: String(id) }] } })).body).toEqual({
      deleted: 1,
      errors: 0,
      groups: [{ id, name: "Renamed", status: "deleted" }],
    });
    expect([...emulator.barium.groups("1").keys()]).toEqual([1115991]);
  });

  it.each(["/barium/api/v1.1", "/barium/API/v1.0", "/barium/an/installation/api/v1.1"])("below %s", async (base) => {
    await using client = await startRawClient();
    expect(await client.call("GET", `${base}/domains/1/groups`)).toMatchObject({
      status: 200,
      body: { TotalCount: 0 },
    });
  });

  it("takes parentid and parentId, and IDs as numbers and as text", async () => {
    await using client = await startRawClient();
    const id = Number(client.emulator.change({ system: "barium", scope: "1" }));
    const items = [
      { key: "a", name: "A", parentid: id },
      { key: "b", name: "B", parentId: String(id) },
    ];
    await client.call("POST", groups, { body: { groups: items } });
    const { body } = await client.call("GET", groups);
    expect(dataOf(body).map(({ parentId }) => parentId)).toEqual([null, id, id]);
  });
});

it.each([
  ["no ticket", "GET", groups, { headers: { Ticket: undefined } }, 401],
  ["a ticket that it never gave", "GET", groups, { headers: { Ticket: "emulator-ticket-99" } }, 401],
  ["an unknown field", "POST", groups, { body: { groups: [{ key: "k", name: "n", colour: "red" }] } }, 400],
  ["an unknown field beside the groups", "POST", groups, { body: { groups: [{ key: "k", name: "n" }], all: 1 } }, 400],
  ["a missing field", "POST", groups, { body: { groups: [{ key: "k" }] } }, 400],
  ["a wrong type", "POST", groups, { body: { groups: [{ key: "k", name: 1 }] } }, 400],
  ["no groups", "POST", groups, { body: { groups: [] } }, 400],
  ["no body", "POST", groups, {}, 400],
  ["a body that is no JSON", "POST", groups, { body: "groups" }, 400],
  ["a property that no update takes", "POST", groups, { body: { groups: [{ id: 1, origin: "o" }] } }, 400],
  ["updates and creates in one call", "POST", groups, { body: { groups: [{ id: 1 }, { key: "k", name: "n" }] } }, 400],
  ["more than the ID in a delete", "DELETE", groups, { body: { groups: [{ id: 1, name: "n" }] } }, 400],
  ["a body of a GET", "GET", groups, { body: {} }, 400],
  ["an unknown query", "GET", `${groups}?Filter=x`, {}, 400],
  ["a query with a wrong type", "GET", `${groups}?Take=all`, {}, 400],
  ["another content type", "POST", groups, { body: "{}", headers: { "Content-Type": "text/plain" } }, 415],
  ["no content type", "POST", groups, { body: "{}", headers: { "Content-Type": undefined } }, 415],
  ["an unknown path", "GET", "/barium/api/v1.1/users", {}, 404],
  ["a path without its base", "GET", "/barium/domains/1/groups", {}, 404],
  ["a slash at the end", "GET", `${groups}/`, {}, 404],
  ["an unknown domain", "GET", "/barium/api/v1.1/domains/404/groups", {}, 404],
  ["another method", "PATCH", groups, { body: {} }, 405],
  ["a sign-in as JSON", "POST", "/barium/api/v1.1/Authenticate", { body: {} }, 415],
  [
    "a sign-in without its format",
    "POST",
    "/barium/api/v1.1/Authenticate",
    form("APIKey=a&Username=u&Password=p"),
    400,
  ],
  ["a value of a sign-in twice", "POST", "/barium/api/v1.1/Authenticate", form("format=json&format=json"), 400],
] as const)("refuses %s", async (_, method, path, call, status) => {
  await using client = await startRawClient();
  const answer = await client.call(method, path, call);
  expect(answer).toMatchObject({ status, body: { success: false, message: expect.any(String) } });
  expect(client.emulator.barium.groups("1").size).toBe(0);
});

function form(body: string) {
  return { body, headers: { "Content-Type": "application/x-www-form-urlencoded" } };
}

describe("each item of a call of many fares by itself", () => {
  it("where its parent does not exist, and where it does not exist itself", async () => {
    await using client = await startRawClient();
    const items = [
      { key: "a", name: "A" },
      { key: "b", name: "B", parentid: 404 },
    ];
    const created = await client.call("POST", groups, { body: { groups: items } });
    expect(created.body).toMatchObject({
      added: 1,
      errors: 1,
      groups: [
        { key: "a", status: "added" },
        { id: null, key: "b", status: "Parent group 404 not found" },
      ],
    });
    const id = statusesOf(created.body)[0]?.id;
    const changes = [
      { id: 404, name: "x" },
      { id, parentid: 404 },
      { id, parentid: id },
    ];
    expect((await client.call("POST", groups, { body: { groups: changes } })).body).toMatchObject({
      updated: 0,
      errors: 3,
      groups: [
        { id: 404, status: "Group 404 not found" },
        { id, status: "Parent group 404 not found" },
        { id, status: "A group cannot be its own ancestor" },
      ],
    });
    expect((await client.call("DELETE", groups, { body: { groups: [{ id: 404 }, { id }] } })).body).toMatchObject({
      deleted: 1,
      errors: 1,
      groups: [{ id: 404, status: "Group 404 not found" }, { status: "deleted" }],
    });
  });
});

describe("what the document leaves open", () => {
  it.each([
    ["update", { updated: 1, errors: 0 }, ["New"]],
    ["refuse", { added: 0, errors: 1 }, ["Old"]],
    ["duplicate", { added: 1, errors: 0 }, ["Old", "New"]],
  ] as const)("a key that exists: %s", async (existingKey, counts, names) => {
    await using client = await startRawClient();
    client.emulator.barium.behave({ existingKey });
    client.emulator.change({ system: "barium", scope: "1", set: { key: "k", name: "Old" } });
    const { body } = await client.call("POST", groups, { body: { groups: [{ key: "k", name: "New" }] } });
    expect(body).toMatchObject(counts);
    expect([...client.emulator.barium.groups("1").values()].map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["refuse", { deleted: 0, errors: 1 }, ["top", "middle", "leaf"]],
    ["cascade", { deleted: 1, errors: 0 }, []],
    ["orphan", { deleted: 1, errors: 0 }, ["middle", "leaf"]],
  ] as const)("the children of a deleted group: %s", async (children, counts, left) => {
    await using client = await startRawClient();
    const { emulator } = client;
    emulator.barium.behave({ children });
    const ids: number[] = [];
    for (const key of ["top", "middle", "leaf"]) {
      const set = { key, parentId: ids.at(-1) ?? null };
      ids.push(Number(emulator.change({ system: "barium", scope: "1", set })));
    }
    const { body } = await client.call("DELETE", groups, { body: { groups: [{ id: ids[0] }] } });
    expect(body).toMatchObject(counts);
    expect([...emulator.barium.groups("1").values()].map(({ key }) => key)).toEqual(left);
    if (children === "orphan") {
      expect(emulator.barium.groups("1").get(ids[1] ?? 0)?.parentId).toBeNull();
    }
  });

  it("pages: their most, and what they have by default", async () => {
    await using client = await startRawClient();
    for (const key of ["a", "b", "c", "d"]) {
      client.emulator.change({ system: "barium", scope: "1", set: { key } });
    }
    client.emulator.barium.behave({ pageSize: 3, defaultTake: 2 });
    const keys = async (query: string) => {
      const { body } = await client.call("GET", groups + query);
      expect(body).toMatchObject({ TotalCount: 4 });
      return dataOf(body).map(({ key }) => key);
    };
    expect(await keys("")).toEqual(["a", "b"]);
    expect(await keys("?Take=100")).toEqual(["a", "b", "c"]);
    expect(await keys("?Skip=3&Take=100")).toEqual(["d"]);
    expect(await keys("?Skip=9")).toEqual([]);
  });

  it("IDs as text, statuses in another order and in other words", async () => {
    await using client = await startRawClient();
    const parentId = Number(client.emulator.change({ system: "barium", scope: "1" }));
    client.emulator.barium.behave({
      textIds: true,
      shuffled: true,
      words: { added: "OK", updated: "changed", deleted: "gone" },
    });
    const items = ["a", "b"].map((key) => ({ key, name: key, parentid: parentId }));
    const { body } = await client.call("POST", groups, { body: { groups: items } });
    expect(statusesOf(body)).toEqual([
      { id: expect.any(String), key: "b", status: "OK" },
      { id: expect.any(String), key: "a", status: "OK" },
    ]);
    expect(dataOf((await client.call("GET", groups)).body).map((group) => group.parentId)).toEqual([
      null,
      String(parentId),
      String(parentId),
    ]);
  });

  it("a new group is missing from some lists", async () => {
    await using client = await startRawClient();
    client.emulator.barium.behave({ hiddenLists: 2 });
    await client.call("POST", groups, { body: { groups: [{ key: "k", name: "n" }] } });
    const counts = [];
    for (let list = 0; list < 4; list++) {
      counts.push(((await client.call("GET", groups)).body as { TotalCount: number }).TotalCount);
    }
    expect(counts).toEqual([0, 0, 1, 1]);
  });

  it("a sign-in is repeated for a while, though its ticket has ended", async () => {
    await using client = await startRawClient();
    expect((await signIn(client)).Ticket).not.toBe((await signIn(client)).Ticket);
    client.emulator.barium.behave({ authenticationCache: 600_000 });
    const { Ticket } = await signIn(client);
    client.emulator.barium.expireSessions();
    expect(await signIn(client)).toEqual({ success: true, Ticket });
    expect((await client.call("GET", groups, { headers: { Ticket: String(Ticket) } })).status).toBe(401);
    client.emulator.barium.behave({ authenticationCache: 0 });
    const renewed = await signIn(client);
    expect((await client.call("GET", groups, { headers: { Ticket: String(renewed.Ticket) } })).status).toBe(200);
  });

  it.each([{ APIKey: "other" }, { Username: "other" }, { Password: "other" }])(
    "wrong credentials: %j",
    async (wrong) => {
      await using client = await startRawClient();
      expect(await signIn(client, wrong)).toEqual({ success: false, Ticket: null });
    },
  );

  it("behaviour and changes that it does not have are errors", async () => {
    await using client = await startRawClient();
    const { barium } = client.emulator;
    expect(() => barium.behave({ colour: "red" } as never)).toThrow(/colour/);
    expect(() => barium.behave({ children: "eat" } as never)).toThrow(/children/);
    expect(() => barium.change({ system: "barium", scope: "1", set: { nam: "n" } })).toThrow(/nam/);
    expect(barium.groups("1").size).toBe(0);
  });
});

it("finds its way in a domain of 10,000 groups", async () => {
  await using client = await startRawClient();
  const items = Array.from({ length: 10_000 }, (_, index) => ({ key: `key-${index}`, name: `Name ${index}` }));
  const { body } = await client.call("POST", groups, { body: { groups: items } });
  expect(body).toMatchObject({ added: 10_000, errors: 0 });
  const again = await client.call("POST", groups, { body: { groups: items.slice(9000) } });
  expect(again.body).toMatchObject({ added: 0, updated: 1000 });
  const last = dataOf((await client.call("GET", `${groups}?Skip=9000&Take=1000`)).body);
  expect(last.map(({ key }) => key)).toEqual(items.slice(9000).map(({ key }) => key));
  const ids = statusesOf(body).map(({ id }) => ({ id }));
  expect((await client.call("DELETE", groups, { body: { groups: ids } })).body).toMatchObject({ deleted: 10_000 });
});
