import { afterEach, beforeEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/index.ts";
import { objectCount } from "../samples/index.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";

const count = 120;
const parallel = 16;
/** See the issue that set these limits: "What it must reach". */
const writes = Math.floor((1.2 * count) / parallel + 5);

let emulator: Emulator;
let stack: TestStack;

beforeEach(async () => {
  emulator = await startEmulator();
  stack = new TestStack(emulator.connections);
  await stack.init();
});

afterEach(async () => {
  stack.remove();
  await emulator.close();
});

const groups = (name: string, change: Record<string, unknown> = {}): Declared[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `group-${index}`,
    type: "barium:Group",
    args: { domainId: "1", key: `key-${index}`, name: `${name} ${index}`, ...change },
  }));

async function callsOf(run: () => Promise<{ code: number | null; stdout: string; stderr: string; output: string }>) {
  emulator.requests.clear();
  succeeded(await run());
  return emulator.requests.all.length;
}

it("writes many groups in few calls and reads them in pages", async () => {
  stack.declare(groups("Group"));
  const up = await callsOf(() => stack.up("--parallel", String(parallel)));
  expect(emulator.barium.groups("1").size).toBe(count);
  expect(await callsOf(() => stack.preview("--expect-no-changes"))).toBe(0);
  emulator.barium.behave({ pageSize: 50 });
  expect(await callsOf(() => stack.refresh("--expect-no-changes"))).toBeLessThanOrEqual(Math.ceil(count / 50) + 2);
  emulator.barium.behave({ pageSize: 1000 });
  stack.declare(groups("Renamed"));
  const update = await callsOf(() => stack.up("--parallel", String(parallel)));
  const destroy = await callsOf(() => stack.destroy("--parallel", String(parallel)));
  expect(objectCount(emulator)).toBe(0);
  expect(up).toBeLessThanOrEqual(writes);
  expect(update).toBeLessThanOrEqual(writes);
  expect(destroy).toBeLessThanOrEqual(writes);
});

it("takes the children along when a group is replaced under its own key", async () => {
  const tree = (origin: string): Declared[] => [
    { name: "top", type: "barium:Group", args: { domainId: "1", key: "top", name: "Top", origin } },
    ...["a", "b"].map((key) => ({
      name: key,
      type: "barium:Group",
      args: { domainId: "1", key, name: key, parentId: "${top.groupId}" },
    })),
    {
      name: "leaf",
      type: "barium:Group",
      args: { domainId: "1", key: "leaf", name: "Leaf", parentId: "${a.groupId}" },
    },
  ];
  stack.declare(tree("before"));
  succeeded(await stack.up());
  stack.declare(tree("after"));
  const replaced = (await stack.steps()).filter(({ op }) => op === "replace").map(({ urn }) => urn.split("::").at(-1));
  expect(replaced.sort()).toEqual(["a", "b", "leaf", "top"]);
  succeeded(await stack.up());
  const live = [...emulator.barium.groups("1").values()];
  const idOf = (key: string) => live.find((group) => group.key === key)?.id;
  expect(live.map(({ key, parentId }) => [key, parentId]).sort()).toEqual([
    ["a", idOf("top")],
    ["b", idOf("top")],
    ["leaf", idOf("a")],
    ["top", null],
  ]);
  succeeded(await stack.preview("--refresh", "--expect-no-changes"));
});

it("moves a group to a parent that is made in the same run without replacing it", async () => {
  const child = (parentId: string): Declared => ({
    name: "child",
    type: "barium:Group",
    args: { domainId: "1", key: "child", name: "Child", parentId },
  });
  const parent = (key: string): Declared => ({
    name: key,
    type: "barium:Group",
    args: { domainId: "1", key, name: key },
  });
  stack.declare([parent("first"), child("${first.groupId}")]);
  succeeded(await stack.up());
  stack.declare([parent("first"), parent("second"), child("${second.groupId}")]);
  expect((await stack.steps()).find(({ urn }) => urn.endsWith("::child"))?.op).toBe("update");
  succeeded(await stack.up());
  const live = [...emulator.barium.groups("1").values()];
  const second = live.find(({ key }) => key === "second");
  expect(live.find(({ key }) => key === "child")?.parentId).toBe(second?.id);
});

it("keeps an object that one resource gives up and another takes over in the same run", async () => {
  const named = (name: string, args: Record<string, unknown> = {}): Declared => ({
    name,
    type: "barium:Group",
    args: { domainId: "1", key: "kept", name: "Kept", ...args },
  });
  stack.declare([named("old")]);
  succeeded(await stack.up());
  stack.declare([named("new", { adopt: true })]);
  const output = succeeded(await stack.up());
  expect(output).toContain("is kept, because another resource of this stack has taken it over");
  expect(objectCount(emulator)).toBe(1);
  succeeded(await stack.preview("--refresh", "--expect-no-changes"));
});

it("runs functions in the program, with outputs of resources as arguments", async () => {
  stack.write(
    "index.js",
    `const { barium, apio } = require("pulumi-groupware");
     const made = new barium.Group("made", { domainId: "1", key: "made", name: "Made" });
     const phones = new apio.Group("phones", { tenantId: "acme", groupId: "phones", groupName: "Phones" });
     exports.found = barium.getGroupOutput({ domainId: "1", groupId: made.groupId }).apply((group) => group.securityId);
     exports.phones = apio.getGroupsOutput({ tenantId: phones.tenantId, insensitiveGroupNameStarts: "pho", sortOrders: ["sensitiveAscendingGroupName"], allPages: true }).apply(({ groups }) => groups);`,
  );
  succeeded(await stack.up());
  const outputs = JSON.parse((await stack.run(["stack", "output", "--stack", "dev", "--json"])).stdout) as unknown;
  const [group] = [...emulator.barium.groups("1").values()];
  expect(outputs).toEqual({ found: group?.securityId, phones: [{ groupId: "phones", groupName: "Phones" }] });
});
