import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { holdsSecret } from "../../provider/resource/definition.ts";
import { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { unknownMarker } from "../../provider/resource/unknown.ts";
import { Connections } from "../../provider/systems/connections.ts";
import { systems } from "../../provider/systems/index.ts";
import { objectCount, sampleOf, systemOf } from "../samples/index.ts";
import { livesOf, operation } from "../support/lives.ts";

const resources = systems.flatMap((system) => system.resources);
const { signal } = new AbortController();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

/** A life whose connections are just these. */
function livesWith(type: string, connections: unknown, environment: NodeJS.ProcessEnv = {}): ResourceLifecycle {
  const resource = resources.find((candidate) => candidate.type === type);
  if (resource === undefined) {
    throw new Error(`no resource ${type}`);
  }
  const open = new Connections(connections, environment, signal);
  return new ResourceLifecycle(resource, { connection: (name) => open.get(systemOf(resource), name), adopt: false });
}

describe.each(resources)("check of $type", (resource) => {
  const sample = sampleOf(resource.type);

  it("reports every missing property at once", () => {
    const { failures } = livesOf(resource, emulator).check({}, {});
    const required = Object.entries(resource.schema.shape)
      .filter(([, schema]) => !schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(failures.map(({ property }) => property).sort()).toEqual(required.sort());
    expect(failures.every(({ reason }) => reason.includes("missing"))).toBe(true);
  });

  it.each(Object.keys(sample.inputs))("reports a wrong type of %s by its path", (property) => {
    const { failures } = livesOf(resource, emulator).check({}, { ...sample.inputs, [property]: [[{}]] });
    // Engines print the value of a property that is named.
    const isSecret = holdsSecret(resource.schema.shape[property] as z.ZodType);
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) {
      expect(failure.reason).toMatch(/must be/);
      expect(isSecret && failure.property === "" ? failure.reason : failure.property).toMatch(
        new RegExp(`^${property}`),
      );
      expect(isSecret && failure.property === property).toBe(false);
    }
  });

  it.each(Object.keys(sample.inputs))("knows what %s was meant to be when it is misspelt", (property) => {
    const misspelt = `${property.slice(0, -1)}${property.at(-1)}x`;
    const { failures } = livesOf(resource, emulator).check({}, { ...sample.inputs, [misspelt]: "x" });
    // What is misspelt may be a secret where the resource has any.
    const named = holdsSecret(resource.schema) ? "" : misspelt;
    expect(failures).toEqual([{ property: named, reason: expect.stringContaining(`did you mean "${property}"`) }]);
  });

  it.each(Object.keys(sample.inputs))("lets %s be unknown in a preview", (property) => {
    const inputs = { ...sample.inputs, [property]: unknownMarker };
    expect(livesOf(resource, emulator).check({}, inputs)).toMatchObject({ inputs, failures: [] });
  });

  it("makes no request", () => {
    emulator.requests.clear();
    livesOf(resource, emulator).check({}, sample.inputs);
    expect(emulator.requests.all).toEqual([]);
  });
});

describe("a connection", () => {
  const inputs = { domainId: "1", key: "k", name: "n" };

  it("that is missing shows the commands that configure it", () => {
    const { failures } = livesWith("barium:Group", undefined).check({}, inputs);
    expect(failures).toEqual([
      { property: "connection", reason: expect.stringContaining('there is no connection "barium"') },
    ]);
    expect(failures[0]?.reason).toContain("pulumi config set --path 'groupware:connections.barium.url' URL");
    expect(failures[0]?.reason).toContain("pulumi config set --secret --path 'groupware:connections.barium.apiKey'");
  });

  it("that is misspelt is answered with the one that was meant", () => {
    const { failures } = livesWith("barium:Group", emulator.connections).check({}, { ...inputs, connection: "bariun" });
    expect(failures[0]?.reason).toContain('did you mean "barium"');
  });

  it("to another system says so", () => {
    const { failures } = livesWith("barium:Group", emulator.connections).check({}, { ...inputs, connection: "apio" });
    expect(failures[0]?.reason).toContain('"apio" reaches apio, and this needs a connection to barium');
  });

  it("with an unknown setting names the one that was meant, and no secret", () => {
    const { barium } = emulator.connections;
    const { failures } = livesWith("barium:Group", { barium: { ...barium, pasword: "do-not-show" } }).check({}, inputs);
    expect(failures[0]?.reason).toContain('did you mean "password"');
    expect(failures[0]?.reason).not.toContain("do-not-show");
  });

  it("without credentials lists what is missing", () => {
    const { url } = emulator.connections.barium as { url: string };
    const { failures } = livesWith("barium:Group", { barium: { url, apiKey: "a" } }).check({}, inputs);
    expect(failures[0]?.reason).toContain("groupware:connections.barium.password");
    expect(failures[0]?.reason).not.toContain(
      "pulumi config set --secret --path 'groupware:connections.barium.apiKey'",
    );
  });

  it("may come from the environment", async () => {
    const { url, apiKey, username, password } = emulator.barium.connection(emulator.url) as Record<string, string>;
    const lives = livesWith("barium:Group", undefined, {
      GROUPWARE_BARIUM_URL: url,
      GROUPWARE_BARIUM_API_KEY: apiKey,
      GROUPWARE_BARIUM_USERNAME: username,
      GROUPWARE_BARIUM_PASSWORD: password,
    });
    await expect(lives.read("1/404", {}, operation)).resolves.toBeUndefined();
  });

  it("with wrong credentials names the settings, and no secret", async () => {
    const barium = { ...emulator.connections.barium, password: "wrong-password" };
    const failed = livesWith("barium:Group", { barium }).create(inputs, operation);
    await expect(failed).rejects.toThrow(/refused the sign-in of "emulator".*connections\.barium\.password/);
    await expect(failed).rejects.not.toThrow(/wrong-password/);
    const apio = { ...emulator.connections.apio, password: "wrong-password" };
    const refused = livesWith("apio:Group", { apio }).create({ tenantId: "acme", groupId: "g" }, operation);
    await expect(refused).rejects.toThrow(
      /401.*Wrong username or password \(check the credentials in groupware:connections.apio\)/,
    );
  });

  it("that nothing answers on says which setting to look at", async () => {
    const barium = { ...emulator.connections.barium, url: "http://127.0.0.1:9/api/v1.1" };
    const failed = livesWith("barium:Group", { barium }).create(inputs, operation);
    await expect(failed).rejects.toThrow(/ECONNREFUSED.*groupware:connections\.barium\.url/);
  });
});

describe("the systems' own refusals", () => {
  it("a domain that does not exist", async () => {
    const failed = livesWith("barium:Group", emulator.connections).create(
      { domainId: "404", key: "k", name: "n" },
      operation,
    );
    await expect(failed).rejects.toThrow(
      /barium:Group \(domainId "404", key "k"\): domainId: Barium Live has no domain 404: .*Domain 404 does not exist/,
    );
  });

  it("a tenant that does not exist", async () => {
    const failed = livesWith("apio:Group", emulator.connections).create(
      { tenantId: "nobody", groupId: "g" },
      operation,
    );
    await expect(failed).rejects.toThrow(
      /apio:Group \(tenantId "nobody", groupId "g"\): tenantId: APIO has no tenant nobody: .*Tenant not found: nobody/,
    );
  });

  it("a parent that does not exist is named by its property", async () => {
    const inputs = { domainId: "1", key: "orphan", name: "n", parentId: "999" };
    const failed = livesWith("barium:Group", emulator.connections).create(inputs, operation);
    await expect(failed).rejects.toThrow(/parentId: there is no group 999 in domain 1.*Parent group 999 not found/);
  });

  it("two resources of one key: the second is refused, and one object is made", async () => {
    const before = objectCount(emulator);
    const lives = livesWith("barium:Group", emulator.connections);
    const results = await Promise.allSettled(
      ["first", "second"].map((name) => lives.create({ domainId: "1", key: "twice", name, adopt: true }, operation)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const reason = results.find((result) => result.status === "rejected")?.reason as Error;
    expect(reason.message).toContain("this stack manages it already");
    expect(objectCount(emulator)).toBe(before + 1);
  });

  it("an object that was there before is never touched without adopt", async () => {
    const id = emulator.change({ system: "barium", scope: "1", set: { key: "theirs", name: "Theirs" } });
    const inputs = { domainId: "1", key: "theirs", name: "Ours" };
    const failed = livesWith("barium:Group", emulator.connections).create(inputs, operation);
    await expect(failed).rejects.toThrow(`exists already, with the ID 1/${id}`);
    expect(emulator.barium.groups("1").get(Number(id))?.name).toBe("Theirs");
    const state = await livesWith("barium:Group", emulator.connections).create({ ...inputs, adopt: true }, operation);
    expect(state.id).toBe(`1/${id}`);
    expect(emulator.barium.groups("1").get(Number(id))?.name).toBe("Ours");
  });

  it("a partial create (207) keeps the object in state, with the system's words", async () => {
    emulator.apio.behave({ partialWrites: 1 });
    const failed = livesWith("apio:Group", emulator.connections).create(
      { tenantId: "acme", groupId: "partial", groupName: "Partial" },
      operation,
    );
    await expect(failed).rejects.toMatchObject({
      id: "acme/partial",
      properties: { groupId: "partial", groupName: "Partial" },
      reasons: [expect.stringMatching(/207.*its contact could not be stored/)],
    });
  });

  it("a group that vanished: an update says so, a delete succeeds, a read tells", async () => {
    const lives = livesWith("barium:Group", emulator.connections);
    const inputs = { domainId: "1", key: "vanishing", name: "n" };
    const { id, properties } = await lives.create(inputs, operation);
    emulator.change({ system: "barium", scope: "1", id: id.split("/")[1], remove: true });
    await expect(lives.update(id, properties, { ...inputs, name: "m" }, operation)).rejects.toThrow(
      /vanished.*up --refresh/,
    );
    await expect(lives.read(id, properties, operation)).resolves.toBeUndefined();
    await expect(lives.delete(id, properties, operation)).resolves.toBeUndefined();
  });
});
