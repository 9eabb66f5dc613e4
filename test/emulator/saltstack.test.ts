import { describe, expect, it } from "vitest";
import type { SaltstackBehaviour } from "../../emulator/systems/saltstack/system.ts";
import { type RawClient, startRawClient } from "./rawClient.ts";

const api = "/saltstack/api";
const link = `${api}/saltstack-service-project-link/1/`;
const template = `${api}/sharepoint-templates/04e2a211df964967ad2e57796056bdb9/`;
const newTenant = { name: "TST", service_project_link: link, domain: "test.com", mailbox_size: 300 };
const newSharepoint = {
  name: "Space",
  service_project_link: link,
  domain: "space.example.com",
  storage: 2048,
  site_name: "Main",
  site_description: "Main site",
  template,
};
const newUser = { name: "Joe", username: "joe", first_name: "Joe", last_name: "Doe", mailbox_size: 5 };

async function started(behaviour: Partial<SaltstackBehaviour> = {}): Promise<RawClient> {
  const client = await startRawClient();
  client.emulator.saltstack.behave({ stateDuration: 3_600_000, ...behaviour });
  return client;
}

/** Creates a tenant; answers with its path, as the server reaches it. */
async function created(client: RawClient, kind = "exchange-tenants", body: object = newTenant): Promise<string> {
  const answer = await client.call("POST", `${api}/${kind}/`, { body });
  expect(answer.status).toBe(201);
  return `${api}/${kind}/${(answer.body as { uuid: string }).uuid}/`;
}

/** The states that a tenant goes through until it is gone or has one of `ends`. */
async function statesOf(client: RawClient, path: string, ends: readonly string[]): Promise<string[]> {
  const states: string[] = [];
  for (;;) {
    const { status, body } = await client.call("GET", path);
    const state = status === 404 ? "gone" : (body as { state: string }).state;
    if (states.at(-1) !== state) {
      states.push(state);
    }
    if (ends.includes(state)) {
      return states;
    }
    client.emulator.saltstack.hurry();
  }
}

describe("states of tenants", () => {
  it.each([
    ["exchange-tenants", newTenant, ["Offline", "Deletion Scheduled", "Deleting", "gone"]],
    ["sharepoint-tenants", newSharepoint, ["Deletion Scheduled", "Deleting", "gone"]],
  ] as const)("%s go through those that were seen", async (kind, body, deletion) => {
    await using client = await started();
    const path = await created(client, kind, body);
    expect((await client.call("PUT", path, { body: { name: "n" } })).status).toBe(409);
    expect((await client.call("DELETE", path)).status).toBe(409);
    expect(await statesOf(client, path, ["Online"])).toEqual(["Provisioning Scheduled", "Provisioning", "Online"]);
    expect((await client.call("DELETE", path)).status).toBe(202);
    expect(await statesOf(client, path, ["gone"])).toEqual(deletion);
  });

  it("a provision that fails ends Erred with the backend's words, and is deleted at once", async () => {
    await using client = await started({ failedProvisions: 1, backendError: "no minion" });
    const path = await created(client);
    await statesOf(client, path, ["Erred"]);
    expect((await client.call("GET", path)).body).toMatchObject({ state: "Erred", error_message: "no minion" });
    expect((await client.call("PUT", path, { body: { name: "n" } })).status).toBe(409);
    expect((await client.call("DELETE", path)).status).toBe(204);
    expect((await client.call("GET", path)).status).toBe(404);
  });

  it("a deletion that fails ends Erred; the next one is Erred for a while, and once more, before it is done", async () => {
    await using client = await started({ failedDeletions: 1 });
    const path = await created(client);
    await statesOf(client, path, ["Online"]);
    await client.call("DELETE", path);
    await statesOf(client, path, ["Erred"]);
    expect((await client.call("DELETE", path)).status).toBe(202);
    expect(await statesOf(client, path, ["gone"])).toEqual(["Erred", "Deleting", "Erred", "gone"]);
  });

  it("children wait for their tenant: 409 on Exchange, 400 on SharePoint", async () => {
    await using client = await started();
    const tenant = await created(client);
    const space = await created(client, "sharepoint-tenants", newSharepoint);
    const user = await client.call("POST", `${api}/exchange-users/`, { body: { ...newUser, tenant } });
    expect(user).toMatchObject({ status: 409, body: { detail: expect.stringContaining("stable state") } });
    const other = { name: "Joe", username: "joe", first_name: "J", last_name: "D", email: "j@d", tenant: space };
    expect((await client.call("POST", `${api}/sharepoint-users/`, { body: other })).status).toBe(400);
    expect((await client.call("GET", space)).body).toMatchObject({ admin: null, main_site_collection: null });
  });
});

