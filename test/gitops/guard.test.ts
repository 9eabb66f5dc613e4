import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Emulator } from "../../emulator/index.ts";
import { judge, type Verdict } from "../../provider/guard/guard.ts";
import { readPreview } from "../../provider/guard/preview.ts";
import { startPrepared } from "../samples/index.ts";
import { type Declared, succeeded, TestStack } from "../support/testStack.ts";
import { groupware } from "./command.ts";

const groups = (count: number): Declared[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `team-${index}`,
    type: "barium:Group",
    args: { domainId: "1", key: `T${index}`, name: `Team ${index}` },
  }));

const phones = (contactInformation: object): Declared => ({
  name: "phones",
  type: "apio:Group",
  args: { tenantId: "acme", groupId: "phones", contactInformation },
});

describe.each(["dynamic", "plugin"] as const)("the guard reads the previews of an engine, %s", (host) => {
  let emulator: Emulator;
  let stack: TestStack;

  beforeAll(async () => {
    emulator = await startPrepared();
    const { barium, apio } = emulator.connections;
    stack = new TestStack({ barium, apio }, host);
    await stack.init();
    stack.declare([...groups(30), phones({ contactName: "Ann" })]);
    succeeded(await stack.up());
  });

  afterAll(async () => {
    stack.remove();
    await emulator.close();
  });

  async function guarded(resources: readonly Declared[], flags: readonly string[] = ["--show-sames"]) {
    stack.declare(resources);
    const { stdout } = await stack.preview("--json", ...flags);
    const result = await groupware(["guard", "--format", "json"], { input: stdout });
    return { ...result, preview: stdout };
  }

  it("and lets through what stays within the limit", async () => {
    const result = await guarded([...groups(24), phones({ contactName: "Ann" })]);
    expect(JSON.parse(result.stdout)).toMatchObject({
      exceeded: false,
      hidden: 0,
      kinds: [{ kind: "barium:Group", total: 30, allowed: 6, losses: { length: 6 } }],
    });
    expect(result.code).toBe(0);
  });

  it("and refuses one more, naming all of them", async () => {
    const result = await guarded([...groups(23), phones({ contactName: "Ann" })]);
    expect(result.code).toBe(2);
    const { kinds } = JSON.parse(result.stdout) as Verdict;
    expect(kinds[0]?.losses.map(({ name, effect }) => `${effect} ${name}`).sort()).toEqual(
      [23, 24, 25, 26, 27, 28, 29].map((index) => `delete team-${index}`),
    );
    const text = await groupware(["guard"], { input: result.preview });
    expect(text.stdout).toContain("✗ barium:Group: 7 deleted of 30; allowed are 6\n    delete team-");
    expect(text.stdout).toContain("allow it for this run with --percent (now 20) or --at-least (now 5)");
    const raised = await groupware(["guard", "--percent", "25"], { input: result.preview });
    expect(raised.code).toBe(0);
    const annotated = await groupware(["guard", "--format", "github"], { input: result.preview });
    expect(annotated.stdout).toMatch(
      /^::error title=groupware guard::barium:Group: 7 deleted of 30; allowed are 6%0Adelete team-\d+%0A[^\n]*\n$/,
    );
    const markdown = await groupware(["guard", "--format", "markdown"], { input: result.preview });
    expect(markdown.stdout).toContain("| `barium:Group` | 7 | 0 | 0 | 30 | 6 | **too many** |");
  });

  it("and counts replacements, also those of a file that has lost everything but its frame", async () => {
    const moved = groups(30).map((group) => ({ ...group, args: { ...group.args, origin: "elsewhere" } }));
    const result = await guarded([...moved, phones({ contactName: "Ann" })]);
    expect(JSON.parse(result.stdout)).toMatchObject({ exceeded: true, kinds: [{ losses: { length: 30 } }] });
    const emptied = await guarded([]);
    expect(JSON.parse(emptied.stdout)).toMatchObject({
      kinds: [
        { kind: "apio:Group", exceeded: false, total: 1 },
        { kind: "barium:Group", exceeded: true, total: 30 },
      ],
    });
    expect(emptied.code).toBe(2);
  });

  it("and counts what would have nothing in it any more", async () => {
    const input = (await guarded([...groups(30), phones({})])).preview;
    const result = await groupware(["guard", "--at-least", "0", "--percent", "0"], { input });
    expect(result.stdout).toContain(
      "✗ apio:Group: 1 emptied of 1; allowed are 0\n    empty phones: contactInformation\n",
    );
    expect(result.code).toBe(2);
  });

  it("and says when the preview does not show how many there are", async () => {
    const input = (await guarded([...groups(24), phones({ contactName: "Ann" })], [])).preview;
    const result = await groupware(["guard"], { input });
    expect(result.code).toBe(2);
    expect(result.stdout).toMatch(/does not show \d+ unchanged resources.*--show-sames/);
  });

  it("and concludes nothing from a preview that failed", async () => {
    stack.declare([{ name: "wrong", type: "barium:Group", args: { domainId: "1" } }]);
    const { stdout } = await stack.preview("--json", "--show-sames");
    const result = await groupware(["guard"], { input: stdout });
    expect(result.stderr).toMatch(/^groupware guard: (the preview failed|there is nothing to read)/);
    expect(result.code).toBe(1);
  });
});

