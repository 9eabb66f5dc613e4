import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import { systems } from "../../../provider/systems/index.ts";
import { conferenceRoom } from "../../../provider/systems/saltstack/conferenceRoom.ts";
import { exchangeContact } from "../../../provider/systems/saltstack/exchangeContact.ts";
import { exchangeTenant } from "../../../provider/systems/saltstack/exchangeTenant.ts";
import { exchangeUser } from "../../../provider/systems/saltstack/exchangeUser.ts";
import { service } from "../../../provider/systems/saltstack/service.ts";
import { functionsOf, livesOf, operation } from "../../support/lives.ts";

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

const change = (scope: string, set: Record<string, unknown>) => emulator.change({ system: "saltstack", scope, set });
const tenant = (domain: string) =>
  change("exchange-tenants", { domain, service_project_link: "1", mailbox_size: 9999 });
const contacts = (tenantId: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    change("exchange-contacts", { tenant: tenantId, name: `c${1000 + index}`, email: `c${index}@example.com` }),
  );

describe("a refresh", () => {
  it("of hundreds costs pages", async () => {
    const ids = contacts(tenant("test.com"), 650);
    const lives = livesOf(exchangeContact, emulator);
    emulator.requests.clear();
    const read = await Promise.all(ids.map((id) => lives.read(id, {}, operation)));
    expect(read.map((state) => state?.id)).toEqual(ids);
    expect(emulator.requests.all.length).toBe(3);
  });

  it.each([
    { ordering: "documented" as const },
    { maximumPageSize: 7 },
    { publicUrl: "https://elsewhere.example.com/api" },
  ])("reads every page where an installation is %j", async (behaviour) => {
    emulator.saltstack.behave(behaviour);
    const ids = contacts(tenant("test.com"), 40);
    const lives = livesOf(exchangeContact, emulator);
    const read = await Promise.all(ids.map((id) => lives.read(id, {}, operation)));
    expect(read.map((state) => state?.id)).toEqual(ids);
  });

  it("reads a list again that changes between its pages, and loses nobody", async () => {
    emulator.saltstack.behave({ ordering: "documented", maximumPageSize: 10 });
    const tenantId = tenant("test.com");
    const ids = contacts(tenantId, 40);
    const lives = livesOf(exchangeContact, emulator);
    emulator.faults.add({ kind: "slow", delay: 150, match: { endpoint: "saltstack.exchange.contacts.list" }, skip: 2 });
    const reading = Promise.all(ids.map((id) => lives.read(id, {}, operation)));
    setTimeout(() => contacts(tenantId, 1), 60);
    expect((await reading).map((state) => state?.id)).toEqual(ids);
  });

  it("by a user that has lost its role is an error, never an empty system", async () => {
    const [id = ""] = contacts(tenant("test.com"), 1);
    emulator.saltstack.behave({ role: false });
    const failed = livesOf(exchangeContact, emulator).read(id, {}, operation);
    await expect(failed).rejects.toThrow(/may have lost its role\. Nothing was concluded/);
  });

  it("takes an object that a list has twice for one", async () => {
    const [id = ""] = contacts(tenant("test.com"), 1);
    const lives = livesOf(exchangeContact, emulator);
    const shown = { uuid: id, url: `http://x/api/exchange-contacts/${id}/`, name: "c1000" };
    emulator.faults.add({
      kind: "status",
      status: 200,
      body: [shown, shown],
      match: { endpoint: "saltstack.exchange.contacts.list" },
    });
    expect((await lives.read(id, {}, operation))?.id).toBe(id);
    expect(emulator.requests.all.length).toBe(1);
  });

  it("ends with an error where pages lead in a circle", async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { Link: '<http://x/api/exchange-contacts/?page=2>; rel="next"' });
      response.end(JSON.stringify([{ uuid: "1" }]));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const failed = livesOf(exchangeContact, emulator, { settings: { url } }).read("1", {}, operation);
    await expect(failed).rejects.toThrow("it changes while it is read");
    server.close();
  });

  it("takes no refusal for an absence", async () => {
    const [id = ""] = contacts(tenant("test.com"), 1);
    emulator.change({ system: "saltstack", scope: "exchange-contacts", id, remove: true });
    const match = { endpoint: "saltstack.exchange.contacts.get" };
    emulator.faults.add({ kind: "status", status: 403, body: { detail: "You may not." }, match });
    await expect(livesOf(exchangeContact, emulator).read(id, {}, operation)).rejects.toThrow("You may not.");
  });

  it("finds out what is gone where objects cannot be read one by one", async () => {
    emulator.saltstack.behave({ impliedReads: false });
    const [id = ""] = contacts(tenant("test.com"), 1);
    const lives = livesOf(exchangeContact, emulator);
    expect((await lives.read(id, {}, operation))?.id).toBe(id);
    emulator.change({ system: "saltstack", scope: "exchange-contacts", id, remove: true });
    expect(await livesOf(exchangeContact, emulator).read(id, {}, operation)).toBeUndefined();
  });
});

