import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readManifests } from "../../provider/manifest/manifests.ts";
import { validate } from "../../provider/manifest/validate.ts";
import { startPrepared } from "../samples/index.ts";
import { repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";
import { groupware } from "./command.ts";
import { connectionsOf } from "./existing.ts";

const files: Readonly<Record<string, string>> = {
  "good.yaml": `resources:
  sales: { type: groupware:barium:Group, properties: { domainId: "1", key: sales, name: Sales } }
`,
  "teams/wrong.yaml": `defaults:
  groupware:barium:Group: { properties: { domainId: "1", orign: hr } }
resources:
  sales:
    type: groupware:barium:Group
    properties: { key: other, name: Other }
  a:
    type: groupware:barium:Group
    properties: { key: a, name: A, parentId: "\${b.groupId}" }
  b:
    type: groupware:barium:Group
    properties: { key: b, name: B, parentId: "\${a.groupId}" }
  c:
    type: groupware:barium:Grup
  d:
    type: groupware:barium:Group
    properties: { key: d, name: "\${nobody.name}" }
`,
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "groupware-validate-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("groupware validate", () => {
  // What a pipeline of this repository says of itself is not the tests' concern.
  const env = { GITHUB_WORKSPACE: undefined, CI_PROJECT_DIR: undefined };
  const run = (...args: string[]) => groupware(["validate", ...args], { cwd: folder, env });

  it("reports every mistake of every file at once, each once, with its place", async () => {
    const { code, stdout } = await run(".");
    expect(code).toBe(2);
    expect(stdout).toContain(`teams/wrong.yaml:2:58: there is no property "orign"; did you mean "origin"?
   2 |   groupware:barium:Group: { properties: { domainId: "1", orign: hr } }
     |                                                          ^^^^^`);
    expect(stdout).toContain(
      'teams/wrong.yaml:4:3: the resource "sales" is there already: a resource of this name stands in good.yaml:2',
    );
    expect(stdout).toContain("this goes in a circle: a → b → a");
    expect(stdout).toContain('there is no resource type "groupware:barium:Grup"; did you mean groupware:barium:Group?');
    expect(stdout).toContain('there is no resource, variable or configuration value "nobody"');
    expect(stdout).toMatch(/\n\n5 mistakes\.\n$/);
  });

  it("writes JSON, annotations of GitHub and a report for GitLab", async () => {
    const { problems } = JSON.parse((await run(".", "--format", "json")).stdout) as { problems: object[] };
    expect(problems[0]).toEqual({
      severity: "error",
      file: "teams/wrong.yaml",
      line: 2,
      column: 58,
      endLine: 2,
      endColumn: 63,
      message: 'there is no property "orign"; did you mean "origin"?',
    });
    expect((await run(".", "--format", "github")).stdout).toContain(
      '::error title=groupware validate,file=teams/wrong.yaml,line=2,endLine=2,endColumn=63,col=58::there is no property "orign"; did you mean "origin"?\n',
    );
    expect(JSON.parse((await run(".", "--format", "gitlab")).stdout)).toMatchObject([
      { severity: "blocker", location: { path: "teams/wrong.yaml", lines: { begin: 2 } } },
      ...Array.from({ length: 4 }, () => ({})),
    ]);
  });

  it("names files from the root of the repository that a pipeline has checked out", async () => {
    const root = path.dirname(folder);
    const file = `${path.basename(folder)}/teams/wrong.yaml`;
    const reportOf = async (format: string, env: NodeJS.ProcessEnv) =>
      (await groupware(["validate", "teams", "--format", format], { cwd: folder, env })).stdout;
    expect(await reportOf("github", { GITHUB_WORKSPACE: root })).toContain(`file=${file},line=2`);
    expect(await reportOf("gitlab", { CI_PROJECT_DIR: root })).toContain(`"path": "${file}"`);
  });

  it("knows the configuration of the project that the manifests lie in", async () => {
    const write = (file: string, text: string) => {
      mkdirSync(path.join(folder, "project/groups"), { recursive: true });
      writeFileSync(path.join(folder, "project", file), text);
    };
    write("Pulumi.yaml", "name: hr\nruntime: nodejs\nconfig: { region: eu }\n");
    write("Pulumi.dev.yaml", "config: { 'hr:domain': '7', 'other:key': x }\n");
    const name = "${region} ${domain} ${other:key} ${nothing}";
    write(
      "groups/a.yaml",
      `resources: { a: { type: groupware:barium:Group, properties: { domainId: "1", key: a, name: "${name}" } } }\n`,
    );
    const { stdout } = await groupware(["validate", "groups"], { cwd: path.join(folder, "project") });
    rmSync(path.join(folder, "project"), { recursive: true });
    expect(stdout).toContain('there is no resource, variable or configuration value "nothing"');
    expect(stdout).toContain("1 mistake.");
  });

  it("ends well where nothing is wrong", async () => {
    const { code, stdout } = await run("good.yaml");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "1 resources, and nothing is wrong with them.\n" });
    expect((await run("nowhere")).code).toBe(2);
  });
});