describe("lists", () => {
  const names = (body: unknown) => (body as { name: string }[]).map(({ name }) => name);
  const fill = (client: RawClient, count: number) => {
    for (let index = 0; index < count; index++) {
      client.emulator.change({ system: "saltstack", scope: "exchange-contacts", set: { name: `c${100 + index}` } });
    }
  };

  it("have 10 a page, 300 at most, with links and a count", async () => {
    await using client = await started();
    fill(client, 305);
    const first = await client.call("GET", `${api}/exchange-contacts/`);
    expect(names(first.body)).toHaveLength(10);
    expect(first.headers["x-result-count"]).toBe("305");
    expect(String(first.headers.link)).toMatch(/page=1>; rel="first", .*page=2>; rel="next", .*page=31>; rel="last"/);
    expect(names((await client.call("GET", `${api}/exchange-contacts/?page_size=1000`)).body)).toHaveLength(300);
    expect((await client.call("GET", `${api}/exchange-contacts/?page=32`)).status).toBe(404);
    const ordered = await client.call("GET", `${api}/exchange-contacts/?o=name&page=2`);
    expect(names(ordered.body)[0]).toBe("c110");
  });

  it("have no order unless one is asked for: what is written reshuffles them", async () => {
    await using client = await started();
    fill(client, 40);
    const page = async () => names((await client.call("GET", `${api}/exchange-contacts/`)).body);
    const before = await page();
    expect(await page()).toEqual(before);
    fill(client, 1);
    expect(await page()).not.toEqual(before);
  });

  it("filter by parts of texts, and refuse what nobody documents when they are strict", async () => {
    await using client = await started();
    fill(client, 20);
    const found = await client.call("GET", `${api}/exchange-contacts/?name=C10&o=name`);
    expect(names(found.body)).toEqual(Array.from({ length: 10 }, (_, index) => `c10${index}`));
    expect((await client.call("GET", `${api}/exchange-contacts/?colour=red`)).status).toBe(400);
    expect(names((await client.call("GET", `${api}/exchange-contacts/?tenant_uuid=x`)).body)).toEqual([]);
    client.emulator.saltstack.behave({ strict: false });
    expect(names((await client.call("GET", `${api}/exchange-contacts/?colour=red`)).body)).toHaveLength(10);
  });

  it("are empty for a user without a role, and nothing can be linked to", async () => {
    await using client = await started({ role: false });
    expect((await client.call("GET", `${api}/saltstack/`)).body).toEqual([]);
    expect(await client.call("POST", `${api}/exchange-tenants/`, { body: newTenant })).toMatchObject({
      status: 400,
      body: { service_project_link: ["Invalid hyperlink - Object does not exist."] },
    });
  });
});

it.each([
  ["no token", {}, "Authentication credentials were not provided."],
  ["a wrong one", { Authorization: "Token x" }, "Invalid token."],
])("refuses %s", async (_, headers, detail) => {
  await using client = await started();
  const answer = await client.call("GET", `${api}/saltstack/`, { headers: { Authorization: undefined, ...headers } });
  expect(answer).toMatchObject({ status: 401, body: { detail } });
});

it("refuses a token that has ended", async () => {
  await using client = await started();
  client.emulator.saltstack.expireToken();
  const answer = await client.call("GET", `${api}/saltstack/`);
  expect(answer).toMatchObject({ status: 401, body: { detail: "Token has expired." } });
});

it("redirects a path without its last slash, POST too, and has pages for unknown routes", async () => {
  await using client = await started();
  const answer = await client.call("POST", `${api}/exchange-users?x=1`, { body: newUser });
  expect(answer).toMatchObject({ status: 301, headers: { location: `${api}/exchange-users/?x=1` } });
  const unknown = await client.call("GET", `${api}/nothing/`);
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain("<h1>Not Found</h1>");
});

it("refuses wrong fields by name, and unknown ones when it is strict", async () => {
  await using client = await started();
  const post = async (body: object) => (await client.call("POST", `${api}/exchange-tenants/`, { body })).body;
  expect(await post({ ...newTenant, description: null, mailbox_size: 0, name: "" })).toEqual({
    name: ["This field may not be blank."],
    description: ["This field may not be null."],
    mailbox_size: ["Ensure this value is greater than or equal to 1."],
  });
  expect(await post({ name: "n", service_project_link: link })).toEqual({
    domain: ["This field is required."],
    mailbox_size: ["This field is required."],
  });
  expect(await post({ ...newTenant, colour: "red" })).toEqual({ colour: ["This field is not known."] });
  expect(await post({ ...newTenant, service_project_link: "1" })).toEqual({
    service_project_link: ["Invalid hyperlink - No URL match."],
  });
  client.emulator.saltstack.behave({ strict: false });
  expect(await post({ ...newTenant, colour: "red" })).toMatchObject({ name: "TST" });
});