it.each([
  { strict: false },
  { symmetricDelegations: false },
  { patchNeedsMailboxSize: false },
  { listsShowAll: false },
])("an installation that is %j: a user and a room live as everywhere", async (behaviour) => {
  emulator.saltstack.behave(behaviour);
  const tenantId = tenant("test.com");
  const common = { tenantId, name: "n", username: "u", mailboxSize: 5, phone: "1" };
  for (const [resource, inputs] of [
    [exchangeUser, { ...common, firstName: "f", lastName: "l", sendAs: [] }],
    [conferenceRoom, { ...common, username: "r", location: "here" }],
  ] as const) {
    const lives = livesOf(resource, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    const news = { ...inputs, phone: "2" };
    const updated = await lives.update(id, properties, news, operation);
    expect((await livesOf(resource, emulator).read(id, updated.properties, operation))?.inputs).toEqual(news);
    await lives.delete(id, updated.properties, operation);
  }
});

it.each([
  [exchangeContact, "exchange-contacts"],
  [exchangeTenant, "exchange-tenants"],
] as const)(
  "a deletion by a user that has lost its role is an error, and drops nothing (%#)",
  async (resource, scope) => {
    const tenantId = tenant("test.com");
    const id = scope === "exchange-tenants" ? tenantId : (contacts(tenantId, 1)[0] ?? "");
    emulator.saltstack.behave({ role: false });
    const lives = livesOf(resource, emulator);
    await expect(lives.delete(id, { tenantId }, operation)).rejects.toThrow("may have lost its role");
    emulator.saltstack.behave({ role: true });
    await livesOf(resource, emulator).delete(id, { tenantId }, operation);
    expect(emulator.saltstack.list(scope).size).toBe(0);
    // Of what is gone by now, whoever sees anything may say so.
    await livesOf(resource, emulator).delete(id, { tenantId }, operation);
  },
);

it("an installation whose administrator makes the services says so, and one that cannot delete them, too", async () => {
  const inputs = { name: "s", customerId: "3b0fc2c0f0ed4f40b26126dc9cbd8f9f" };
  emulator.saltstack.behave({ serviceCreation: "refused" });
  await expect(livesOf(service, emulator).create(inputs, operation)).rejects.toThrow(/Wrong settings/);
  emulator.saltstack.behave({ serviceCreation: "allowed" });
  const { id, properties } = await livesOf(service, emulator).create(inputs, operation);
  emulator.saltstack.behave({ impliedReads: false });
  await expect(livesOf(service, emulator).delete(id, properties, operation)).rejects.toThrow(
    /no call that deletes a service/,
  );
});

it("a token that has ended is said in the system's words, and is no vanished object", async () => {
  const [id = ""] = contacts(tenant("test.com"), 1);
  emulator.saltstack.expireToken();
  const failed = livesOf(exchangeContact, emulator).read(id, {}, operation);
  await expect(failed).rejects.toThrow(/401.*Token has expired/);
});

describe("functions", () => {
  const run = (name: string, args: Record<string, unknown> = {}) =>
    functionsOf(emulator).run(`saltstack:${name}`, args) as Promise<Record<string, Record<string, unknown>[]>>;

  it("look for just what is given, or for a part of it when asked", async () => {
    const tenantId = tenant("test.com");
    for (const name of ["Joe", "Joel", "joe"]) {
      change("exchange-users", { tenant: tenantId, name, username: name });
    }
    const found = async (args: Record<string, unknown>) =>
      (await run("getExchangeUsers", args)).users?.map(({ name }) => name).sort();
    expect(await found({ name: "Joe" })).toEqual(["Joe"]);
    expect(await found({ name: "joe", match: "contains" })).toEqual(["Joe", "Joel", "joe"]);
    expect(await found({ name: "Joe", tenantId: "0".repeat(32) })).toEqual([]);
  });

  it("tell quotas and their use", async () => {
    const tenantId = tenant("test.com");
    change("exchange-users", { tenant: tenantId, mailbox_size: 300 });
    const { quotas } = await run("getExchangeTenant", { domain: "test.com" });
    expect(quotas).toContainEqual({ name: "mailbox_size", limit: 9999, usage: 300 });
    const { links } = await run("getServiceProjectLinks", { serviceName: "My SaltStack" });
    expect(links?.[0]?.quotas).toContainEqual({ name: "exchange_storage", limit: 1_048_576, usage: 10_299 });
  });

  it("all answer, each from its own call, and none tells a password", async () => {
    const tenantId = tenant("test.com");
    const space = change("sharepoint-tenants", { domain: "space.com", service_project_link: "2", storage: 4096 });
    const secret = "not-to-be-told";
    const user = change("exchange-users", { tenant: tenantId, username: "u", password: secret });
    const contact = change("exchange-contacts", { tenant: tenantId, email: "a@b" });
    const group = change("exchange-groups", { tenant: tenantId, manager: user, members: [user] });
    const room = change("exchange-conference-rooms", { tenant: tenantId, username: "r" });
    const member = change("sharepoint-users", { tenant: space, username: "m", password: secret });
    const site = change("sharepoint-site-collections", { user: member, name: "s" });
    const args: Record<string, Record<string, unknown>> = {
      getExchangeTenant: { tenantId },
      getSharepointTenant: { tenantId: space },
      getExchangeUser: { userId: user },
      getExchangeUserDelegates: { userId: user },
      getExchangeUsersFromCsv: { csv: "name,first_name,last_name,username,mailbox_size\nA,A,A,a,1\n" },
      getExchangeContact: { contactId: contact },
      getDistributionGroup: { groupId: group },
      getDistributionGroupMembers: { groupId: group },
      getConferenceRoom: { roomId: room },
      getSharepointUser: { userId: member },
      getSiteCollection: { siteCollectionId: site },
      getSiteCollections: { types: ["regular", "main"] },
    };
    const system = systems.find(({ name }) => name === "saltstack");
    for (const { type } of system?.functions ?? []) {
      const name = type.split(":")[1] ?? "";
      const answer = JSON.stringify(await run(name, args[name]));
      expect(answer, type).not.toBe("{}");
      expect(answer, type).not.toContain(secret);
    }
    await expect(run("getExchangeContact", { contactId: "nobody" })).rejects.toThrow(/there is none/);
  });

  it("tell all members of a group, also where they come in pages", async () => {
    const tenantId = tenant("test.com");
    const members = ["a", "b", "c"].map((username) => change("exchange-users", { tenant: tenantId, username }));
    const group = change("exchange-groups", { tenant: tenantId, manager: members[0], members });
    emulator.saltstack.behave({ pagedMembers: true, defaultPageSize: 2 });
    const { members: told } = await run("getDistributionGroupMembers", { groupId: group });
    expect(told?.map(({ userId }) => userId)).toEqual(members);
  });
});
