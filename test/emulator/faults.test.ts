import { describe, expect, it } from "vitest";
import type { FaultOptions } from "../../emulator/faults.ts";
import { type RawCall, startRawClient } from "./rawClient.ts";

const domain = "/barium/api/v1.1/domains/1/groups";
const tenant = "/apio/api/v1/tenants/acme/groups/";

/** One write of each system, and how many objects it makes. */
const writes: readonly { system: string; path: string; call: RawCall; status: number }[] = [
  // Beyond ASCII, a text has more bytes than characters.
  { system: "barium", path: domain, call: { body: { groups: [{ key: "ключ", name: "Имя" }] } }, status: 200 },
  { system: "apio", path: tenant, call: { body: { groupId: "g" } }, status: 201 },
];

interface Observed {
  /** `undefined` where no whole answer came. */
  readonly status?: number;
  readonly isJson?: boolean;
  /** Whether the write was carried out. */
  readonly applied: boolean;
}

const kinds: [FaultOptions, (status: number) => Observed][] = [
  [{ kind: "status" }, () => ({ status: 500, isJson: true, applied: false })],
  [{ kind: "status", status: 502 }, () => ({ status: 502, isJson: true, applied: false })],
  [{ kind: "status", status: 503, applied: true }, () => ({ status: 503, isJson: true, applied: true })],
  [{ kind: "drop" }, () => ({ applied: false })],
  [{ kind: "drop", applied: true }, () => ({ applied: true })],
  [{ kind: "truncated" }, () => ({ applied: false })],
  [{ kind: "truncated", applied: true }, () => ({ applied: true })],
  [{ kind: "cut", applied: true }, (status) => ({ status, isJson: false, applied: true })],
  [{ kind: "html" }, () => ({ status: 200, isJson: false, applied: false })],
  [{ kind: "html", status: 502, applied: true }, () => ({ status: 502, isJson: false, applied: true })],
  [{ kind: "empty", applied: true }, (status) => ({ status, isJson: false, applied: true })],
  [{ kind: "slow", delay: 5 }, (status) => ({ status, applied: true })],
  [{ kind: "slow", delay: 5, applied: true }, (status) => ({ status, applied: true })],
  [{ kind: "expired" }, () => ({ status: 401, isJson: true, applied: false })],
];

describe.each(writes)("$system", ({ system, path, call, status }) => {
  it.each(kinds)("%j", async (fault, observed) => {
    await using client = await startRawClient();
    const { emulator } = client;
    emulator.apio.behave({ createAnswer: "group" });
    emulator.faults.add({ ...fault, match: { system } });
    const answer = await client.call("POST", path, call).catch(() => undefined);
    const expected = observed(status);
    expect(answer?.status).toBe(expected.status);
    if (expected.isJson !== undefined) {
      expect(typeof answer?.body === "object").toBe(expected.isJson);
    }
    expect(emulator.barium.groups("1").size + emulator.apio.groups("acme").size).toBe(expected.applied ? 1 : 0);
    expect(emulator.requests.all).toMatchObject([{ system, fault: fault.kind }]);
  });
});

it("a status has the body and the Retry-After that it is given", async () => {
  await using client = await startRawClient();
  client.emulator.faults.add({ kind: "status", status: 429, retryAfter: 7, body: { words: "too fast" } });
  const answer = await client.call("GET", domain);
  expect(answer).toMatchObject({ status: 429, body: { words: "too fast" }, headers: { "retry-after": "7" } });
});

it("an ended session stays ended, until the next sign-in", async () => {
  await using client = await startRawClient();
  client.emulator.faults.add({ kind: "expired", match: { system: "apio" } });
  expect((await client.call("GET", tenant)).status).toBe(401);
  expect((await client.call("GET", tenant)).status).toBe(401);
  const headers = { Authorization: `Bearer ${client.emulator.apio.machineToken()}` };
  expect((await client.call("GET", tenant, { headers })).status).toBe(200);
});