it("a taken domain stands under name, and two creates at once can both have it", async () => {
  await using client = await started();
  const path = await created(client);
  await created(client);
  await statesOf(client, path, ["Online"]);
  expect(await client.call("POST", `${api}/exchange-tenants/`, { body: newTenant })).toMatchObject({
    status: 400,
    body: { name: [expect.stringContaining("already taken")] },
  });
});

it("quotas of links and tenants hold", async () => {
  await using client = await started({ exchangeStorage: 500 });
  expect(
    (await client.call("POST", `${api}/exchange-tenants/`, { body: { ...newTenant, mailbox_size: 501 } })).body,
  ).toEqual({
    mailbox_size: ["Service project link quota exceeded: Total size should be lower than 500 MB"],
  });
  const tenant = await created(client);
  await statesOf(client, tenant, ["Online"]);
  const big = await client.call("POST", `${api}/exchange-users/`, { body: { ...newUser, tenant, mailbox_size: 301 } });
  expect(big).toMatchObject({ status: 400, body: { non_field_errors: [expect.stringContaining("quota")] } });
  await client.call("POST", `${api}/exchange-users/`, { body: { ...newUser, tenant, mailbox_size: 200 } });
  const lowered = await client.call("POST", `${tenant}change_quotas/`, { body: { mailbox_size: 100 } });
  expect(lowered).toMatchObject({ status: 400 });
  expect((await client.call("POST", `${tenant}change_quotas/`, { body: { mailbox_size: 301 } })).status).toBe(400);
});

