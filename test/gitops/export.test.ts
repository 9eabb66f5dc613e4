import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type * as z from "zod";
import type { Emulator } from "../../emulator/index.ts";
import { exportObjects } from "../../provider/export/export.ts";
import { Journal } from "../../provider/export/journal.ts";
import {
  branchesOf,
  elementOf,
  type ResourceDefinition,
  recordValueOf,
  shapeOf,
} from "../../provider/resource/definition.ts";
import { traitsOf } from "../../provider/resource/property.ts";
import { Connections } from "../../provider/systems/connections.ts";
import { systems } from "../../provider/systems/index.ts";
import { startPrepared } from "../samples/index.ts";
import { livesOf, operation } from "../support/lives.ts";
import { succeeded, TestStack } from "../support/testStack.ts";
import { groupware } from "./command.ts";
import { connectionsOf, listed, makeAll, withinFlags } from "./existing.ts";

const plugins = { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] };
const importFlags = ["--stack", "dev", "--yes", "--generate-code=false", "--protect=false", "--skip-preview"];

let emulator: Emulator;
let stack: TestStack;

beforeEach(async () => {
  emulator = await startPrepared();
  stack = new TestStack(connectionsOf(emulator), "plugin");
  await stack.init();
});

afterEach(async () => {
  stack.remove();
  await emulator.close();
});

/** The test's own stack gives the connections. */
function run(...args: string[]) {
  return groupware(["export", "--stack", "dev", ...args], { cwd: stack.folder, env: stack.environment });
}

/** Makes the exported manifests the stack's resources. */
function useManifests(): void {
  const main = "node_modules/pulumi-groupware/stack";
  stack.write("Pulumi.yaml", stringify({ name: "test", runtime: "nodejs", main, manifests: "exported", plugins }));
}

function filesBelow(folder: string): Map<string, string> {
  const root = path.join(stack.folder, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(root, file), readFileSync(file, "utf8")]),
  );
}

/** The secrets of the samples that systems show, by the end of the key that an export gives them. */
const secrets: Readonly<Record<string, string>> = {
  "-transform-password-value": "emulator-Password1",
  "-powerAutomate-requestUrl": "https://flows.example/start?sig=emulator",
};

/** Sets what an export has not written and asks for. */
async function setSecrets(output: string): Promise<void> {
  for (const [, key = ""] of output.matchAll(/pulumi config set --secret (\S+)/g)) {
    const value = Object.entries(secrets).find(([end]) => key.endsWith(end))?.[1] ?? "unknown";
    succeeded(await stack.run(["config", "set", "--secret", key, value, "--stack", "dev"]));
  }
}

describe("an export of everything that can be listed", () => {
  it("comes under management by an import, and nothing is to be done then: as manifests", async () => {
    await makeAll(emulator);
    const before = emulator.objects();
    const result = await run(...withinFlags());
    expect(result.stderr).toBe("");
    expect(succeeded(result)).toContain("pulumi import --file exported/import.json");
    await setSecrets(result.stdout);
    useManifests();
    const hosted = [...filesBelow("exported")].filter(([file]) => file.startsWith("saltstack/")).join("\n");
    expect(hosted).toContain("managerId: ${saltstack-exchangeUser-");
    for (const kind of ["exchange-tenants", "sharepoint-tenants", "sharepoint-users"] as const) {
      for (const id of emulator.saltstack.list(kind).keys()) {
        expect(hosted, `the ID of one of the ${kind}`).not.toContain(id);
      }
    }
    succeeded(await stack.run(["import", ...importFlags, "--file", "exported/import.json"]));
    succeeded(await stack.preview("--expect-no-changes"));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    expect(emulator.objects()).toEqual(before);
  });

  it("and as a program in TypeScript", async () => {
    await makeAll(emulator);
    await setSecrets(succeeded(await run(...withinFlags(), "--format", "typescript")));
    stack.write("Pulumi.yaml", stringify({ name: "test", runtime: "nodejs", main: "exported", plugins }));
    stack.write("exported/package.json", '{ "name": "exported", "main": "index.ts" }');
    stack.write(
      "exported/tsconfig.json",
      stack.read("node_modules/pulumi-groupware/examples/quickstart/tsconfig.json"),
    );
    succeeded(await stack.run(["import", ...importFlags, "--file", "exported/import.json"]));
    succeeded(await stack.preview("--expect-no-changes"));
  });

  it("is the same each time, and differs only where the system does", async () => {
    await makeAll(emulator);
    succeeded(await run(...withinFlags(), "--out", "first"));
    emulator.barium.behave({ shuffled: true, pageSize: 1 });
    succeeded(await run(...withinFlags(), "--out", "second"));
    expect(filesBelow("second")).toEqual(filesBelow("first"));
    expect(existsSync(path.join(stack.folder, "first/.export.jsonl"))).toBe(false);
  });
});

