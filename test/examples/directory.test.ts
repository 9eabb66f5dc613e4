import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

const folder = path.join(repository, "examples/directory");
const list = readFileSync(path.join(folder, "departments.yaml"), "utf8");

let emulator: Emulator;
let stack: TestStack;

const store = () => emulator.groupid.directory.store("2");
const named = (name: string) => store().objects.find((object) => object.text("CN") === name);
/** The names of a group's members. */
const membersOf = (name: string) =>
  (named(name)?.texts("member") ?? []).map((member) => store().get(member)?.text("CN")).sort();

beforeAll(async () => {
  emulator = await startEmulator();
  stack = new TestStack(emulator.connections);
  for (const file of ["package.json", "tsconfig.json", "index.ts"]) {
    stack.write(file, readFileSync(path.join(folder, file), "utf8"));
  }
  stack.write("departments.yaml", list);
  stack.write("Pulumi.yaml", "name: test\nruntime: nodejs\n");
  await stack.init();
});

afterAll(async () => {
  stack.remove();
  await emulator.close();
});

it("goes up, and then neither a preview nor a refresh finds anything", async () => {
  succeeded(await stack.up());
  expect(membersOf("Engineering")).toEqual(["Ann Smith", "Bob Jones"]);
  expect(membersOf("Project Launch")).toEqual(["Bob Jones", "Eve Brown"]);
  expect(membersOf("Everybody")).toEqual(["Ann Smith", "Bob Jones", "Eve Brown"]);
  expect(
    store()
      .get(named("Sales")?.text("managedBy") ?? "")
      ?.text("CN"),
  ).toBe("Eve Brown");
  succeeded(await stack.preview("--expect-no-changes"));
  succeeded(await stack.refresh("--expect-no-changes"));
});

it("tells who leaves, keeps to the list in a department, and to its own people in a project", async () => {
  const guest = emulator.change({ system: "groupid", scope: "2", set: { objectClass: "user", CN: "Guest" } });
  for (const name of ["Sales", "Project Launch"]) {
    const group = named(name);
    const member = [...(group?.texts("member") ?? []), guest];
    emulator.change({ system: "groupid", scope: "2", id: group?.guid, set: { member } });
  }
  stack.write("departments.yaml", list.replace("[asmith, bjones]", "[asmith]").replace("[bjones, ebrown]", "[ebrown]"));
  const preview = succeeded(await stack.preview());
  expect(preview).toContain(`${named("Bob Jones")?.guid} leaves the group.`);
  succeeded(await stack.up("--refresh"));
  expect(membersOf("Engineering")).toEqual(["Ann Smith"]);
  expect(membersOf("Sales")).toEqual(["Eve Brown"]);
  expect(membersOf("Project Launch")).toEqual(["Eve Brown", "Guest"]);
  succeeded(await stack.preview("--refresh", "--expect-no-changes"));
  emulator.change({ system: "groupid", scope: "2", id: guest, remove: true });
});

it("is destroyed, and leaves nothing", async () => {
  succeeded(await stack.destroy());
  expect(emulator.objects().groupid?.["2"]).toEqual({});
});
