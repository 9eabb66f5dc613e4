import { describe, expect, it, onTestFinished } from "vitest";
import { stringify } from "yaml";
import type { Emulator } from "../../emulator/index.ts";
import { objectCount, startPrepared } from "../samples/index.ts";
import { engine } from "../support/engine.ts";
import { type Host, succeeded, TestStack } from "../support/testStack.ts";

const tree = `
config:
  domainId: { type: string }
  limit: { type: integer, default: 25 }
  code: { type: string, default: "0042", secret: true }
variables:
  region: Nordics
  everyone:
    fn::invoke:
      function: groupware:barium:getGroups
      arguments: { domainId: "\${top.domainId}" }
      options: { dependsOn: ["\${nordics}"] }
resources:
  nordics:
    type: groupware:barium:Group
    properties:
      domainId: \${domainId}
      key: sales-nordics
      name: "\${top.name} \${region} costs $\${5}"
      parentId: \${top.groupId}
      originKey: { fn::join: ["-", [team, "\${pulumi.stack}"]] }
    options:
      protect: false
      ignoreChanges: [origin]
      dependsOn: ["\${phones}"]
outputs:
  name: \${nordics.name}
  first: \${everyone.groups[0].key}
  count: \${everyone.totalCount}
`;

const others = `
resources:
  top:
    type: groupware:barium:Group
    name: department
    properties: { domainId: "\${domainId}", key: sales, name: Sales, origin: { fn::secret: hr } }
  phones:
    type: groupware:apio:Group
    properties:
      tenantId: acme
      groupId: sales
      groupName: \${top.name}
      userLimit: \${limit}
      cliPhoneNumber: \${code}
      contactInformation: { contactName: Front desk }
outputs:
  phone: \${phones.contactInformation["contactName"]}
  kind: { fn::pulumiResourceType: "\${phones}" }
`;

async function stackOf(host: Host): Promise<{ emulator: Emulator; stack: TestStack; before: number }> {
  const emulator = await startPrepared();
  const { apio, barium } = emulator.connections;
  const stack = new TestStack({ apio, barium }, host);
  onTestFinished(async () => {
    stack.remove();
    await emulator.close();
  });
  stack.configure({ "groupware:connections": { apio, barium }, "test:domainId": "1" });
  await stack.init();
  return { emulator, stack, before: objectCount(emulator) };
}

async function outputsOf(stack: TestStack): Promise<unknown> {
  return JSON.parse((await stack.run(["stack", "output", "--json", "--show-secrets", "--stack", "dev"])).stdout);
}

const expected = {
  name: "Sales Nordics costs ${5}",
  first: "sales",
  count: 2,
  phone: "Front desk",
  kind: "groupware:apio:Group",
};

describe.each(["dynamic", "plugin"] as const)("manifests, %s", (host) => {
  it("become resources of a program, from all files of a folder", async () => {
    const { emulator, stack, before } = await stackOf(host);
    stack.write(
      "index.js",
      `const { manifest } = require("pulumi-groupware${host === "plugin" ? "/plugin" : ""}");
       const { resources, outputs } = manifest.load("groups/");
       module.exports = { ...outputs, id: resources.top.id };`,
    );
    stack.write("groups/top.yaml", others);
    stack.write("groups/teams/nordics.yml", tree.replace(' default: "0042", secret: true', ""));
    succeeded(await stack.run(["config", "set", "--stack", "dev", "--secret", "code", "0042"]));
    succeeded(await stack.preview());
    succeeded(await stack.up());
    expect(await outputsOf(stack)).toMatchObject(expected);
    expect(stack.state().map(({ urn }) => urn.split("::").at(-1))).toContain("department");
    expect(JSON.stringify(stack.state())).not.toContain("0042");
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(before);
  });
});

it("become the resources of a project without a program, dynamic and by the plugin, and of Pulumi's own YAML", async () => {
  const { emulator, stack, before } = await stackOf("dynamic");
  const project = (more: object) => `name: test\n${stringify(more)}${tree.replace(", secret: true", "")}`;
  const main = "node_modules/pulumi-groupware/stack";
  const plugins = { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] };
  stack.write("more/top.yaml", others);
  stack.write("Pulumi.yaml", project({ runtime: "nodejs", main, manifests: "more/" }));
  succeeded(await stack.up());
  expect(await outputsOf(stack)).toMatchObject(expected);
  expect(stack.state().some(({ type }) => type.includes("dynamic"))).toBe(true);
  stack.write("Pulumi.yaml", project({ runtime: "nodejs", main, manifests: "more/", plugins }));
  succeeded(await stack.up("--expect-no-changes"));
  expect(stack.state().some(({ type }) => type.includes("dynamic"))).toBe(false);
  if (engine.name === "pulumi") {
    const [, resources = "", outputs = ""] = /resources:\n(.*)outputs:\n(.*)/s.exec(others) ?? [];
    stack.write(
      "Pulumi.yaml",
      project({ runtime: "yaml", plugins })
        .replace("resources:\n", `resources:\n${resources}`)
        .replace("outputs:\n", `outputs:\n${outputs}`),
    );
    succeeded(await stack.up("--expect-no-changes"));
    expect(await outputsOf(stack)).toMatchObject(expected);
  }
  succeeded(await stack.destroy());
  expect(objectCount(emulator)).toBe(before);
});