const table = `
defaults:
  groupware:barium:Group:
    properties: { domainId: "1", origin: hr }
    options: { protect: false }
resources:
  top: { type: groupware:barium:Group, properties: { key: top, name: Top, origin: board } }
tables:
  teams:
    type: groupware:barium:Group
    properties: { parentId: "\${top.groupId}" }
    columns: [key, name, originKey, origin]
    rows:
      nordics: [N, Nordics, "7"]
      benelux: [B, "\${nordics.name} and Benelux"]
      iberia: [I, Iberia, ~, ~]
      alps: { key: A, name: Alps, origin: by-hand }
`;

describe("short forms", () => {
  it("become the resources that they stand for", async () => {
    await using emulator = await startPrepared();
    const stack = new TestStack(connectionsOf(emulator), "plugin");
    await stack.init();
    stack.write("index.js", 'require("pulumi-groupware/plugin").manifest.load("groups.yaml");');
    stack.write("groups.yaml", table);
    succeeded(await stack.up());
    const groups = Object.values(emulator.barium.objects()["1"] ?? {}).map(
      ({ key, name, origin, originkey, parentId }) => ({ key, name, origin, originkey, hasParent: parentId !== null }),
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        { key: "top", name: "Top", origin: "board", originkey: null, hasParent: false },
        { key: "N", name: "Nordics", origin: "hr", originkey: "7", hasParent: true },
        { key: "B", name: "Nordics and Benelux", origin: "hr", originkey: null, hasParent: true },
        { key: "I", name: "Iberia", origin: null, originkey: null, hasParent: true },
        { key: "A", name: "Alps", origin: "by-hand", originkey: null, hasParent: true },
      ]),
    );
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    stack.remove();
  });

  it.each([
    [
      "too many values",
      "t: { type: groupware:barium:Group, columns: [key], rows: { a: [x, y] } }",
      "the row has 2 values, and the table has one column",
    ],
    ["no type", "t: { columns: [key], rows: {} }", 'the table "t" has no type'],
    [
      "an unknown column",
      "t: { type: groupware:barium:Group, columns: [domainId, key, name, ky], rows: { a: [d, k, n, y] } }",
      'there is no property "ky"; did you mean "key"?',
    ],
    [
      "an unknown member",
      "t: { type: groupware:barium:Group, colums: [key], rows: {} }",
      'the table "t" has no "colums"; did you mean "columns"?',
    ],
    [
      "a name that is there twice",
      "t: { type: groupware:barium:Group, columns: [domainId, key, name], rows: { a: [d, k, n] } }, u: { type: groupware:barium:Group, columns: [domainId, key, name], rows: { a: [d, k, n] } }",
      'the resource "a" is there already',
    ],
  ])("say what is wrong: %s", (_, tables, message) => {
    writeFileSync(path.join(folder, "table.yml"), `tables: { ${tables} }\n`);
    const problems = validate(readManifests(["table.yml"], folder));
    rmSync(path.join(folder, "table.yml"));
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  });
});

