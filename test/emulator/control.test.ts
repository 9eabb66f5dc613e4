import { expect, it } from "vitest";
import { RemoteEmulator } from "../../emulator/control.ts";
import { startRawClient } from "./rawClient.ts";

const domain = "/barium/api/v1.1/domains/1/groups";

it("another process changes and compares objects", async () => {
  await using client = await startRawClient();
  const remote = new RemoteEmulator(client.emulator.url);
  const [id = ""] = await remote.change([
    { system: "barium", scope: "2", set: { name: "Made elsewhere" } },
    { system: "apio", scope: "new", id: "g", set: { groupName: "Group", cliName: null } },
  ]);
  expect(await remote.objects()).toMatchObject({
    barium: { "1": {}, "2": { [id]: { id: Number(id), name: "Made elsewhere" } } },
    apio: { acme: {}, new: { g: { groupId: "g", groupName: "Group", cliName: null } } },
  });
  await remote.change([{ system: "barium", scope: "2", id, remove: true }]);
  expect((await remote.objects()).barium?.["2"]).toEqual({});
});

it("another process adds and clears faults", async () => {
  await using client = await startRawClient();
  const remote = new RemoteEmulator(client.emulator.url);
  await remote.addFault({ kind: "status", status: 502, times: 0 });
  expect((await client.call("GET", domain)).status).toBe(502);
  await remote.clearFaults();
  expect((await client.call("GET", domain)).status).toBe(200);
});

it("another process changes the behaviour", async () => {
  await using client = await startRawClient();
  const remote = new RemoteEmulator(client.emulator.url);
  const before = await remote.behaviour();
  await remote.behave("barium", { pageSize: 7 });
  expect(await remote.behaviour()).toEqual({ ...before, barium: { ...before.barium, pageSize: 7 } });
  expect(client.emulator.barium.behaviour.pageSize).toBe(7);
});

it("what cannot be done is an error that says why", async () => {
  await using client = await startRawClient();
  const remote = new RemoteEmulator(client.emulator.url);
  await expect(remote.behave("bariun", {})).rejects.toThrow(/400.*no system.*bariun.*barium, apio/);
  await expect(remote.behave("apio", { colour: "red" })).rejects.toThrow(/400.*colour/);
  await expect(remote.addFault({ kind: "melt" } as never)).rejects.toThrow(/400.*kind/s);
  await expect(remote.change([{ system: "apio", scope: "acme" }])).rejects.toThrow(/400.*caller's to choose/);
});

it("the log tells every request, without the secrets of a sign-in", async () => {
  await using client = await startRawClient();
  const { emulator, call } = client;
  const { apiKey, username, password } = emulator.barium.credentials;
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const form = new URLSearchParams({ APIKey: apiKey, Username: username, Password: password, format: "json" });
  const signedIn = await call("POST", "/barium/api/v1.1/Authenticate", { body: form.toString(), headers });
  await call("POST", "/apio/api/v1/login/", { body: emulator.apio.credentials });
  await call("POST", `/barium/api/v1.1/Login?${form}`, { body: form.toString(), headers });
  await call("POST", domain, { body: { groups: [{ key: "k", name: "n" }] } });
  await call("GET", `${domain}?Skip=0&Take=5`);
  await call("GET", "/elsewhere");
  const remote = new RemoteEmulator(emulator.url);
  const requests = await remote.requests();
  expect(requests).toMatchObject([
    { system: "barium", endpoint: "barium.authenticate", method: "POST", status: 200 },
    { system: "apio", endpoint: "apio.login", status: 200 },
    { system: "barium", endpoint: "", path: "/barium/api/v1.1/Login", status: 404 },
    { endpoint: "barium.groups.create", path: domain, query: {}, body: { groups: [{ key: "k", name: "n" }] } },
    { endpoint: "barium.groups.list", path: domain, query: { Skip: "0", Take: "5" }, status: 200 },
    { system: "", endpoint: "", path: "/elsewhere", status: 404 },
  ]);
  const { Ticket } = signedIn.body as { Ticket: string };
  for (const secret of [apiKey, password, Ticket]) {
    expect(JSON.stringify(requests)).not.toContain(secret);
  }
  const sequences = requests.map(({ sequence }) => sequence);
  expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  expect(requests.every(({ time }) => !Number.isNaN(Date.parse(time)))).toBe(true);
  expect(emulator.requests.count({ system: "barium" })).toBe(4);
  await remote.clearRequests();
  expect(await remote.requests()).toEqual([]);
});