describe("an export", () => {
  const add = (set: object) => emulator.change({ system: "barium", scope: "1", set: { ...set } });

  it("refers to what it exports, and only to that", async () => {
    const top = add({ key: "top", name: "Top" });
    add({ key: "below", name: "Below", parentId: Number(top) });
    const other = emulator.change({ system: "barium", scope: "2", set: { key: "other", name: top } });
    emulator.change({ system: "barium", scope: "2", set: { key: "leaf", name: "Leaf", parentId: Number(other) } });
    const only = ["--only", "barium:Group"];
    succeeded(await run(...only, "--within", "domainId=1", "--within", "domainId=2"));
    const files = filesBelow("exported");
    expect([...files.keys()]).toEqual(["barium/group/1.yaml", "barium/group/2.yaml", "import.json"]);
    expect(files.get("barium/group/1.yaml")).toContain("parentId: ${barium-group-1-top.groupId}\n");
    // The name is the same text as an ID, and names nothing.
    expect(files.get("barium/group/2.yaml")).toContain(`name: "${top}"\n`);
    expect(files.get("barium/group/2.yaml")).toContain("parentId: ${barium-group-2-other.groupId}\n");
    succeeded(await run(...only, "--within", "domainId=1", "--filter", "name=bel*", "--out", "filtered"));
    expect(filesBelow("filtered").get("barium/group.yaml")).toContain(`parentId: "${top}"\n`);
  });

  it("writes what looks like something else as the text that it is", async () => {
    const names = [
      "0123",
      "yes",
      "12:30",
      "1_000",
      "${x}",
      "$$",
      "~",
      "null",
      "# no",
      "- no",
      "a: b",
      "ä\n\tb",
      " x ",
      "=",
      "0x1f",
      "1e3",
      ".inf",
      "<<",
    ];
    for (const [index, name] of names.entries()) {
      add({ key: `k${index}`, name });
    }
    add({ key: "Å b", name: "1" });
    add({ key: "a-b", name: "2" });
    succeeded(await run("--only", "barium:Group", "--within", "domainId=1"));
    useManifests();
    succeeded(await stack.run(["import", ...importFlags, "--file", "exported/import.json"]));
    succeeded(await stack.preview("--expect-no-changes"));
    expect(stack.state().map(({ urn }) => urn.split("::").at(-1))).toEqual(
      expect.arrayContaining(["barium-group-A-b", "barium-group-a-b"]),
    );
  });

  it("reaches objects over a connection of another name", async () => {
    add({ key: "east", name: "East" });
    stack.configure({ "groupware:connections": { east: { ...emulator.connections.barium, system: "barium" } } });
    succeeded(await run("--within", "domainId=1"));
    expect(filesBelow("exported").get("east/group.yaml")).toContain("connection: east\n");
    useManifests();
    succeeded(await stack.run(["import", ...importFlags, "--file", "exported/import.json"]));
    succeeded(await stack.preview("--expect-no-changes"));
  });

  it("writes no secret, and names the command that sets it", async () => {
    const resource = listed.find(({ type }) => type === "groupid:DataSource") as ResourceDefinition;
    const lives = livesOf(resource, emulator);
    const settings = {
      type: "sqlServer",
      connectionString: "hidden-host.example\\SQL",
      database: "hr",
      username: "hr",
    };
    const { inputs, failures } = lives.check({}, { name: "hr", settings });
    expect(failures).toEqual([]);
    await lives.create(inputs, operation);
    const only = ["--only", "groupid:DataSource"];
    const result = await run(...only);
    const key = "groupid-dataSource-hr-settings-connectionString";
    expect(succeeded(result)).toContain(`\n  pulumi config set --secret ${key}\n`);
    const manifest = filesBelow("exported").get("groupid/dataSource.yaml");
    expect(manifest).toContain(`config:\n  ${key}:\n    type: string\n    secret: true\n`);
    expect(manifest).toContain(`connectionString: \${${key}}\n`);
    succeeded(await run(...only, "--format", "typescript", "--out", "program"));
    expect(filesBelow("program").get("index.ts")).toContain(`connectionString: config.requireSecret("${key}"),`);
    const written = [...filesBelow("exported").values(), ...filesBelow("program").values()].join("");
    expect(written + result.output).not.toContain("hidden-host");
    useManifests();
    succeeded(await stack.run(["import", ...importFlags, "--file", "exported/import.json"]));
    succeeded(await stack.run(["config", "set", "--stack", "dev", "--secret", key, "hidden-host.example\\SQL"]));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    expect(JSON.stringify(stack.state())).not.toContain("hidden-host");
  });

  it("goes on where it failed, and writes nothing before it is complete", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `g${index}`);
    for (const groupId of ids) {
      emulator.change({ system: "apio", scope: "acme", id: groupId, set: { timeZone: "UTC" } });
    }
    const flags = ["--only", "apio:Group", "--within", "tenantId=acme"];
    const reads = () => emulator.requests.all.filter(({ endpoint }) => endpoint === "apio.groups.get").length;
    emulator.faults.add({ kind: "status", status: 400, match: { endpoint: "apio.groups.get" }, skip: 30, times: 0 });
    const failed = await run(...flags);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/nothing is written yet.*The same command goes on from there/s);
    expect(existsSync(path.join(stack.folder, "exported/import.json"))).toBe(false);
    emulator.faults.clear();
    emulator.requests.clear();
    const result = await run(...flags);
    expect(result.stderr).toMatch(/^Going on with the export of .*: 3\d objects are read already/);
    expect(succeeded(result)).toContain("Wrote 40 resources");
    expect(reads()).toBeLessThanOrEqual(10);
  });

  it("forgets what a run before has read when that was long ago", () => {
    const object = { connection: "barium", type: "barium:Group", id: "1/1", inputs: {}, outputs: {}, missing: [] };
    const lines = (begun: number) =>
      [{ scope: "here", begun: new Date(begun).toISOString() }, object].map((line) => JSON.stringify(line)).join("\n");
    const hour = 3_600_000;
    stack.write("out/.export.jsonl", lines(Date.now() - hour));
    expect(new Journal(path.join(stack.folder, "out"), "here", false).size).toBe(1);
    stack.write("out/.export.jsonl", lines(Date.now() - 25 * hour));
    expect(new Journal(path.join(stack.folder, "out"), "here", false).size).toBe(0);
  });

  it("takes a refusal to show what was never set for nothing", async () => {
    const result = await run("--only", "groupid:PowerAutomateSettings", "--within", "identityStoreId=2");
    expect(succeeded(result)).toContain("Wrote 0 resources");
  });

  it("that is interrupted writes nothing, and goes on", async () => {
    for (let index = 0; index < 40; index++) {
      add({ key: `G${index}`, name: `Group ${index}` });
    }
    const out = path.join(stack.folder, "exported");
    const request = { connection: [], only: ["barium:Group"], within: { domainId: ["1"] }, filter: [], out };
    const interrupted = new AbortController();
    const exporting = (signal: AbortSignal, step: () => void) =>
      exportObjects(new Connections(connectionsOf(emulator), {}, signal), request, signal, {
        step,
        note: () => undefined,
      });
    await expect(exporting(interrupted.signal, () => interrupted.abort())).rejects.toThrow(
      /^nothing is written yet, because it was interrupted\.\n\d+ objects were read/,
    );
    const { resources } = await exporting(new AbortController().signal, () => undefined);
    expect(resources).toHaveLength(40);
  });

  it("names objects by all that tells them apart, also where another system's part of that name is given", async () => {
    await makeAll(
      emulator,
      listed.filter(({ type }) => type === "saltstack:SharepointUser"),
    );
    succeeded(await run("--only", "saltstack:SharepointUser", "--within", "tenantId=acme"));
    const { resources } = JSON.parse(filesBelow("exported").get("import.json") ?? "") as {
      resources: { name: string }[];
    };
    for (const { name } of resources) {
      expect(name).toMatch(/^saltstack-sharepointUser-[0-9a-f]{32}-/);
    }
    expect(resources.length).toBeGreaterThan(0);
  });

  it("takes as many calls as there are pages, and a few", async () => {
    for (let index = 0; index < 2500; index++) {
      add({ key: `G${index}`, name: `Group ${index}` });
    }
    emulator.requests.clear();
    succeeded(await run("--only", "barium:Group", "--within", "domainId=1"));
    expect(emulator.requests.all.length).toBeLessThanOrEqual(3 + 5);
  });

  it.each([
    [["--connection", "bariun"], 'there is no connection "bariun" (did you mean "barium"?); configured:'],
    [["--only", "barium:Grup"], 'there is no type "barium:Grup"; did you mean barium:Group?'],
    [
      ["--only", "barium:Group"],
      "no call lists these; say which are meant, each as often as there are several:\n  --within domainId=… (for barium:Group)",
    ],
    [["--filter", "name"], '"name" is no filter; one has the form property=pattern, such as name=Sales*'],
    [["--stack", "prod"], "pulumi config --json: "],
  ])("says what is wrong with %j", async (flags, message) => {
    const result = await run(...flags);
    expect(result.stderr).toContain(`groupware export: ${message}`);
    expect(result.code).toBe(1);
    expect(existsSync(path.join(stack.folder, "exported"))).toBe(false);
  });
});

it("every property that refers names a property that there is", () => {
  const known = new Set(
    systems
      .flatMap((system) => system.resources)
      .flatMap(({ type, inputs, outputs }) =>
        Object.keys({ ...inputs, ...outputs, id: "" }).map((name) => `${type}.${name}`),
      ),
  );
  const wanted = systems
    .flatMap((system) => system.resources)
    .flatMap(({ inputs }) => Object.values(inputs).flatMap((schema) => referencesIn(schema)));
  expect(wanted).toContain("barium:Group.groupId");
  expect(wanted.filter((name) => !known.has(name))).toEqual([]);
});

/** What a schema refers to, at any depth. */
function referencesIn(schema: z.core.$ZodType): string[] {
  const inner = [
    ...(branchesOf(schema) ?? []),
    ...Object.values(shapeOf(schema) ?? {}),
    ...[elementOf(schema) ?? recordValueOf(schema)].filter((one) => one !== undefined),
  ];
  return [...[traitsOf(schema).refersTo ?? []].flat(), ...inner.flatMap(referencesIn)];
}
