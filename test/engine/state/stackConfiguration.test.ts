import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PassphraseCrypter } from "../../../engine/state/passphrase.ts";
import { findProject } from "../../../engine/state/project.ts";
import { blind, StackConfiguration } from "../../../engine/state/stackConfiguration.ts";
import { temporaryFolder } from "./temporary.ts";

const crypter = PassphraseCrypter.create("test");
const decrypt = (ciphertext: string) => crypter.decrypt(ciphertext);

function configuration(text = "", project = ""): { file: string; opened: StackConfiguration } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "Pulumi.yaml"), `name: things\nruntime: nodejs\n${project}`);
  const file = join(folder, "Pulumi.dev.yaml");
  writeFileSync(file, text);
  return { file, opened: new StackConfiguration(findProject(folder), "dev") };
}

const plain = { isPath: false };
const path = { isPath: true };

test("an edit leaves comments, order and other values as they are", () => {
  const { file, opened } = configuration(
    "# ours\nencryptionsalt: v1:abc\nconfig:\n  things:a: one # why\n  # below\n  other:b:\n    - 1\n",
  );
  opened.set("a", "two", plain);
  opened.set("c", "3", plain);
  opened.save();
  expect(readFileSync(file, "utf8")).toBe(
    '# ours\nencryptionsalt: v1:abc\nconfig:\n  things:a: two # why\n  # below\n  other:b:\n    - 1\n  things:c: "3"\n',
  );
});

test("a path makes the maps and lists on its way; numbers and booleans in them are such, at the top they are texts", () => {
  const { opened } = configuration();
  opened.set("groupware:connections.barium.url", "http://x", path);
  opened.set("list[0]", "5", path);
  opened.set("list[1]", "true", path);
  opened.set('map["a.b"]', "05", path);
  opened.set("top", "5", plain);
  expect(Object.fromEntries(opened.values(decrypt))).toEqual({
    "groupware:connections": { value: { barium: { url: "http://x" } }, secret: false },
    "things:list": { value: [5, true], secret: false },
    "things:map": { value: { "a.b": "05" }, secret: false },
    "things:top": { value: "5", secret: false },
  });
});

test("secrets are found at any depth, and hidden without the passphrase", () => {
  const { file, opened } = configuration();
  opened.set("deep.list[0].password", "geheim", { isPath: true, crypter });
  opened.set("deep.user", "me", path);
  opened.save();
  expect(readFileSync(file, "utf8")).not.toContain("geheim");
  expect(opened.values(decrypt).get("things:deep")).toEqual({
    value: { list: [{ password: "geheim" }], user: "me" },
    secret: true,
  });
  expect(opened.values(blind).get("things:deep")?.value).toEqual({ list: [{ password: "[secret]" }], user: "me" });
  expect(opened.get("deep.list[0].password", true, decrypt)).toEqual({ value: "geheim", secret: true });
  expect(opened.get("deep.user", true, () => expect.fail("nothing is secret here"))?.value).toBe("me");
  expect(opened.get("deep.list[1].password", true, decrypt)).toBeUndefined();
});

test("a value goes, by its key or its path, and what never was may go as well", () => {
  const { opened } = configuration("config:\n  things:a: 1\n  things:b:\n    c: 1\n    d: 2\n");
  opened.delete("a", false);
  opened.delete("b.c", true);
  opened.delete("nothing", false);
  expect([...opened.values(blind)]).toEqual([["things:b", { value: { d: 2 }, secret: false }]]);
});

test("the project's own values and defaults stand behind the stack's", () => {
  const { opened } = configuration(
    "config:\n  things:a: stack\n",
    "config:\n  a:\n    default: project\n  b: 5\n  other:c:\n    value: [x]\n",
  );
  expect([...opened.values(blind)].map(([key, { value }]) => [key, value])).toEqual([
    ["other:c", ["x"]],
    ["things:a", "stack"],
    ["things:b", 5],
  ]);
  opened.validate(blind);
});

test("what the project declares and the stack has not is told at once, in the CLI's words", () => {
  const project = "config:\n  b:\n    type: string\n  a:\n    type: integer\n  c:\n    type: string\n";
  expect(() => configuration("", project).opened.validate(blind)).toThrow(
    "Stack 'dev' is missing configuration values 'a', 'b' and 'c'",
  );
  expect(() => configuration("config:\n  things:a: 1\n  things:b: x\n", project).opened.validate(blind)).toThrow(
    "Stack 'dev' is missing configuration value 'c'",
  );
});

test.each([
  ["integer", "five", "must be of type 'integer'"],
  ["boolean", "5", "must be of type 'boolean'"],
  ["array", "x", "must be of type 'array'"],
  ["integer", "'5'", undefined],
  ["boolean", "'true'", undefined],
  ["array", "[1]", undefined],
])("a value declared as %s may not be %s: %s", (type, value, message) => {
  const { opened } = configuration(`config:\n  things:a: ${value}\n`, `config:\n  a:\n    type: ${type}\n`);
  const validate = expect(() => opened.validate(blind));
  if (message === undefined) {
    validate.not.toThrow();
  } else {
    validate.toThrow(`Stack 'dev' with configuration key 'a' ${message}`);
  }
});

test("a value declared as secret must be one", () => {
  const project = "config:\n  a:\n    type: string\n    secret: true\n";
  expect(() => configuration("config:\n  things:a: clear\n", project).opened.validate(blind)).toThrow(
    "must be encrypted as it's secret",
  );
  const { opened } = configuration("", project);
  opened.set("a", "hidden", { isPath: false, crypter });
  opened.validate(decrypt);
});

test("a broken file is named", () => {
  expect(() => configuration("config: [\n")).toThrow(/Pulumi\.dev\.yaml: /);
});