describe("what was seen of users and groups", () => {
  /** A tenant that is there already, with users of the given names. */
  const staffed = (client: RawClient, ...names: string[]) => {
    const { emulator } = client;
    const tenant = emulator.change({ system: "saltstack", scope: "exchange-tenants", set: { domain: "test.com" } });
    const users = names.map((name) =>
      emulator.change({
        system: "saltstack",
        scope: "exchange-users",
        set: { ...newUser, tenant, name, username: name },
      }),
    );
    return {
      tenant,
      path: `${api}/exchange-tenants/${tenant}/`,
      users,
      paths: users.map((id) => `${api}/exchange-users/${id}/`),
    };
  };
  const users = (client: RawClient) => client.emulator.saltstack.list("exchange-users");

  it("passwords are generated, shown, and made anew", async () => {
    await using client = await started();
    const { path } = staffed(client);
    const { body } = await client.call("POST", `${api}/exchange-users/`, { body: { ...newUser, tenant: path } });
    const { password, uuid } = body as { password: string; uuid: string };
    expect(password).not.toBe("");
    const answer = await client.call("POST", `${api}/exchange-users/${uuid}/password/`);
    expect((answer.body as { password: string }).password).not.toBe(password);
  });

  it("a PATCH without mailbox_size crashes, and so does a name beyond ASCII", async () => {
    await using client = await started();
    const { path, paths } = staffed(client, "a");
    const answer = await client.call("PATCH", paths[0] ?? "", { body: { office: "x" } });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("<h1>Server Error (500)</h1>");
    const body = { ...newUser, tenant: path, username: "jörg" };
    expect((await client.call("POST", `${api}/exchange-users/`, { body })).status).toBe(500);
  });

  it("send as holds in both directions", async () => {
    await using client = await started();
    const { users: ids, paths } = staffed(client, "a", "b", "c");
    const members = [paths[1], paths[2]];
    await client.call("PATCH", paths[0] ?? "", { body: { send_as_members: members, mailbox_size: 5 } });
    expect(users(client).get(ids[1] ?? "")?.fields.send_as_members).toEqual([ids[0]]);
    await client.call("POST", `${paths[1]}sendas/`, { body: { members: [] } });
    expect(users(client).get(ids[0] ?? "")?.fields.send_as_members).toEqual([ids[2]]);
  });

  it("a blank text is stored and never sent on, and so are senders outside at a create", async () => {
    await using client = await started();
    const { users: ids, paths, path } = staffed(client, "a");
    await client.call("PATCH", paths[0] ?? "", { body: { office: "1", mailbox_size: 5 } });
    await client.call("PATCH", paths[0] ?? "", { body: { office: "", mailbox_size: 5 } });
    expect(users(client).get(ids[0] ?? "")?.fields.office).toBe("");
    expect(client.emulator.saltstack.backendOf(ids[0] ?? "")?.office).toBe("1");
    const body = { tenant: path, manager: paths[0], name: "G", username: "g", senders_out: true };
    const group = await client.call("POST", `${api}/exchange-groups/`, { body });
    const { uuid } = group.body as { uuid: string };
    expect(group.body).toMatchObject({ senders_out: true });
    expect(client.emulator.saltstack.backendOf(uuid)?.senders_out).toBe(false);
    await client.call("PATCH", `${api}/exchange-groups/${uuid}/`, { body: { senders_out: true } });
    expect(client.emulator.saltstack.backendOf(uuid)?.senders_out).toBe(true);
  });

  it.each(["cascade", "refuse"] as const)("a manager's deletion: %s", async (managed) => {
    await using client = await started({ managed });
    const { users: ids, paths, tenant } = staffed(client, "a", "b");
    client.emulator.change({
      system: "saltstack",
      scope: "exchange-users",
      id: ids[1] ?? "",
      set: { manager: ids[0] },
    });
    client.emulator.change({ system: "saltstack", scope: "exchange-groups", set: { tenant, manager: ids[0] } });
    expect((await client.call("DELETE", paths[0] ?? "")).status).toBe(managed === "cascade" ? 204 : 409);
    expect(users(client).size).toBe(managed === "cascade" ? 0 : 2);
    expect(client.emulator.saltstack.list("exchange-groups").size).toBe(managed === "cascade" ? 0 : 1);
  });

  it("many are made in the background, or each row is told what is wrong with it", async () => {
    await using client = await started();
    const { path } = staffed(client, "taken");
    const head = "name,first_name,last_name,username,mailbox_size\n";
    const wrong = await client.call("POST", `${path}users/`, { body: { csv: `${head}A,A,A,taken,1\nB,B,B,b,1\n` } });
    expect(wrong).toMatchObject({ status: 400, body: [{ username: ["This username is already taken."] }, {}] });
    const csv = `${head}A,A,A,a,1\nB,B,B,b,1\n`;
    expect((await client.call("POST", `${path}users/`, { body: { csv } })).body).toEqual({
      status: "2 users scheduled for creation",
    });
    expect(users(client).size).toBe(1);
    client.emulator.saltstack.hurry();
    client.emulator.saltstack.hurry();
    expect(users(client).size).toBe(3);
  });

  it("what has vanished from the backend still reads, and cannot be written", async () => {
    await using client = await started();
    const { users: ids, paths } = staffed(client, "a");
    client.emulator.saltstack.vanish(ids[0] ?? "");
    expect((await client.call("GET", paths[0] ?? "")).status).toBe(200);
    expect((await client.call("DELETE", paths[0] ?? "")).status).toBe(500);
  });

  it("delivery members read back as whole objects, and a wrong one is a bare list", async () => {
    await using client = await started();
    const { users: ids, paths, tenant } = staffed(client, "a");
    const group = client.emulator.change({
      system: "saltstack",
      scope: "exchange-groups",
      set: { tenant, manager: ids[0] },
    });
    const path = `${api}/exchange-groups/${group}/delivery_members/`;
    expect((await client.call("POST", path, { body: { members: [paths[0]] } })).body).toMatchObject([
      { username: "a" },
    ]);
    expect(await client.call("POST", path, { body: { members: ["nobody"] } })).toMatchObject({
      status: 400,
      body: ["Invalid hyperlink - Incorrect URL match."],
    });
  });
});

it("a SharePoint tenant comes with an admin and sites, which cannot be deleted; a personal site is not there at first", async () => {
  await using client = await started();
  const path = await created(client, "sharepoint-tenants", newSharepoint);
  await statesOf(client, path, ["Online"]);
  const { admin, main_site_collection: main } = (await client.call("GET", path)).body as {
    admin: { username: string; password: string; uuid: string; personal_site_collection: { uuid: string } };
    main_site_collection: { uuid: string; name: string; type: string };
  };
  expect(admin.username).toBe("admin");
  expect(main).toMatchObject({ name: "Main", type: "main" });
  expect((await client.call("DELETE", `${api}/sharepoint-site-collections/${main.uuid}/`)).status).toBe(403);
  const personal = `${api}/sharepoint-site-collections/${admin.personal_site_collection.uuid}/`;
  expect((await client.call("POST", `${personal}change_quotas/`, { body: { storage: 9 } })).status).toBe(409);
  const renamed = await client.call("PATCH", `${api}/sharepoint-users/${admin.uuid}/`, { body: { name: "Root" } });
  expect(renamed.status).toBe(400);
  expect((await client.call("PUT", personal, { body: {} })).status).toBe(405);
});