describe("before a run is found", () => {
  const messages = (text: string) => {
    writeFileSync(path.join(folder, "found.yml"), text);
    const problems = validate(readManifests(["found.yml"], folder));
    rmSync(path.join(folder, "found.yml"));
    return problems.map((problem) => problem.message);
  };
  const group = (key: string, more = "") =>
    `{ type: groupware:barium:Group, properties: { domainId: "1", key: ${key}, name: N${more} } }`;

  it("what is declared twice under different names, and nothing else", () => {
    const user = (tenant: string, name: string) =>
      `{ type: groupware:saltstack:ExchangeContact, properties: { tenantId: "\${${tenant}.tenantId}", firstName: A, lastName: B, name: N, email: ${name} } }`;
    const tenant = `{ type: groupware:saltstack:ExchangeTenant, get: { id: x } }`;
    expect(
      messages(`resources:
  a: ${group("a")}
  b: ${group("b")}
  again: ${group("a")}
  east: ${group("a", ", connection: east")}
  t1: ${tenant}
  t2: ${tenant}
  u1: ${user("t1", "ann@example.org")}
  u2: ${user("t2", "ann@example.org")}
  u3: ${user("t1", "Ann@example.org")}
`),
    ).toEqual([
      'this is the same object as "a", by its domainId and key: found.yml:2',
      'this is the same object as "u1", by its tenantId and email: found.yml:8',
    ]);
  });

  it("and told as a warning: a system may hold two objects of one key", async () => {
    writeFileSync(path.join(folder, "twice.yml"), `resources:\n  a: ${group("a")}\n  b: ${group("a")}\n`);
    const reports = ["text", "json", "github", "gitlab"].map((format) =>
      groupware(["validate", "twice.yml", "--format", format], { cwd: folder }),
    );
    const [text, json, github, gitlab] = await Promise.all(reports);
    rmSync(path.join(folder, "twice.yml"));
    expect(text?.code).toBe(0);
    expect(text?.stdout).toMatch(/^twice.yml:3:3: warning: this is the same object as "a".*\n1 warning\.\n$/s);
    expect(JSON.parse(json?.stdout ?? "")).toMatchObject({ problems: [{ severity: "warning" }] });
    expect(github?.stdout).toMatch(/^::warning /);
    expect(JSON.parse(gitlab?.stdout ?? "")).toMatchObject([{ severity: "minor" }]);
  });

  it("one misspelt name in thousands of places, without comparing all names for each", () => {
    const resources = Array.from(
      { length: 4000 },
      (_, index) => `  group-number-${index}: ${group(`k${index}`, ", parentId: '${group-numbre.groupId}'")}`,
    );
    const before = process.cpuUsage();
    expect(messages(`resources:\n${resources.join("\n")}\n`)).toHaveLength(4000);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
  });

  it("a default that nothing could have", () => {
    expect(
      messages(`defaults:
  groupware:barium:Grup: { options: { protect: true } }
  groupware:apio:Group: { properties: { tenantld: acme } }
resources: {}
`),
    ).toEqual([
      'there is no resource type "groupware:barium:Grup"; did you mean groupware:barium:Group?',
      'there is no property "tenantld"; did you mean "tenantId"?',
    ]);
  });

  it("a second document in a file", () => {
    expect(messages("resources: {}\n---\nresources: {}\n")).toEqual([
      "a file is one document; what follows belongs into a file of its own",
    ]);
  });
});

describe("the JSON Schema for editors", () => {
  const schema = JSON.parse(readFileSync(path.join(repository, "manifest.schema.json"), "utf8")) as object;
  const check = new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false }).compile(
    schema,
  );
  const fits = (text: string) => check(parse(text)) || check.errors;

  it.each(globSync("examples/yaml/*/*.yaml", { cwd: repository }))("knows %s", (file) => {
    expect(fits(readFileSync(path.join(repository, file), "utf8"))).toBe(true);
  });

  it("knows short forms, references, functions and IDs that are numbers", () => {
    expect(fits(table)).toBe(true);
    const group = (properties: string) =>
      fits(`resources: { a: { type: groupware:apio:Group, properties: { ${properties} } } }`);
    expect(group("tenantId: 7, groupId: a, userLimit: '${limit}', contactInformation: { a: b }")).toBe(true);
    expect(group("tenantId: { fn::join: ['-', [a, b]] }, groupId: { fn::secret: a }")).toBe(true);
    expect(group("tenantId: a, groupId: a, userLimit: many")).not.toBe(true);
    expect(group("tenantId: a, groupId: a, userlimit: 7")).not.toBe(true);
  });

  it("finds what is misspelt", () => {
    expect(fits("resource: {}")).not.toBe(true);
    expect(fits("resources: { a: { type: groupware:barium:Grup } }")).not.toBe(true);
    expect(fits("resources: { a: { type: groupware:barium:Group, options: { protekt: true } } }")).not.toBe(true);
    expect(fits(readFileSync(path.join(folder, "teams/wrong.yaml"), "utf8"))).not.toBe(true);
  });
});
