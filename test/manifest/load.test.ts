import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startPrepared();
});

afterAll(() => emulator.close());

async function stackOf(host: Host): Promise<TestStack> {
  const stack = new TestStack(emulator.connections, host);
  stack.configure({ "groupware:connections": emulator.connections, "test:domainId": "1" });
  await stack.init();
  return stack;
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
    const stack = await stackOf(host);
    stack.write(
      "index.js",
      `const { manifest } = require("pulumi-groupware${host === "plugin" ? "/plugin" : ""}");
       const { resources, outputs } = manifest.load("groups/");
       module.exports = { ...outputs, id: resources.top.id };`,
    );
    stack.write("groups/top.yaml", others);
    stack.write("groups/teams/nordics.yml", tree);
    succeeded(await stack.preview());
    succeeded(await stack.up());
    expect(await outputsOf(stack)).toMatchObject(expected);
    expect((await stack.state()).map(({ urn }) => urn.split("::").at(-1))).toContain("department");
    expect(JSON.stringify(await stack.state())).not.toContain("0042");
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    succeeded(await stack.destroy());
    expect(objectCount(emulator)).toBe(0);
    stack.remove();
  });
});

it("become the resources of a project without a program, dynamic and by the plugin, and of Pulumi's own YAML", async () => {
  const stack = await stackOf("dynamic");
  const project = (more: object) => `name: test\n${stringify(more)}${tree.replace(", secret: true", "")}`;
  const main = "node_modules/pulumi-groupware/stack";
  const plugins = { providers: [{ name: "groupware", path: "node_modules/pulumi-groupware" }] };
  stack.write("more/top.yaml", others);
  stack.write("Pulumi.yaml", project({ runtime: "nodejs", main, manifests: "more/" }));
  succeeded(await stack.up());
  expect(await outputsOf(stack)).toMatchObject(expected);
  expect((await stack.state()).some(({ type }) => type.includes("dynamic"))).toBe(true);
  stack.write("Pulumi.yaml", project({ runtime: "nodejs", main, manifests: "more/", plugins }));
  succeeded(await stack.up("--expect-no-changes"));
  expect((await stack.state()).some(({ type }) => type.includes("dynamic"))).toBe(false);
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
  expect(objectCount(emulator)).toBe(0);
  stack.remove();
});
