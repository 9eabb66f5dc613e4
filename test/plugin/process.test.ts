import { readFileSync } from "node:fs";
import path from "node:path";
import { Server, ServerCredentials, type ServiceError, status } from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type engineMessages from "@pulumi/pulumi/proto/engine_pb.js";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { expect, it, onTestFinished } from "vitest";
import type { FaultOptions } from "../../emulator/faults.ts";
import { startEmulator } from "../../emulator/index.ts";
import packageFile from "../../package.json" with { type: "json" };
import { objectCount } from "../samples/index.ts";
import { repository, runCommand } from "../support/engine.ts";
import {
  DIFF_NONE,
  DIFF_SOME,
  type Json,
  output,
  PluginClient,
  partialFailureOf,
  secret,
  service,
  toStruct,
  unknown,
} from "./pluginClient.ts";

const group = { domainId: "1", key: "staff", name: "Staff" };

async function stage(settings: Json = {}, connection: Json = {}, engineAddress = "") {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  emulator.change({ system: "apio", scope: "acme", id: "0" });
  emulator.change({ system: "apio", scope: "acme", id: "0", remove: true });
  const connections = Object.fromEntries(
    Object.entries(emulator.connections).map(([name, values]) => [name, { ...values, ...connection }]),
  );
  const plugin = await PluginClient.configured(connections, settings, engineAddress);
  onTestFinished(() => plugin[Symbol.asyncDispose]());
  return { emulator, plugin, connections };
}

async function unconfigured(): Promise<PluginClient> {
  const plugin = await PluginClient.start();
  onTestFinished(() => plugin[Symbol.asyncDispose]());
  return plugin;
}

it("says to an old Node.js which one it needs, whether Pulumi starts it, or the command, or a program takes the package", async () => {
  const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } })';
  for (const start of [["pulumi-resource-groupware"], ["--eval", 'require("./")']]) {
    const args = ["--import", `data:text/javascript,${encodeURIComponent(old)}`, ...start];
    const { code, output } = await runCommand(process.execPath, args, { cwd: repository });
    expect(output).toMatch(/^pulumi-resource-groupware needs Node\.js 22\.12 or later/);
    expect(code).toBe(1);
  }
  for (const name of ["pulumi-groupware", "pulumi-groupware/plugin"]) {
    const args = ["--import", `data:text/javascript,${encodeURIComponent(old)}`, "--eval", `require("${name}")`];
    const { code, output } = await runCommand(process.execPath, args, { cwd: repository });
    expect(output).toContain("Error: pulumi-groupware needs Node.js 22.12 or later");
    expect(code).toBe(1);
  }
});

it("says who it is and what it understands", async () => {
  const plugin = await unconfigured();
  const info = await plugin.call(service.getPluginInfo, new emptyMessages.Empty());
  expect(info.getVersion()).toBe(packageFile.version);
  const handshake = await plugin.call(service.handshake, new messages.ProviderHandshakeRequest());
  const configured = await plugin.configure({});
  expect(handshake.getAcceptSecrets()).toBe(true);
  expect(configured.getSupportspreview()).toBe(true);
  expect([configured.getAcceptsecrets(), configured.getAcceptresources(), configured.getAcceptoutputs()]).toEqual([
    handshake.getAcceptSecrets(),
    handshake.getAcceptResources(),
    handshake.getAcceptOutputs(),
  ]);
  const { schema } = (await plugin.call(service.getSchema, new messages.GetSchemaRequest())).toObject();
  expect(schema).toBe(readFileSync(path.join(repository, "schema.json"), "utf8"));
});

it.each(["parameterize", "call", "construct", "getMapping", "getMappings"] as const)(
  "answers Unimplemented to %s",
  async (name) => {
    const plugin = await unconfigured();
    const method = service[name];
    const request = method.requestDeserialize(Buffer.alloc(0));
    const failed = plugin.call(method as typeof service.getMappings, request as messages.GetMappingsRequest);
    await expect(failed).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  },
);

it("calls nobody when it is configured, and says what is wrong with the settings without showing one", async () => {
  const { emulator, plugin } = await stage();
  const check = async (news: Json) => {
    const request = new messages.CheckRequest().setNews(toStruct(news));
    const response = await plugin.call(service.checkConfig, request);
    return response.getFailuresList().map((failure) => failure.toObject());
  };
  expect(
    await check({ connections: JSON.stringify(emulator.connections), adopt: "true", manifests: "groups" }),
  ).toEqual([]);
  expect(
    await check({
      connections: secret(JSON.stringify({ barium: { url: secret("http://127.0.0.1"), apiKey: unknown } })),
    }),
  ).toEqual([]);
  expect(await check({ connections: output({}) })).toEqual([]);
  const wrong = await check({
    conections: {},
    adopt: "perhaps",
    connections: {
      barium: { url: "nowhere", apikey: "hush" },
      east: { url: "http://127.0.0.1" },
      apio: { timeout: "long" },
    },
  });
  expect(wrong).toEqual([
    { property: "adopt", reason: "must be true or false" },
    { property: "", reason: 'there is no setting "conections"; did you mean "connections"?' },
    { property: "", reason: expect.stringContaining("groupware:connections.apio.timeout: must be a number") },
    { property: "", reason: expect.stringContaining("groupware:connections.barium.url: must be a URL") },
    { property: "", reason: expect.stringContaining('did you mean "apiKey"?') },
    {
      property: "",
      reason: expect.stringContaining("pulumi config set --path 'groupware:connections.east.system' SYSTEM"),
    },
  ]);
  expect(JSON.stringify(wrong)).not.toContain("hush");
  expect(await check({ connections: "not JSON" })).toMatchObject([{ property: "" }]);
  expect(emulator.requests.all).toEqual([]);
});