describe("the guard", () => {
  const step = (op: string, name: string, old: object = {}, more: object = {}) => ({
    op,
    urn: `urn:pulumi:dev::test::groupware:groupid:Group::${name}`,
    oldState: { type: "groupware:groupid:Group", ...old },
    ...more,
  });
  const verdict = (steps: readonly object[]) =>
    judge(readPreview(JSON.stringify({ steps, changeSummary: {} })), { percent: 0, atLeast: 0 });

  it("names the lists that lose everything, at any depth, and no others", () => {
    const inputs = { members: ["a", "b"], owners: ["a"], settings: { servers: ["s"], none: [] } };
    const after = { members: [], owners: ["b"], settings: { servers: [], none: [] } };
    const { kinds } = verdict([
      step("update", "a", { inputs }, { newState: { type: "groupware:groupid:Group", inputs: after } }),
      step("update", "b", { inputs }, { newState: { type: "groupware:groupid:Group", inputs: { owners: ["a"] } } }),
    ]);
    expect(kinds[0]?.losses).toMatchObject([{ name: "a", effect: "empty", emptied: ["members", "settings.servers"] }]);
  });

  it("counts no leftovers, nothing that is only read or kept, and nothing of Pulumi's own", () => {
    const { kinds } = verdict([
      step("delete", "leftover", { delete: true }),
      step("read-discard", "read", { external: true }),
      step("delete", "kept", { retainOnDelete: true }),
      step("delete", "provider", { type: "pulumi:providers:groupware" }),
      step("create", "new", {}, { oldState: null }),
      step("same", "same"),
    ]);
    expect(kinds).toEqual([]);
  });

  it("counts what the run would do, and not what a refresh before it found", () => {
    const stackStep = (op: string) => ({ op, urn: "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev" });
    const inputs = { members: ["a"] };
    const emptied = { newState: { type: "groupware:groupid:Group", inputs: { members: [] } } };
    const { kinds } = verdict([
      stackStep("refresh"),
      step("delete", "gone"),
      step("update", "emptied", { inputs }, emptied),
      step("refresh", "left"),
      stackStep("same"),
      step("create", "gone", {}, { oldState: null }),
      step("update", "emptied", { inputs: { members: [] } }, { newState: { type: "groupware:groupid:Group", inputs } }),
      step("delete", "left"),
    ]);
    expect(kinds).toMatchObject([{ total: 2, losses: [{ name: "left", effect: "delete" }] }]);
  });

  it("counts the steps of one replacement once", () => {
    const steps = ["create-replacement", "replace", "delete-replaced"].map((op) => step(op, "a"));
    expect(verdict(steps).kinds[0]?.losses).toMatchObject([{ name: "a", effect: "replace" }]);
  });

  it.each([
    ["", "there is nothing to read"],
    ["{}\n{}", "this is not the one JSON document"],
    ["{}", "this JSON is no preview"],
    ["[]", "this JSON is no preview"],
  ])("does not take %j for a preview without changes", (text, message) => {
    expect(() => readPreview(text)).toThrow(message);
  });
});
