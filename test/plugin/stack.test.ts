import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { Emulator } from "../../emulator/index.ts";
import { systems } from "../../provider/systems/index.ts";
import { changeOutside, copyOf, needsOf, objectCount, sampleOf, samples, startPrepared } from "../samples/index.ts";
import { engine } from "../support/engine.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";

const resources = systems.flatMap((system) => system.resources);

/** One of every resource, with every property, and what they need. */
const everything: Declared[] = [
  ...needsOf(samples),
  ...resources.map((resource) => ({
    name: resource.type.replace(":", "-"),
    type: resource.type,
    args: copyOf(sampleOf(resource.type), resource, "plugin"),
  })),
];

const writes = (emulator: Emulator) =>
  emulator.requests.all.filter(({ method, body }) => method !== "GET" && body !== "[sign-in]");

async function stage(host: "dynamic" | "plugin") {
  const emulator = await startPrepared();
  const stack = new TestStack(emulator.connections, host);
  await stack.init();
  return { emulator, stack, before: objectCount(emulator) };
}

describe("a stack moves from the dynamic host to the plugin", () => {
  let emulator: Emulator;
  let stack: TestStack;
  let before: number;

  beforeAll(async () => {
    ({ emulator, stack, before } = await stage("dynamic"));
    stack.declare(everything);
    succeeded(await stack.up());
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("without a change of anything, and without a call", async () => {
    const before = stack.state().map(({ id }) => id);
    stack.useHost("plugin");
    emulator.requests.clear();
    succeeded(await stack.preview("--expect-no-changes"));
    succeeded(await stack.up("--expect-no-changes"));
    expect(emulator.requests.all).toEqual([]);
    const after = stack.state();
    expect(after.map(({ id }) => id)).toEqual(
      expect.arrayContaining(before.filter((id) => id?.includes("/") === true)),
    );
    expect(after.filter(({ type }) => type.includes("dynamic"))).toEqual([]);
    succeeded(await stack.refresh("--expect-no-changes"));
    expect(writes(emulator)).toEqual([]);
    succeeded(await stack.preview("--expect-no-changes"));
    expect(JSON.stringify(stack.state())).not.toContain("__provider");
  });

  it("and leaves nothing when it is destroyed", async () => {
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });
});

describe("a stack of the plugin", () => {
  let emulator: Emulator;
  let stack: TestStack;
  let before: number;

  beforeAll(async () => {
    ({ emulator, stack, before } = await stage("plugin"));
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  it("shows each property that changed elsewhere, by its path, and heals it", async () => {
    stack.declare(everything);
    succeeded(await stack.up());
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    const state = stack.state();
    const expected = resources.flatMap(({ type }) => {
      const sample = sampleOf(type);
      const [[property, change] = []] = Object.entries(sample.wire);
      const object = state.find(({ urn }) => urn.endsWith(`::${type.replace(":", "-")}`));
      if (property === undefined || change === undefined) {
        return [];
      }
      changeOutside(emulator, sample.locate(object?.id ?? "", emulator), change);
      return [{ name: type.replace(":", "-"), properties: [property] }];
    });
    const steps = await stack.steps("--refresh");
    const found = steps
      .filter(({ op }) => op === "update" || op === "replace")
      .map(({ urn, detailedDiff }) => ({
        name: urn.split("::").at(-1) ?? "",
        properties: [...new Set(Object.keys(detailedDiff ?? {}).map((path) => path.split(/[.[]/)[0] ?? ""))],
      }));
    expect(found.sort(byName)).toEqual(expected.sort(byName));
    succeeded(await stack.up("--refresh"));
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });

  it("imports by the option, through an explicit provider, and asks functions through it", async () => {
    const id = emulator.change({ system: "barium", scope: "1", set: { key: "old", name: "Old" } });
    stack.write(
      "index.js",
      `const pulumi = require("@pulumi/pulumi");
       const groupware = require("pulumi-groupware/plugin");
       const { barium } = new pulumi.Config("groupware").requireObject("connections");
       const east = new groupware.Provider("east", { connections: { barium: { ...barium, apiKey: pulumi.secret(barium.apiKey) } } });
       const old = new groupware.barium.Group("old", { domainId: "1", key: "old", name: "Old" }, { provider: east, import: "1/${id}", customTimeouts: { create: "1m" } });
       const seen = groupware.barium.Group.get("seen", "1/${id}", {}, { provider: east });
       exports.found = groupware.barium.getGroupOutput({ domainId: "1", key: old.key }, { provider: east }).name;
       exports.seen = seen.name;`,
    );

    const output = succeeded(await stack.up());
    expect(output).toContain("1 imported");
    const outputs = JSON.parse((await stack.run(["stack", "output", "--json", "--stack", "dev"])).stdout) as object;
    expect(outputs).toEqual({ found: "Old", seen: "Old" });
    succeeded(await stack.preview("--expect-no-changes"));
    const text = JSON.stringify(stack.state());
    expect(text).not.toContain(String(emulator.connections.barium?.apiKey));
    expect(writes(emulator).filter(({ body }) => JSON.stringify(body)?.includes("old"))).toEqual([]);
    stack.useHost("plugin");
    stack.declare([]);
    succeeded(await stack.destroy());
  });

  it("imports many by a file, and follows its settings from the first run on", async () => {
    const ids = ["a", "b"].map((key) => emulator.change({ system: "barium", scope: "1", set: { key, name: key } }));
    stack.configure({ "groupware:connections": emulator.connections });
    stack.useHost("plugin");
    stack.declare([]);
    succeeded(await stack.up());
    const list = ids.map((id, index) => ({ type: "groupware:barium:Group", name: `g${index}`, id: `1/${id}` }));
    stack.write("import.json", JSON.stringify({ resources: list }));
    const flags = ["--stack", "dev", "--yes", "--file", "import.json", "--generate-code=false", "--protect=false"];
    expect(succeeded(await stack.run(["import", ...flags]))).toContain("2 imported");
    const declared = (...keys: string[]) =>
      keys.map((key, index) => ({ name: `g${index}`, type: "barium:Group", args: { domainId: "1", key, name: key } }));
    stack.declare(declared("a", "b"));
    succeeded(await stack.preview("--expect-no-changes"));
    emulator.change({ system: "barium", scope: "1", set: { key: "c", name: "c" } });
    stack.configure({ "groupware:connections": emulator.connections, "groupware:adopt": true });
    stack.declare(declared("a", "b", "c"));
    const adopting = succeeded(await stack.up());
    expect(adopting).toContain("took over the object");
    expect(adopting).toContain("3 unchanged");
    expect(JSON.stringify(stack.state())).not.toContain(String(emulator.connections.barium?.apiKey));
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });

  it.runIf(engine.name === "pulumi")("is written in Pulumi's own YAML as well", async () => {
    const { plugins } = parse(stack.read("Pulumi.yaml")) as { plugins: unknown };
    stack.write(
      "Pulumi.yaml",
      stringify({
        name: "test",
        runtime: "yaml",
        plugins,
        resources: {
          staff: { type: "groupware:barium:Group", properties: { domainId: "1", key: "staff", name: "Staff" } },
          team: {
            type: "groupware:barium:Group",
            properties: { domainId: "1", key: "team", name: "Team", parentId: "${staff.groupId}" },
          },
        },
        outputs: { id: "${team.id}" },
      }),
    );
    succeeded(await stack.up());
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