it("tell everything that is wrong, and register nothing", async () => {
  const { emulator, stack } = await stackOf("dynamic");
  stack.write(
    "Pulumi.yaml",
    "name: test\nruntime: nodejs\nmain: node_modules/pulumi-groupware/stack\nmanifests: groups\n",
  );
  stack.write("groups/a.yaml", tree.replace("top.groupId", "tpo.groupId"));
  stack.write("groups/b.yaml", others.replace("userLimit", "userLimt"));
  emulator.requests.clear();
  const result = await stack.up();
  expect(result.code).not.toBe(0);
  expect(result.output).toContain("there are 2 problems in the manifests:");
  expect(result.output).toMatch(
    /groups\/a\.yaml:20:17: there is no resource, .* did you mean "top"\?\n.*parentId.*\n.*\^{14}/,
  );
  expect(result.output).toMatch(/groups\/b\.yaml:13:7: there is no property "userLimt"; did you mean "userLimit"\?/);
  expect(result.output).not.toMatch(/node_modules|at .*\.js/);
  expect(stack.state().filter(({ type }) => type !== "pulumi:pulumi:Stack")).toEqual([]);
  expect(emulator.requests.all).toEqual([]);
  // What only a run knows is told with its place, too.
  stack.write("groups/a.yaml", tree.replace("groups[0]", "groups[7]"));
  stack.write("groups/b.yaml", others);
  const failed = await stack.up();
  expect(failed.output).toMatch(/groups\/a\.yaml:28:10: the list has 2 elements, and this asks for \[7\]/);
  succeeded(await stack.destroy());
});

it("use explicit and default providers, import and read by the plugin, as Pulumi's own YAML does", async () => {
  const { emulator, stack } = await stackOf("plugin");
  const imported = emulator.change({ system: "barium", scope: "1", set: { key: "old", name: "Old" } });
  const read = emulator.change({ system: "barium", scope: "1", set: { key: "seen", name: "Seen" } });
  const connections = { barium: emulator.connections.barium };
  const manifests = `
resources:
  east:
    type: pulumi:providers:groupware
    defaultProvider: true
    properties: { connections: ${JSON.stringify(connections)} }
  old:
    type: groupware:barium:Group
    properties: { domainId: "1", key: old, name: Old }
    options: { import: 1/${imported}, customTimeouts: { create: 2m }, retainOnDelete: false }
  seen: { type: "groupware:barium:Group", get: { id: "1/${read}" } }
  child:
    type: groupware:barium:Group
    properties: { domainId: "1", key: child, name: "\${seen.name} child", parentId: "\${old.groupId}" }
    options: { provider: "\${east}", parent: "\${old}", aliases: [{ name: former }] }
outputs:
  name: \${child.name}
`;
  stack.configure({ "groupware:connections": {} });
  const project = (more: object) =>
    `${stringify({ name: "test", ...more, plugins: { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] } })}${manifests}`;
  stack.write("Pulumi.yaml", project({ runtime: "nodejs", main: "node_modules/pulumi-groupware/stack" }));
  expect(succeeded(await stack.up())).toContain("1 imported");
  expect(await outputsOf(stack)).toEqual({ name: "Seen child" });
  succeeded(await stack.preview("--expect-no-changes"));
  const state = stack.state();
  expect(state.find(({ urn }) => urn.endsWith("::child"))?.urn).toContain(
    "groupware:barium:Group$groupware:barium:Group",
  );
  expect(JSON.stringify(state)).not.toContain(String(emulator.connections.barium?.apiKey));
  if (engine.name === "pulumi") {
    stack.write("Pulumi.yaml", project({ runtime: "yaml" }));
    succeeded(await stack.preview("--expect-no-changes"));
    stack.write("Pulumi.yaml", project({ runtime: "nodejs", main: "node_modules/pulumi-groupware/stack" }));
  }
  succeeded(await stack.destroy());
  expect(emulator.barium.groups("1").size).toBe(1);
  emulator.change({ system: "barium", scope: "1", id: read, remove: true });
});
