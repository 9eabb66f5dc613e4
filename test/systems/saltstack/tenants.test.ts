import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { Kind } from "../../../emulator/systems/saltstack/entity.ts";
import type { PartialFailure } from "../../../provider/resource/errors.ts";
import { exchangeTenant } from "../../../provider/systems/saltstack/exchangeTenant.ts";
import { exchangeUser } from "../../../provider/systems/saltstack/exchangeUser.ts";
import { sharepointTenant } from "../../../provider/systems/saltstack/sharepointTenant.ts";
import { sharepointUser } from "../../../provider/systems/saltstack/sharepointUser.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { succeeded, TestStack } from "../../support/testStack.ts";

const mail = { linkId: "1", name: "TST", domain: "test.com", mailboxSize: 300 };
const space = {
  linkId: "2",
  name: "Space",
  domain: "space.com",
  storage: 2048,
  siteName: "Main",
  siteDescription: "Main site",
  templateId: "04e2a211df964967ad2e57796056bdb9",
};
const person = { name: "Joe", username: "joe", firstName: "Joe", lastName: "Doe" };
const joe = { ...person, mailboxSize: 5 };

let emulator: Emulator;
/** Time-outs short enough for a test. */
const settings = { timeout: 3 };

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

const count = (kind: Kind) => Object.keys(emulator.saltstack.objects()[kind] ?? {}).length;
const calls = (endpoint: string) => emulator.requests.count({ endpoint: `saltstack.${endpoint}` });
const tenantIn = (state: string, set: Record<string, unknown> = {}) =>
  emulator.change({
    system: "saltstack",
    scope: "exchange-tenants",
    set: { ...{ name: "TST", domain: "test.com", service_project_link: "1", state }, ...set },
  });

