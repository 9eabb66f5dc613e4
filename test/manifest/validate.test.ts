import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readManifests } from "../../provider/manifest/manifests.ts";
import { formatProblem, ManifestError } from "../../provider/manifest/problem.ts";
import { type Setting, validate } from "../../provider/manifest/validate.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "groupware-manifests-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with files, as `file:line:column: message`, and whatever they are made of. */
function problemsOf(files: Readonly<Record<string, string | Uint8Array>>, setting: Setting = {}): string[] {
  const root = mkdtempSync(path.join(folder, "case-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return validate(readManifests(["."], root), setting).map((problem) => formatProblem(problem).split("\n")[0] ?? "");
}

const group = (properties: string, more = "") =>
  `resources:\n  staff:\n    type: groupware:barium:Group\n    properties: { domainId: "1", key: staff, ${properties} }\n${more}`;

describe("problems", () => {
  it("are told all at once, with file, line and column, and carets under the place", () => {
    const root = mkdtempSync(path.join(folder, "carets-"));
    writeFileSync(path.join(root, "b.yaml"), "resources:\n  x:\n    type: groupware:barium:Grup\n");
    writeFileSync(path.join(root, "a.yaml"), "outputs:\n\tx: 1\n");
    const problems = validate(readManifests(["a.yaml", "b.yaml", "none"], root));
    expect(new ManifestError(problems).message).toBe(`there are 3 problems in the manifests:

none: there is no such file or folder

a.yaml:2:1: Tabs are not allowed as indentation
   2 | \tx: 1
     | ^

b.yaml:3:11: there is no resource type "groupware:barium:Grup"; did you mean groupware:barium:Group?
   3 |     type: groupware:barium:Grup
     |           ^^^^^^^^^^^^^^^^^^^^^
`);
  });

  it.each<[string, string, string[]]>([
    [
      "an empty file, such as a write that failed leaves",
      "\n",
      ["a.yaml: the file is empty; remove it, or write `resources: {}`"],
    ],
    ["nothing", "# resources:\n", []],
    [
      "a reference without quotes where braces mean something",
      group("name: ${parent.name}, parentId: x, origin: y"),
      ['a.yaml:4:53: between { } or [ ], a reference needs quotes: "${name.property}"'],
    ],
    [
      "a property that every object has",
      group("name: Staff, constructor: 1, __proto__: { x: 1 }", "outputs:\n  x: ${staff.toString}\n"),
      [
        expect.stringContaining('a.yaml:4:59: there is no property "constructor"') as string,
        expect.stringContaining('a.yaml:4:75: there is no property "__proto__"') as string,
        expect.stringContaining('a.yaml:6:6: there is no property "toString"') as string,
      ],
    ],
    ["a right one", group("name: Staff"), []],
    ["a property that is missing", group(""), ["a.yaml:2:3: name: is required and missing (string)"]],
    [
      "a property that there is not",
      group("nmae: Staff, name: Staff"),
      ['a.yaml:4:46: there is no property "nmae"; did you mean "name"?'],
    ],
    ["a value of another type", group("name: { a: 1 }"), ["a.yaml:4:46: must be a string, but is an object"]],
    [
      "a value inside of another",
      "resources:\n  p:\n    type: groupware:apio:Group\n    properties:\n      tenantId: acme\n      groupId: x\n      contactInformation:\n        name: 5\n",
      ["a.yaml:8:9: contactInformation.name: must be a string, but is a number"],
    ],
    [
      "a value that a variable holds",
      `variables: { limit: many }\nresources:\n  p: { type: "groupware:apio:Group", properties: { tenantId: a, groupId: b, userLimit: "\${limit}" } }\n`,
      ["a.yaml:3:77: must be a number, but is a string"],
    ],
    [
      "numbers that begin with a zero",
      group("name: 0042"),
      [
        "a.yaml:4:46: must be a string, but is a number",
        'a.yaml:4:52: is a number, and numbers lose zeros in front; write it in quotes ("…") to keep them',
      ],
    ],
    [
      "a reference to nothing",
      group("name: Staff, parentId: '${stuff.groupId}'"),
      ['a.yaml:4:70: there is no resource, variable or configuration value "stuff"; did you mean "staff"?'],
    ],
    [
      "an output that there is not",
      group("name: Staff", "outputs: { id: '${staff.groupID}', deep: '${staff.name.first}' }\n"),
      [
        'a.yaml:5:17: there is no property "groupID"; did you mean "groupId"?',
        "a.yaml:5:43: staff.name is a string, which has nothing inside",
      ],
    ],
    [
      "what Pulumi does not tell",
      "outputs: { stack: '${pulumi.stack}', place: '${pulumi.place}' }\n",
      ['a.yaml:1:46: ${pulumi} has cwd, organization, project, rootDirectory, stack, and not "place"'],
    ],
    [
      "a circle",
      "variables:\n  a: ${b}\n  b: ${c}x\n  c: ${a}\n",
      ["a.yaml:4:6: this goes in a circle: a → b → c → a"],
    ],
    [
      "what is there twice in a file",
      group("name: Staff, name: More"),
      ['a.yaml:4:59: "name" stands here a second time'],
    ],
    [
      "options",
      group(
        "name: Staff",
        `    options:
      protekt: true
      protect: maybe
      parent: staff
      dependsOn: \${staff}
      ignoreChanges: [nmae]
      retainOnDelete: "yes"
      customTimeouts: { create: 5 minutes, make: 5m }
      aliases: [{ nme: old }]
`,
      ),
      [
        'a.yaml:6:7: options has no "protekt"; did you mean "protect"?',
        "a.yaml:7:16: protect must be true or false, not a text",
        "a.yaml:8:15: this must be a resource: ${name}",
        "a.yaml:9:18: this goes in a circle: staff → staff",
        "a.yaml:9:18: this must be a list of resources",
        'a.yaml:10:23: there is no property "nmae"; did you mean "name"?',
        "a.yaml:11:23: this must be true or false",
        'a.yaml:12:33: a time is a text such as "30s", "5m" or "1h30m"',
        "a.yaml:13:19: this is none of name, noParent, parent, project, stack, type, urn",
      ],
    ],
    [
      "an option beside the properties",
      "resources:\n  x: { type: 'groupware:apio:Group', protect: true, grupId: a, properties: { tenantId: a, groupId: a } }\n",
      [
        'a.yaml:2:38: a resource has no "protect"; it belongs below `options`',
        'a.yaml:2:53: a resource has no "grupId"; it may have type, name, defaultProvider, properties, options, get, and a property belongs below `properties`',
      ],
    ],
    [
      "a section that there is not",
      "resorces: {}\ncomponents: {}\n",
      [
        'a.yaml:1:1: a file of manifests has no "resorces"; did you mean "resources"?',
        'a.yaml:2:1: a file of manifests has no "components"; it may have config, configuration, variables, resources, outputs, pulumi, manifests, defaults, tables, name, runtime, main, description, author, website, license, template, backend, options, stackConfigDir, plugins, packages, refresh, requiredPulumiVersion',
      ],
    ],
    [
      "a resource without a type",
      "resources: { x: {} }\n",
      ['a.yaml:1:14: "x" has no type, such as groupware:<system>:<Object>'],
    ],
    [
      "another package's resource",
      "resources: { x: { type: 'random:index:Pet' } }\n",
      [
        'a.yaml:1:25: there is no resource type "random:index:Pet"; manifests make resources of the package groupware, and others belong into a program',
      ],
    ],
    [
      "an interpolation that does not end",
      group('name: "a ${staff", parentId: "$${x}"'),
      ["a.yaml:4:55: a } is missing; write $${ for the characters ${"],
    ],
    [
      "functions",
      `variables:
  a: { "fn::joyn": [",", [a]] }
  b: { "fn::join": [",", a] }
  c: { "fn::fileAsset": x }
  d: { "fn::fromBase64": "no base64!" }
  e: { "fn::select": [2, [a, b]] }
  f: { "fn::readFile": none.txt }
  g: { "fn::join": [",", [a]], x: 1 }
  h: { "fn::length": 5 }
`,
      [
        "a.yaml:2:8: there is no function fn::joyn; did you mean fn::join?",
        "a.yaml:3:26: what fn::join joins must be a list, not a text",
        "a.yaml:4:8: fn::fileAsset is not supported in manifests: no property of these resources takes an asset or an archive",
        "a.yaml:5:26: this is not base64",
        "a.yaml:6:23: the index must be a whole number from 0 to 1",
        "a.yaml:7:24: the file cannot be read: ENOENT: no such file or directory, open 'none.txt'",
        "a.yaml:8:8: fn::join must have an object of its own",
        "a.yaml:9:22: fn::length needs a list, an object or a text, not a number",
      ],
    ],
    [
      "functions of the provider",
      `variables:
  a: { "fn::invoke": { function: "groupware:barium:getGruop", arguments: {} } }
  b: { "fn::invoke": { function: "groupware:barium:getGroups", arguments: { domain: "1" }, return: group } }
  c: { "fn::groupware:barium:getGroups": { domainId: "1" } }
  d: "\${c.groups[0].nmae}"
  e: "\${c.groups.first}"
  f: { "fn::invoke": { function: "groupware:barium:getGroups", argments: {} } }
`,
      [
        'a.yaml:2:34: there is no function "groupware:barium:getGruop"; did you mean groupware:barium:getGroup?',
        "a.yaml:3:34: domainId: is required and missing (string)",
        'a.yaml:3:77: there is no property "domain"; did you mean "domainId"?',
        'a.yaml:3:100: there is no property "group"; did you mean "groups"?',
        'a.yaml:5:7: there is no property "nmae"; did you mean "name"?',
        "a.yaml:6:7: c is a list; take an element: [0]",
        "a.yaml:7:64: this is none of function, arguments, options, return",
      ],
    ],
    [
      "configuration",
      "config:\n  a: { type: strnig }\n  b: {}\n  c: { type: List<string> }\n  d: { default: 5 }\n",
      [
        'a.yaml:2:3: there is no type "strnig"; there are string, number, integer, boolean, object, and a list of one: List<string>',
        "a.yaml:3:3: a configuration value needs a `type` or a `default`",
      ],
    ],
    [
      "an alias of YAML",
      "variables: { a: &x 1, b: *x }\n",
      ["a.yaml:1:26: Pulumi YAML has no aliases (*name); write the value, or use a variable"],
    ],
  ])("of %s", (_, text, expected) => {
    expect(problemsOf({ "a.yaml": text }, { hasConfig: () => false })).toEqual(expected);
  });

  it("of names that stand in several files", () => {
    expect(
      problemsOf({
        "a.yaml": group("name: Staff", "outputs: { x: 1 }\n"),
        "b/c.yml": group("name: Staff", "outputs: { x: 1 }\nvariables: { pulumi: 1 }\n"),
        "d.yaml":
          'resources: { other: { type: "groupware:barium:Group", name: staff, properties: { domainId: 1, key: a, name: a } } }\n',
      }),
    ).toEqual([
      'b/c.yml:2:3: the resource "staff" is there already: a resource of this name stands in a.yaml:2',
      'b/c.yml:5:12: the output "x" is there already: a.yaml:5',
      "b/c.yml:6:14: the name pulumi is Pulumi's own: ${pulumi.stack}",
      'd.yaml:1:14: another groupware:barium:Group has the name "staff" in the stack: a.yaml:2',
    ]);
  });

  it("of another encoding: what its letters would become must not end up in a directory", () => {
    const text = Buffer.from(group("name: Müller"), "latin1");
    expect(problemsOf({ "a.yaml": text })).toEqual(["a.yaml:4: this is not UTF-8; save the file as UTF-8"]);
  });

  it("of a folder without manifests: it would delete everything", () => {
    expect(problemsOf({ "Pulumi.yaml": "name: x\n", ".hidden.yaml": "", "node_modules/a.yaml": "" })).toEqual([
      ".: there is no YAML file in this folder",
    ]);
  });

  it("of what the dynamic host cannot do", () => {
    const text = `resources:
  east: { type: "pulumi:providers:groupware", properties: { connections: {} } }
  staff: { type: "groupware:barium:Group", get: { id: 1/2 } }
  old:
    type: groupware:barium:Group
    properties: { domainId: "1", key: old, name: Old }
    options: { import: 1/3, provider: "\${east}" }
`;
    expect(problemsOf({ "a.yaml": text }, { host: "plugin" })).toEqual([]);
    expect(problemsOf({ "a.yaml": text }, { host: "dynamic" })).toEqual([
      "a.yaml:2:17: a provider of its own needs the plugin; without it, name a `connection` on each resource",
      "a.yaml:3:44: to read a resource that is not managed needs the plugin",
      "a.yaml:7:16: the option import needs the plugin; without it, `adopt: true` takes over an object that exists",
      "a.yaml:7:29: the option provider needs the plugin",
    ]);
  });
});

it("reads and checks 10,000 resources in little more time than their YAML takes", () => {
  const resources = Array.from(
    { length: 10_000 },
    (_, index) =>
      `  g${index}:\n    type: groupware:barium:Group\n    properties:\n      domainId: "1"\n      key: G_${index}\n      name: Group ${index}\n${index === 0 ? "" : `      parentId: \${g${index - 1}.groupId}\n`}`,
  );
  const text = `resources:\n${resources.join("")}`;
  writeFileSync(path.join(folder, "many.yaml"), text);
  // Of the processor's time, so that a machine that is busy with other things does not matter.
  const timeOf = (run: () => void) => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const parsing = timeOf(() => void parseDocument(text, { uniqueKeys: false }));
  const whole = timeOf(() => {
    const manifests = readManifests([path.join(folder, "many.yaml")]);
    expect(validate(manifests)).toEqual([]);
    expect(manifests.order.length).toBe(10_000);
  });
  expect(whole / parsing).toBeLessThan(4);
});