it("a partial result: of a call of many items all but the first fail, and APIO answers 207", async () => {
  await using client = await startRawClient();
  const { emulator } = client;
  emulator.faults.add({ kind: "partial", times: 4 });
  const groups = ["a", "b"].map((key) => ({ key, name: key }));
  expect((await client.call("POST", domain, { body: { groups } })).body).toMatchObject({
    added: 1,
    errors: 1,
    groups: [
      { key: "a", status: "added" },
      { id: null, key: "b", status: "Internal error" },
    ],
  });
  expect(emulator.barium.groups("1").size).toBe(1);
  const body = { groupId: "g", contactInformation: { contactName: "Ann" } };
  expect((await client.call("POST", tenant, { body })).status).toBe(207);
  expect(emulator.apio.groups("acme").get("g")).not.toHaveProperty("contactInformation");
  expect((await client.call("PUT", `${tenant}g/`, { body: { groupName: "New" } })).status).toBe(207);
  expect(emulator.apio.groups("acme").get("g")).toMatchObject({ groupName: "New" });
  expect((await client.call("DELETE", `${tenant}g/`)).status).toBe(207);
  expect(emulator.apio.groups("acme").size).toBe(1);
});

describe("which requests are hit", () => {
  it("the next ones that match, after those that are passed over", async () => {
    await using client = await startRawClient();
    client.emulator.faults.add({ kind: "status", skip: 1, times: 2, match: { endpoint: "barium.groups.list" } });
    const statuses = [];
    for (let index = 0; index < 4; index++) {
      statuses.push((await client.call("GET", domain)).status);
      await client.call("GET", tenant);
    }
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(client.emulator.requests.count({ system: "apio", status: 200 })).toBe(4);
  });

  it.each([
    [{ system: "barium" }, [500, 500, 200]],
    [{ endpoint: "barium.groups.delete" }, [200, 500, 200]],
    [{ method: "GET" }, [500, 200, 500]],
    [{ path: tenant }, [200, 200, 500]],
    [{ system: "barium", method: "GET" }, [500, 200, 200]],
  ])("%j", async (match, statuses) => {
    await using client = await startRawClient();
    client.emulator.faults.add({ kind: "status", times: 0, match });
    expect([
      (await client.call("GET", `${domain}?Skip=0`)).status,
      (await client.call("DELETE", domain, { body: { groups: [{ id: 1 }] } })).status,
      (await client.call("GET", tenant)).status,
    ]).toEqual(statuses);
    client.emulator.faults.clear();
    expect((await client.call("GET", domain)).status).toBe(200);
  });

  it("one at a time, the first that was added first", async () => {
    await using client = await startRawClient();
    client.emulator.faults.add({ kind: "status", status: 502 });
    client.emulator.faults.add({ kind: "status", status: 503 });
    const statuses = [];
    for (let index = 0; index < 3; index++) {
      statuses.push((await client.call("GET", domain)).status);
    }
    expect(statuses).toEqual([502, 503, 200]);
  });
});

it("what is no fault is an error", async () => {
  await using client = await startRawClient();
  const { faults } = client.emulator;
  expect(() => faults.add({ kind: "melt" } as never)).toThrow(/kind/);
  expect(() => faults.add({ kind: "drop", match: { endpint: "x" } } as never)).toThrow(/endpint/);
});

it("a slow answer ends with the server, and is not carried out after that", async () => {
  const client = await startRawClient();
  client.emulator.faults.add({ kind: "slow", delay: 600_000 });
  const write = client.call("POST", tenant, { body: { groupId: "g" } });
  const refused = expect(write).rejects.toThrow();
  await expect.poll(() => client.emulator.requests.count({ fault: "slow" })).toBe(1);
  await client.emulator.close();
  await refused;
  expect(client.emulator.apio.groups("acme").size).toBe(0);
});