it("keeps the connections secret in state, however the configuration has them", async () => {
  const plugin = await unconfigured();
  const connections = { barium: { url: "http://127.0.0.1/a", apiKey: "one" } };
  const kept = async (settings: Json) => {
    const request = new messages.CheckRequest().setNews(toStruct(settings));
    return (await plugin.call(service.checkConfig, request)).getInputs()?.toJavaScript();
  };
  for (const given of [connections, JSON.stringify(connections), secret(JSON.stringify(connections))]) {
    const expected = typeof given === "object" && !("barium" in given) ? given : secret(given);
    expect(await kept({ connections: given, adopt: "true" })).toEqual({ connections: expected, adopt: "true" });
  }
  expect(await kept({})).toEqual({});
});

it("takes other settings for an update of the provider, also credentials, and none for a replacement", async () => {
  const plugin = await unconfigured();
  const diff = async (olds: Json, news: Json) => {
    const request = new messages.DiffRequest().setOldInputs(toStruct(olds)).setNews(toStruct(news));
    const response = await plugin.call(service.diffConfig, request);
    expect(response.getReplacesList()).toEqual([]);
    return { changes: response.getChanges(), diffs: response.getDiffsList() };
  };
  const none = { changes: DIFF_NONE, diffs: [] };
  const some = { changes: DIFF_SOME, diffs: ["connections"] };
  const connections = { barium: { url: "http://127.0.0.1/a", apiKey: "one" } };
  const moved = { barium: { url: "http://127.0.0.1/b", apiKey: "one" } };
  const renewed = { barium: { url: "http://127.0.0.1/a", apiKey: "two" } };
  expect(await diff({ connections }, { connections: secret(JSON.stringify(connections)) })).toEqual(none);
  expect(await diff({ connections }, { connections, version: "2.0.0" })).toEqual(none);
  // Engines go on with the old settings where there is no difference: the first run after a rotation would fail.
  expect(await diff({ connections }, { connections: renewed })).toEqual(some);
  expect(await diff({ connections }, { connections: moved })).toEqual(some);
  expect(await diff({ connections }, { connections: output({}) })).toEqual(some);
  expect(await diff({}, { connections })).toEqual(some);
  expect(await diff({ adopt: "true" }, { adopt: true })).toEqual(none);
  expect(await diff({ adopt: "true" }, {})).toEqual({ changes: DIFF_SOME, diffs: ["adopt"] });
});

it("runs functions, tells wrong arguments by their paths, and keeps secret what was asked in secret", async () => {
  const { plugin, emulator } = await stage();
  emulator.change({ system: "barium", scope: "1", set: { key: "staff", name: "Staff" } });
  const { result } = await plugin.invoke("barium:getGroup", { domainId: "1", key: secret("staff") });
  expect(result).toMatchObject({ name: "Staff", key: secret("staff") });
  expect(await plugin.invoke("barium:getGroup", { domainId: {}, keey: "staff" })).toMatchObject({
    failures: [
      { property: "domainId", reason: "must be a string, but is an object" },
      { property: "keey", reason: 'there is no property "keey"; did you mean "key"?' },
    ],
  });
  expect((await plugin.invoke("barium:getGroup", { domainId: "1", key: unknown })).failures).toEqual([
    { property: "key", reason: "is not known yet" },
  ]);
  await expect(plugin.invoke("barium:getGroop", {})).rejects.toThrow("did you mean groupware:barium:getGroup?");
});

