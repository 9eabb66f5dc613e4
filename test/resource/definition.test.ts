import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Created, defineResource, type Operation } from "../../provider/resource/definition.ts";
import { diff } from "../../provider/resource/diff.ts";
import { NotFoundError, type Properties, SystemError } from "../../provider/resource/errors.ts";
import { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { unknownMarker } from "../../provider/resource/unknown.ts";

/** A system in memory whose calls fail as a test wants. */
class Memory {
  readonly objects = new Map<string, Properties>();
  readonly calls: string[] = [];
  readonly failures: { call: string; error: Error; applied: boolean }[] = [];
  /** How many look-ups do not show yet what is there. */
  hiddenLookUps = 0;

  perform(call: string, apply: () => void): void {
    this.calls.push(call);
    const index = this.failures.findIndex((failure) => failure.call === call);
    const [failure] = index < 0 ? [] : this.failures.splice(index, 1);
    if (failure === undefined || failure.applied) {
      apply();
    }
    if (failure !== undefined) {
      throw failure.error;
    }
  }
}

/** A resource with one property of every kind there is. */
const thing = defineResource({
  type: "memory:Thing",
  description: "A thing.",
  inputs: {
    key: z.string().meta({ description: "The key." }),
    kind: z.enum(["a", "b"]).optional().meta({ description: "The kind." }),
    title: z.string().optional().meta({ description: "The title.", ignoreCase: true }),
    members: z
      .array(z.string().meta({ ignoreCase: true }))
      .optional()
      .meta({ description: "The members.", set: true }),
    password: z.string().min(8).optional().meta({ description: "The password.", secret: true, writeOnly: true }),
    login: z
      .object({ user: z.string(), token: z.string().min(3).meta({ secret: true }) })
      .optional()
      .meta({ description: "The login." }),
    hidden: z.string().optional().meta({ description: "Shown by no call.", notObservable: true }),
    template: z.string().optional().meta({ description: "The template.", createOnly: true }),
    size: z.number().int().min(1).max(100).default(10).meta({ description: "The size." }),
  },
  outputs: { serial: z.string().meta({ description: "The serial number." }) },
  id: ["key"],
  naturalKey: ["key"],
  async find(memory: Memory, { key }) {
    const live = memory.objects.get(key);
    return live === undefined || memory.hiddenLookUps-- > 0 ? [] : [live as { key: string }];
  },
  async create(memory: Memory, inputs): Promise<Created<{ key: string }>> {
    const { password, hidden, template, ...shown } = inputs;
    void [password, hidden, template];
    memory.perform("create", () => memory.objects.set(inputs.key, { ...shown, serial: `s${memory.objects.size}` }));
    return { live: memory.objects.get(inputs.key) as { key: string } };
  },
  async read(memory: Memory, { key = "" }) {
    return memory.objects.get(key) as { key: string } | undefined;
  },
  updates: (["title", "members", "size", "password", "login", "hidden"] as const).map((property) => ({
    properties: [property],
    async apply(memory: Memory, { key = "" }: Readonly<Record<string, string>>, { changed }: { changed: Properties }) {
      memory.perform(`update ${property}`, () => {
        const live = memory.objects.get(key);
        if (live === undefined) {
          throw new NotFoundError("no such thing");
        }
        const isShown = property !== "password" && property !== "hidden";
        memory.objects.set(key, isShown ? { ...live, ...changed } : live);
      });
      return undefined;
    },
  })),
  async delete(memory: Memory, { key = "" }) {
    memory.perform("delete", () => memory.objects.delete(key));
  },
});

const operation: Omit<Operation, "timeout"> = { signal: new AbortController().signal, report: () => undefined };
const life = (memory: Memory) =>
  new ResourceLifecycle(thing, {
    connection: () => ({ name: "memory", api: memory, installation: "memory", timeout: 1 }),
    adopt: false,
  });
const inputs = { key: "k", kind: "a", title: "Title", members: ["Ann", "Bob"], password: "long enough", size: 10 };
const lost = () => new SystemError("the answer was lost", "unknown");

describe("check", () => {
  const check = (news: Properties) => life(new Memory()).check({}, news);

  it("fills defaults in, also beside unknown values", () => {
    expect(check({ key: "k" })).toEqual({ inputs: { key: "k", size: 10 }, failures: [] });
    expect(check({ key: unknownMarker })).toEqual({ inputs: { key: unknownMarker, size: 10 }, failures: [] });
    expect(check({ key: "k", login: { user: unknownMarker, token: "abc" } }).failures).toEqual([]);
  });

  it("leaves the property of a secret's failure empty, and puts its path into the reason", () => {
    expect(check({ key: "k", password: "short", login: { user: "u", token: "x" } }).failures).toEqual([
      { property: "", reason: "password: must be at least 8 characters long" },
      { property: "", reason: "login.token: must be at least 3 characters long" },
    ]);
  });

  it("reports all failures at once, each with what is allowed", () => {
    expect(
      check({ kind: "c", size: 0, members: ["a", 1], titel: "x", login: { usr: "u", token: "abc" } }).failures,
    ).toEqual(
      expect.arrayContaining([
        { property: "key", reason: "is required and missing (string)" },
        { property: "kind", reason: 'must be one of "a", "b"' },
        { property: "size", reason: "must be at least 1" },
        { property: "members[1]", reason: "must be a string, but is a number" },
        // What is misspelt may be a secret.
        { property: "", reason: 'titel: there is no property "titel"; did you mean "title"?' },
        { property: "login.user", reason: "is required and missing (string)" },
      ]),
    );
  });
});

describe("diff", () => {
  const paths = (news: Properties) => diff(thing, inputs, news).differences.map(({ path, kind }) => `${kind} ${path}`);

  it.each([
    ["nothing", {}, []],
    ["letter case where it means nothing", { title: "TITLE", members: ["ann", "BOB"] }, []],
    ["the order of a set", { members: ["Bob", "Ann"] }, []],
    ["adopt alone", { adopt: true }, []],
    ["an element of a set", { members: ["Ann", "Eve"] }, ["update members[1]"]],
    ["elements of a set that come and go", { members: ["Eve", "Bob", "Zoe"] }, ["update members[0]", "add members[2]"]],
    ["letter case where it means something", { kind: "b" }, ["update kind"]],
    ["a property left out", { title: undefined }, ["delete title"]],
    ["a property more", { hidden: "h" }, ["add hidden"]],
    ["an unknown value", { title: unknownMarker }, ["update title"]],
  ])("of %s", (_, change, expected) => {
    expect(paths({ ...inputs, ...change })).toEqual(expected);
  });

  it("replaces for what no call changes, deletes first where the key stays, and warns of what only a create takes", () => {
    expect(diff(thing, inputs, { ...inputs, kind: "b" })).toMatchObject({
      replaces: ["kind"],
      deleteBeforeReplace: true,
    });
    expect(diff(thing, inputs, { ...inputs, key: "l" })).toMatchObject({
      replaces: ["key"],
      deleteBeforeReplace: false,
    });
    const { differences, warnings } = diff(thing, { ...inputs, template: "x" }, { ...inputs, template: "y" });
    expect({ differences, warnings: warnings.length }).toEqual({ differences: [], warnings: 1 });
  });
});

describe("read", () => {
  it("answers in the user's order and case, without what nobody wrote, with what no call shows as it was written", async () => {
    const memory = new Memory();
    const { id, properties } = await life(memory).create({ ...inputs, hidden: "h", template: "t" }, operation);
    memory.objects.set("k", {
      ...memory.objects.get("k"),
      title: "TITLE",
      members: ["carl", "BOB", "ann"],
      login: { user: "server" },
    });
    const state = await life(memory).read(id, properties, operation);
    expect(state?.inputs).toEqual({ ...inputs, hidden: "h", template: "t", members: ["Ann", "Bob", "carl"] });
    expect(state?.properties).toMatchObject({ serial: "s0" });
    expect(state?.properties).not.toHaveProperty("login");
  });

  it("leaves out a value that the system says it has not", async () => {
    const memory = new Memory();
    const { id, properties } = await life(memory).create(inputs, operation);
    memory.objects.set("k", { ...memory.objects.get("k"), title: null });
    expect((await life(memory).read(id, properties, operation))?.inputs).not.toHaveProperty("title");
  });

  it("sees no drift where what was written empty is no value to the system", async () => {
    const memory = new Memory();
    const empty = { ...inputs, title: "", members: [], login: { user: "", token: "secret" } };
    const { id, properties } = await life(memory).create(empty, operation);
    const live = { ...memory.objects.get("k"), title: null, members: null, login: { user: null } };
    memory.objects.set("k", live);
    expect((await life(memory).read(id, properties, operation))?.inputs).toEqual(empty);
    const adopted = new ResourceLifecycle(thing, {
      connection: () => ({ name: "memory", api: memory, installation: "memory", timeout: 1 }),
      adopt: true,
    });
    memory.calls.length = 0;
    await adopted.create(empty, operation);
    expect(memory.calls).not.toContain("update title");
  });

  it("takes over what is there from the ID alone, with the defaults that check would fill in", async () => {
    const memory = new Memory();
    const { id } = await life(memory).create(inputs, operation);
    const { password: _, ...observable } = inputs;
    const imported = await life(memory).read(id, {}, operation);
    expect(imported?.inputs).toEqual(observable);
    const written = life(memory).check({}, { ...observable, size: undefined }).inputs;
    expect((await life(memory).diff(id, imported?.properties ?? {}, written, operation)).differences).toEqual([]);
  });
});

describe("update", () => {
  it("makes the calls of what changed, and no other", async () => {
    const memory = new Memory();
    const { id, properties } = await life(memory).create(inputs, operation);
    memory.calls.length = 0;
    await life(memory).update(id, properties, { ...inputs, size: 20, password: "another one" }, operation);
    expect(memory.calls).toEqual(["update size", "update password"]);
  });

  it("that fails in the middle keeps what the system holds, and the next one goes on from there", async () => {
    const memory = new Memory();
    const { id, properties } = await life(memory).create(inputs, operation);
    const news = { ...inputs, title: "New", size: 20, password: "another one" };
    memory.failures.push({ call: "update size", error: new SystemError("too large", "no"), applied: false });
    const failure: { properties: Properties; reasons: string[] } = await life(memory)
      .update(id, properties, news, operation)
      .then(
        () => expect.unreachable(),
        (error: unknown) => error as { properties: Properties; reasons: string[] },
      );
    expect(failure.reasons).toEqual(['memory:Thing (key "k"): too large']);
    expect(failure.properties).toMatchObject({ title: "New", size: 10, password: "long enough", serial: "s0" });
    memory.calls.length = 0;
    await life(memory).update(id, failure.properties, news, operation);
    expect(memory.calls).toEqual(["update size", "update password"]);
  });

  it("that fails before anything was done leaves the state as it was", async () => {
    const memory = new Memory();
    const { id, properties } = await life(memory).create(inputs, operation);
    memory.failures.push({ call: "update title", error: new SystemError("no", "no"), applied: false });
    const failed = life(memory).update(id, properties, { ...inputs, title: "New" }, operation);
    await expect(failed).rejects.not.toHaveProperty("properties");
  });
});

describe("create", () => {
  it.each([true, false])("whose answer is lost makes one object (carried out: %s)", async (applied) => {
    const memory = new Memory();
    memory.failures.push({ call: "create", error: lost(), applied });
    await life(memory).create(inputs, operation);
    expect(memory.calls.filter((call) => call === "create")).toHaveLength(applied ? 1 : 2);
    expect(memory.objects.size).toBe(1);
  });

  it("whose answer is lost, of an object that is visible late, makes one object", async () => {
    const memory = new Memory();
    memory.failures.push({ call: "create", error: lost(), applied: true });
    memory.hiddenLookUps = 5;
    const connection = () => ({ name: "memory", api: memory, installation: "memory", timeout: 600 });
    await new ResourceLifecycle(thing, { connection, adopt: false }).create(inputs, operation);
    expect(memory.calls).toEqual(["create"]);
  });

  it("that is refused because the object exists says both", async () => {
    const memory = new Memory();
    memory.objects.set("k", { key: "k" });
    memory.hiddenLookUps = 1;
    memory.failures.push({ call: "create", error: new SystemError("the key is taken", "no"), applied: false });
    await expect(life(memory).create(inputs, operation)).rejects.toThrow(
      /exists already, with the ID k \(the system refused to make it: the key is taken\)/,
    );
  });

  it("gives up after some attempts, with the system's words", async () => {
    const memory = new Memory();
    memory.failures.push(...Array.from({ length: 9 }, () => ({ call: "create", error: lost(), applied: false })));
    await expect(life(memory).create(inputs, operation)).rejects.toThrow('memory:Thing (key "k"): the answer was lost');
    expect(memory.calls).toHaveLength(3);
  });

  it("never takes over what this stack manages, not even with adopt", async () => {
    const memory = new Memory();
    const lives = life(memory);
    await lives.create(inputs, operation);
    lives.check(inputs, { ...inputs, kind: "b" });
    await expect(lives.create({ ...inputs, kind: "b", adopt: true }, operation)).rejects.toThrow("manages it already");
  });

  it("does not take over what differs in what no call changes", async () => {
    const memory = new Memory();
    memory.objects.set("k", { key: "k", kind: "b" });
    await expect(life(memory).create({ ...inputs, adopt: true }, operation)).rejects.toThrow(/kind of it differs/);
  });
});