describe.each([
  { type: "ExchangeTenant", resource: exchangeTenant, inputs: mail, kind: "exchange-tenants" as const },
  { type: "SharepointTenant", resource: sharepointTenant, inputs: space, kind: "sharepoint-tenants" as const },
])("$type", ({ type, resource, inputs, kind }) => {
  it("is waited for until it is Online, and until it is gone", async () => {
    emulator.saltstack.behave({ stateDuration: 150 });
    const lives = livesOf(resource, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    expect(properties).toMatchObject({ state: "Online", tenantId: id });
    await lives.delete(id, properties, operation);
    expect(count(kind)).toBe(0);
  });

  it("that is not Online in time is an error that says so, and is kept in state", async () => {
    emulator.saltstack.behave({ stateDuration: 3_600_000 });
    const failed = livesOf(resource, emulator, { settings: { timeout: 0.5 } }).create(inputs, operation);
    await expect(failed).rejects.toMatchObject({
      reasons: [expect.stringMatching(/is not Online after 0.5 s, but Provisioning Scheduled/)],
      properties: { state: "Provisioning Scheduled", domain: inputs.domain },
    });
  });

  it("that ends Erred is an error with the system's words; the next up makes it anew, and a preview says why", async () => {
    emulator.saltstack.behave({ failedProvisions: 1, backendError: "The minion is asleep." });
    const stack = new TestStack(emulator.connections);
    await stack.init();
    stack.declare([{ name: "tenant", type: `saltstack:${type}`, args: inputs }]);
    const failed = await stack.up();
    expect(failed.code).not.toBe(0);
    expect(failed.output).toContain("is Erred: The minion is asleep.");
    const [resourceState] = stack.state().filter(({ urn }) => urn.endsWith("::tenant"));
    expect(resourceState?.outputs).toMatchObject({ state: "Erred" });
    const preview = await stack.preview();
    expect(preview.output).toMatch(/never came to life \(The minion is asleep\.\): it is made anew/);
    succeeded(await stack.up());
    expect(count(kind)).toBe(1);
    expect(emulator.saltstack.list(kind).get(resourceState?.id ?? "")).toBeUndefined();
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    stack.remove();
  });

  it("that was Online and is Erred now is never made anew, although the system shows no start: there is something in it", async () => {
    const lives = livesOf(resource, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    emulator.change({ system: "saltstack", scope: kind, id, set: { state: "Erred", start_time: null } });
    const read = await livesOf(resource, emulator).read(id, properties, operation);
    expect(read?.properties.state).toBe("Erred");
    expect((await lives.diff(id, read?.properties ?? {}, inputs, operation)).replaces).toEqual([]);
    const imported = await livesOf(resource, emulator).read(id, {}, operation);
    expect((await lives.diff(id, imported?.properties ?? {}, inputs, operation)).replaces).toEqual([]);
  });

  it("that ended Erred and came to life after all is not deleted before a refresh has seen it", async () => {
    emulator.saltstack.behave({ failedProvisions: 1 });
    const failed = await livesOf(resource, emulator)
      .create(inputs, operation)
      .catch((error: PartialFailure) => error);
    const { id, properties } = failed as PartialFailure;
    expect(properties).toMatchObject({ state: "Erred", neverOnline: true });
    emulator.change({ system: "saltstack", scope: kind, id, set: { state: "Online" } });
    const lives = livesOf(resource, emulator);
    await expect(lives.delete(id, properties, operation)).rejects.toThrow(/is Online by now.*pulumi refresh/);
    const read = await lives.read(id, properties, operation);
    expect(read?.properties).not.toHaveProperty("neverOnline");
    await lives.delete(id, read?.properties ?? {}, operation);
    expect(count(kind)).toBe(0);
  });

  it("that is not visible at once is waited for, and shown in whatever letter case", async () => {
    emulator.saltstack.behave({ stateDuration: 0 });
    const endpoint = `saltstack.${kind.replace("-tenants", "")}.tenants.get`;
    emulator.faults.add({ kind: "status", status: 404, times: 4, match: { endpoint } });
    const { id } = await livesOf(resource, emulator).create(inputs, operation);
    emulator.change({ system: "saltstack", scope: kind, id, set: { state: "ONLINE" } });
    expect((await livesOf(resource, emulator).read(id, {}, operation))?.properties.state).toBe("Online");
  });

  it("an Erred on the way is not the end of a deletion", async () => {
    const lives = livesOf(resource, emulator, { settings });
    const { id, properties } = await lives.create(inputs, operation);
    emulator.change({ system: "saltstack", scope: kind, id, set: { state: "Erred" } });
    await lives.delete(id, properties, operation);
    expect(count(kind)).toBe(0);
  });

  it("a deletion that fails is an error, and the next one tries again", async () => {
    emulator.saltstack.behave({ failedDeletions: 1 });
    const lives = livesOf(resource, emulator, { settings });
    const { id, properties } = await lives.create(inputs, operation);
    await expect(lives.delete(id, properties, operation)).rejects.toThrow(/is Erred.*could not be deleted/);
    expect(count(kind)).toBe(1);
    await lives.delete(id, properties, operation);
    expect(count(kind)).toBe(0);
  });

  it("a change waits out what else happens to it", async () => {
    const lives = livesOf(resource, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    emulator.change({ system: "saltstack", scope: kind, id, set: { state: "Updating" } });
    setTimeout(() => emulator.change({ system: "saltstack", scope: kind, id, set: { state: "Online" } }), 200);
    await lives.update(id, properties, { ...inputs, name: "Renamed" }, operation);
    expect(emulator.saltstack.list(kind).get(id)?.fields.name).toBe("Renamed");
  });

  it("a replacement says in the preview what goes with it", async () => {
    const lives = livesOf(resource, emulator);
    const { id, properties } = await lives.create(inputs, operation);
    const other = { ...inputs, linkId: inputs.linkId === "1" ? "2" : "1" };
    const { replaces, warnings, deleteBeforeReplace } = await lives.diff(id, properties, other, operation);
    expect({ replaces, deleteBeforeReplace }).toEqual({ replaces: ["linkId"], deleteBeforeReplace: true });
    expect(warnings).toEqual([
      expect.stringMatching(new RegExp(`linkId changes.*${id} is DELETED WITH ALL.*protect: true`)),
    ]);
  });

  it("a dead tenant is never taken over", async () => {
    emulator.change({
      system: "saltstack",
      scope: kind,
      set: { domain: inputs.domain, state: "Erred", service_project_link: inputs.linkId, error_message: "asleep" },
    });
    const failed = livesOf(resource, emulator, { adopt: true }).create(inputs, operation);
    await expect(failed).rejects.toThrow(/never to have come to life.*asleep.*delete it in the system/);
  });
});

describe("what is made in a tenant", () => {
  it("is not sent before the tenant is Online", async () => {
    const tenantId = tenantIn("Provisioning");
    setTimeout(
      () => emulator.change({ system: "saltstack", scope: "exchange-tenants", id: tenantId, set: { state: "Online" } }),
      250,
    );
    await livesOf(exchangeUser, emulator).create({ ...joe, tenantId }, operation);
    expect(calls("exchange.users.create")).toBe(1);
    expect(emulator.requests.count({ status: 409 })).toBe(0);
  });

  it("is sent again when its tenant went into another state meanwhile (409)", async () => {
    const tenantId = tenantIn("Online");
    emulator.faults.add({
      kind: "status",
      status: 409,
      body: { detail: "Tenant must be in stable state to perform this operation" },
      match: { endpoint: "saltstack.exchange.users.create" },
    });
    await livesOf(exchangeUser, emulator).create({ ...joe, tenantId }, operation);
    expect(calls("exchange.users.create")).toBe(2);
    expect(count("exchange-users")).toBe(1);
  });

  it.each(["patch", "delete"])(
    "is changed and deleted when what happens to its tenant is over (409, %s)",
    async (call) => {
      const lives = livesOf(exchangeUser, emulator);
      const tenantId = tenantIn("Online");
      const { id, properties } = await lives.create({ ...joe, tenantId }, operation);
      const endpoint = `saltstack.exchange.users.${call}`;
      emulator.faults.add({ kind: "status", status: 409, times: 2, match: { endpoint } });
      const updated = await lives.update(id, properties, { ...joe, tenantId, office: "1" }, operation);
      await lives.delete(id, updated.properties, operation);
      expect(emulator.requests.count({ endpoint, status: 409 })).toBe(2);
      expect(count("exchange-users")).toBe(0);
    },
  );

  it("waits for a SharePoint tenant as well, which refuses what comes too soon like a mistake (400)", async () => {
    const tenants = livesOf(sharepointTenant, emulator);
    const { id: tenantId } = await tenants.create(space, operation);
    const lives = livesOf(sharepointUser, emulator);
    const inputs = { ...person, email: "joe@space.com", tenantId };
    await lives.create(inputs, operation);
    const set = (state: string) =>
      emulator.change({ system: "saltstack", scope: "sharepoint-tenants", id: tenantId, set: { state } });
    set("Updating");
    const second = lives.create({ ...inputs, username: "jo" }, operation);
    second.catch(() => undefined);
    await vi.waitFor(() => expect(emulator.requests.count({ status: 400 })).toBe(1), { timeout: 60_000, interval: 5 });
    set("Online");
    await second;
    expect(emulator.requests.count({ status: 400 })).toBe(1);
  });

  it("is sent again to a SharePoint tenant that came to be Online since it refused it, and once only", async () => {
    const { id: tenantId } = await livesOf(sharepointTenant, emulator).create(space, operation);
    const inputs = { ...person, email: "joe@space.com", tenantId };
    const endpoint = "saltstack.sharepoint.users.create";
    const body = { tenant: ["It is impossible to create site collection if tenant is not online."] };
    emulator.faults.add({ kind: "status", status: 400, body, match: { endpoint } });
    await livesOf(sharepointUser, emulator).create(inputs, operation);
    expect(count("sharepoint-users")).toBe(1);
    emulator.requests.clear();
    emulator.faults.add({ kind: "status", status: 400, body, times: 2, match: { endpoint } });
    const failed = livesOf(sharepointUser, emulator).create({ ...inputs, username: "jo" }, operation);
    await expect(failed).rejects.toThrow("It is impossible to create site collection");
    expect(emulator.requests.count({ endpoint })).toBe(2);
  });

  it("fails with the tenant's own words when that is Erred, and nothing is sent", async () => {
    const tenantId = tenantIn("Erred", { error_message: "The minion is asleep." });
    const failed = livesOf(exchangeUser, emulator).create({ ...joe, tenantId }, operation);
    await expect(failed).rejects.toThrow(
      /tenantId: the tenant \w+ is Erred: The minion is asleep\. Nothing can be made in it/,
    );
    expect(calls("exchange.users.create")).toBe(0);
  });

  it("is not waited for for ever", async () => {
    const tenantId = tenantIn("Provisioning");
    const failed = livesOf(sharepointUser, emulator, { settings: { timeout: 0.3 } }).create(
      { ...joe, email: "j@d", tenantId: "nobody" },
      operation,
    );
    await expect(failed).rejects.toThrow("there is no tenant nobody");
    const late = livesOf(exchangeUser, emulator, { settings: { timeout: 0.3 } }).create(
      { ...joe, tenantId },
      operation,
    );
    await expect(late).rejects.toThrow(/is not Online after 0.3 s, but Provisioning/);
  });
});

describe("the calls of an Exchange tenant", () => {
  const news = { ...mail, name: "Renamed", domain: "test.io", mailboxSize: 200 };

  it("are one for each property that has its own, and no other", async () => {
    const lives = livesOf(exchangeTenant, emulator);
    const { id, properties } = await lives.create(mail, operation);
    const sentBy = async (change: object) => {
      emulator.requests.clear();
      await lives.update(id, properties, { ...mail, ...change }, operation);
      return emulator.requests.all
        .filter(({ method }) => method !== "GET")
        .map(({ endpoint, body }) => [endpoint, body]);
    };
    expect(await sentBy({ domain: "test.io" })).toEqual([["saltstack.exchange.tenants.domain", { domain: "test.io" }]]);
    expect(await sentBy({ mailboxSize: 200 })).toEqual([
      ["saltstack.exchange.tenants.changeQuotas", { mailbox_size: 200 }],
    ]);
    expect(await sentBy({ name: "Renamed" })).toEqual([
      ["saltstack.exchange.tenants.update", { name: "Renamed", description: "" }],
    ]);
  });

  it("one of which fails leave in state what the system holds, and the next up does the rest", async () => {
    const lives = livesOf(exchangeTenant, emulator);
    const { id, properties } = await lives.create(mail, operation);
    emulator.faults.add({
      kind: "status",
      status: 400,
      body: { mailbox_size: ["Global mailbox size limit cannot be lower than current usage."] },
      match: { endpoint: "saltstack.exchange.tenants.changeQuotas" },
    });
    const failed = lives.update(id, properties, news, operation);
    await expect(failed).rejects.toMatchObject({
      id,
      properties: { name: "Renamed", domain: "test.io", mailboxSize: 300 },
      reasons: [expect.stringMatching(/mailboxSize: Global mailbox size limit cannot be lower/)],
    });
    const held = await failed.catch((error: { properties: Record<string, unknown> }) => error.properties);
    emulator.requests.clear();
    await lives.update(id, held as Record<string, unknown>, news, operation);
    expect(emulator.requests.all.filter(({ method }) => method !== "GET").map(({ endpoint }) => endpoint)).toEqual([
      "saltstack.exchange.tenants.changeQuotas",
    ]);
  });

  it("a domain that was changed although the answer was lost is not refused as taken by its own tenant", async () => {
    const lives = livesOf(exchangeTenant, emulator);
    const { id, properties } = await lives.create(mail, operation);
    const match = { endpoint: "saltstack.exchange.tenants.domain" };
    emulator.faults.add({ kind: "status", status: 502, applied: true, match });
    emulator.faults.add({ kind: "status", status: 400, body: { domain: ["is taken"] }, match });
    const updated = await lives.update(id, properties, { ...mail, domain: "test.io" }, operation);
    expect(updated.properties.domain).toBe("test.io");
  });

  it("a taken domain is said in the system's words", async () => {
    tenantIn("Online", { service_project_link: "2" });
    emulator.saltstack.behave({ role: true });
    const lives = livesOf(exchangeTenant, emulator);
    const failed = lives.create(mail, operation);
    await expect(failed).rejects.toThrow(/exists already, with the ID/);
    emulator.faults.add({
      kind: "status",
      status: 400,
      body: { name: ["This tenant name or domain is already taken."] },
      match: { endpoint: "saltstack.exchange.tenants.create" },
    });
    const refused = lives.create({ ...mail, domain: "other.com" }, operation);
    await expect(refused).rejects.toThrow("name: This tenant name or domain is already taken.");
  });
});

describe("sizes and texts are checked before anything is sent", () => {
  it.each([
    [exchangeTenant, { ...mail, mailboxSize: 0 }, "mailboxSize", "must be at least 1"],
    [exchangeTenant, { ...mail, mailboxSize: 1.5 }, "mailboxSize", "int"],
    [exchangeTenant, { ...mail, domain: "no domain" }, "domain", "must be a domain name"],
    [exchangeTenant, { ...mail, linkId: "http://example.com/api/x/1/" }, "linkId", "must be an ID, not a URL"],
    [sharepointTenant, { ...space, storage: 1023 }, "storage", "must be at least 1024"],
    [sharepointTenant, { ...space, notify: true }, "phone", "is required when notify is true"],
    [exchangeUser, { ...joe, tenantId: "t", office: "" }, "office", "the system cannot clear it"],
    [exchangeUser, { ...joe, tenantId: "t", username: ".joe" }, "username", "no `.` first or last"],
    [exchangeUser, { ...joe, tenantId: "t", username: "jörg" }, "username", "letters (a-z)"],
    [exchangeUser, { ...joe, tenantId: "t", notify: true }, "phone", "is required when notify is true"],
    [sharepointUser, { ...joe, tenantId: "t" }, "email", "is required and missing"],
  ])("%#", (resource, inputs, property, reason) => {
    const { mailboxSize, ...rest } = inputs as Record<string, unknown>;
    const given =
      resource === sharepointUser ? rest : { ...rest, ...(mailboxSize === undefined ? {} : { mailboxSize }) };
    const { failures } = livesOf(resource, emulator).check({}, given);
    expect(failures).toEqual([{ property, reason: expect.stringContaining(reason) }]);
    expect(emulator.requests.all).toEqual([]);
  });
});