it("answers a malformed request with an error, and goes on", async () => {
  const { plugin } = await stage();
  const invalid = { code: status.INVALID_ARGUMENT };
  await expect(plugin.check("barium:Groop", {})).rejects.toMatchObject(invalid);
  await expect(plugin.check("barium:Groop", {})).rejects.toThrow("did you mean groupware:barium:Group?");
  await expect(plugin.call(service.create, new messages.CreateRequest())).rejects.toMatchObject(invalid);
  for (const token of ["barium:Group", "pulumi-nodejs:dynamic/groupware/barium:Group"]) {
    const foreign = new messages.CheckRequest().setType(token);
    await expect(plugin.call(service.check, foreign)).rejects.toThrow(`there is no resource "${token}"`);
  }
  await expect(plugin.call(service.getSchema, new messages.GetSchemaRequest().setVersion(9))).rejects.toMatchObject(
    invalid,
  );
  const asset = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: "t" };
  await expect(plugin.check("barium:Group", { name: asset })).rejects.toMatchObject(invalid);
  await expect(plugin.create("barium:Group", {})).rejects.toThrow();
  const inherited = await plugin.check("barium:Group", { ...group, constructor: {}, toString: secret("x") });
  expect(inherited.failures.map(({ property }) => property)).toEqual(["constructor", "toString"]);
  await expect(plugin.read("barium:Group", "1/2/3/4")).rejects.toThrow("domainId/groupId");
  const garbage = new Promise((_, reject) => {
    plugin.raw.makeUnaryRequest(
      service.check.path,
      () => Buffer.from([255, 255, 255]),
      (bytes) => bytes,
      {},
      reject,
    );
  });
  await expect(garbage).rejects.toMatchObject({ code: expect.any(Number) as number });
  const untyped = new messages.CheckRequest()
    .setUrn("urn:pulumi:dev::test::parent:index:Type$groupware:barium:Group::name")
    .setNews(toStruct(group));
  expect((await plugin.call(service.check, untyped)).getFailuresList()).toEqual([]);
});

it("says that it must be configured first", async () => {
  const plugin = await unconfigured();
  await expect(plugin.check("barium:Group", group)).rejects.toThrow("was not configured");
});

it("ends at a cancellation: a read at once, a write with its answer, and nothing goes out after it", async () => {
  const { emulator, plugin } = await stage();
  await plugin.create("barium:Group", group);
  const slow: FaultOptions = { kind: "slow", delay: 1000 };
  emulator.faults.add({ ...slow, match: { method: "POST", path: "/barium/api/v1.1/domains/1/groups" } });
  const created = plugin.create("barium:Group", { ...group, key: "more" });
  await emulatorSees(emulator.requests, 4);
  emulator.faults.add({ kind: "slow", delay: 60_000, match: { method: "GET", system: "apio" } });
  const read = failureOf(plugin.read("apio:Group", "acme/g"));
  await emulatorSees(emulator.requests, 5);
  await plugin.call(service.cancel, new emptyMessages.Empty());
  expect((await read).details).toContain("The engine cancelled the run before this was done.");
  await expect(plugin.create("barium:Group", { ...group, key: "late" })).rejects.toThrow("cancelled");
  expect((await created).id).toMatch(/^1\/\d+$/);
  expect(objectCount(emulator)).toBe(2);
});

it("keeps what was applied when a wait is cancelled or takes longer than the resource's own time-out", async () => {
  const { emulator, plugin } = await stage();
  emulator.apio.behave({ hiddenReads: 1_000_000 });
  const inputs = { tenantId: "acme", groupId: "late", groupName: secret("Late") };
  const tooLate = await failureOf(plugin.create("apio:Group", inputs, { timeout: 0.2 }));
  expect(tooLate.details).toContain("does not show it after 0.2 s");
  expect(partialFailureOf(tooLate)).toEqual({
    id: "acme/late",
    properties: inputs,
    reasons: [tooLate.details],
  });
  const waiting = failureOf(plugin.create("apio:Group", { ...inputs, groupId: "cancelled" }));
  await expect
    .poll(() => emulator.requests.all.filter(({ path }) => path.endsWith("/cancelled/")).length)
    .toBeGreaterThan(1);
  await plugin.call(service.cancel, new emptyMessages.Empty());
  const cancelled = await waiting;
  expect(cancelled.details).toContain("The engine cancelled the run before this was done.");
  expect(partialFailureOf(cancelled)).toMatchObject({ id: "acme/cancelled" });
});

it("tells the engine what the user should know, with the resource, also one that attaches later", async () => {
  const told: engineMessages.LogRequest.AsObject[] = [];
  const server = new Server();
  server.addService(engineServices.EngineService, {
    log: (call: { request: engineMessages.LogRequest }, callback: (error: null, empty: unknown) => void) => {
      told.push(call.request.toObject());
      callback(null, new emptyMessages.Empty());
    },
  });
  const port = await new Promise<number>((resolve) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_, bound) => resolve(bound)),
  );
  onTestFinished(() => server.forceShutdown());
  const { emulator, plugin } = await stage({ adopt: "true" });
  emulator.change({ system: "barium", scope: "1", set: { key: "staff", name: "Staff" } });
  await plugin.call(service.attach, new pluginMessages.PluginAttach().setAddress(`127.0.0.1:${port}`));
  await plugin.call(service.handshake, new messages.ProviderHandshakeRequest());
  const { id } = await plugin.create("barium:Group", group);
  await expect
    .poll(() => told)
    .toEqual([
      expect.objectContaining({
        message: expect.stringContaining(`took over the object ${id}`) as string,
        urn: "urn:pulumi:dev::test::groupware:barium:Group::name",
      }),
    ]);
});

async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  return call.then(
    () => Promise.reject(new Error("the call should have failed")),
    (error: ServiceError) => error,
  );
}

async function emulatorSees(requests: { readonly all: readonly unknown[] }, count: number): Promise<void> {
  await expect.poll(() => requests.all.length).toBeGreaterThanOrEqual(count);
}
