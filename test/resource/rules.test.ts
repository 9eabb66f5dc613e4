import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineAction } from "../../provider/resource/action.ts";
import { check } from "../../provider/resource/check.ts";
import { equalBy } from "../../provider/resource/compare.ts";
import { type Created, defineResource, type ResourceDefinition } from "../../provider/resource/definition.ts";
import { type Properties, SystemError } from "../../provider/resource/errors.ts";
import { ResourceLifecycle } from "../../provider/resource/lifecycle.ts";
import { unknownMarker } from "../../provider/resource/unknown.ts";

/** A system that keeps what it is told, and fails once where it is asked to. */
class Memory {
  readonly objects = new Map<string, Properties>();
  readonly calls: string[] = [];
  failing = "";

  call(name: string): void {
    this.calls.push(name);
    if (name === this.failing) {
      this.failing = "";
      throw new SystemError(`${name} was refused.`, "no");
    }
  }
}

const source = z
  .discriminatedUnion("kind", [
    z
      .strictObject({
        kind: z.literal("file").meta({ description: "The kind." }),
        path: z.string().meta({ description: "The path." }),
      })
      .meta({ typeName: "FileSource", description: "A file." }),
    z
      .strictObject({
        kind: z.literal("database").meta({ description: "The kind." }),
        password: z.string().min(8).meta({ description: "The password.", secret: true }),
      })
      .meta({ typeName: "DatabaseSource", description: "A database." }),
  ])
  .meta({ description: "Where it comes from." });

const kindOf = ({ source: value }: Properties) => (value as { kind?: unknown } | undefined)?.kind;

const team = defineResource({
  type: "memory:Team",
  description: "A team.",
  inputs: {
    name: z.string().meta({ description: "The name." }),
    members: z.array(z.string()).optional().meta({ description: "The members.", set: true }),
    allowEmpty: z.boolean().optional().meta({ description: "Whether the team may be empty." }),
    motto: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({ description: "The motto." }),
    source: source.optional(),
  },
  outputs: {},
  id: ["name"],
  naturalKey: ["name"],
  validate: ({ members, allowEmpty }) =>
    members?.length === 0 && allowEmpty !== true
      ? [{ path: ["members"], reason: "would be emptied; set allowEmpty to true if that is meant" }]
      : [],
  warnings: (olds, news) =>
    ((olds.members as string[] | undefined) ?? [])
      .filter((member) => !((news.members as string[] | undefined) ?? []).includes(member))
      .map((member) => `${member} leaves`),
  replaces: (olds, news) => (kindOf(olds) === kindOf(news) ? [] : ["source"]),
  refusal: (_olds, news) => (news.name === "forbidden" ? "that name cannot be given." : undefined),
  importId: async (_memory: Memory, text) => text.replace(/^by-name:/, ""),
  find: async (memory: Memory, { name }) => {
    const found = memory.objects.get(name);
    return found === undefined ? [] : [found as { name: string }];
  },
  async create(memory: Memory, { name }): Promise<Created<{ name: string }>> {
    memory.call("create");
    memory.objects.set(name, { name });
    return { live: { name } };
  },
  read: async (memory: Memory, { name = "" }) => memory.objects.get(name) as { name: string } | undefined,
  updates: [
    { properties: ["motto", "allowEmpty", "source"], apply: async () => undefined },
    {
      properties: ["members"],
      followUp: true,
      async apply(memory: Memory, { name = "" }, { changed }) {
        memory.call("set members");
        memory.objects.set(name, { ...memory.objects.get(name), ...changed });
        return undefined;
      },
    },
  ],
  delete: async (memory: Memory, { name = "" }, _operation, known) => {
    memory.call(`delete, allowEmpty ${known.allowEmpty}`);
    memory.objects.delete(name);
  },
});

const operation = { signal: new AbortController().signal, report: () => undefined };

function livesOf(resource: ResourceDefinition, api: unknown, adopt = false): ResourceLifecycle {
  const connection = { name: "memory", api, installation: "memory", timeout: 1 };
  return new ResourceLifecycle(resource, { connection: () => connection, adopt });
}

describe("rules between properties", () => {
  it("are failures of check, and let pass what is not known yet", () => {
    const lives = livesOf(team, new Memory());
    expect(lives.check({}, { name: "a", members: [] }).failures).toEqual([
      { property: "members", reason: expect.stringContaining("allowEmpty") },
    ]);
    expect(lives.check({}, { name: "a", members: [], allowEmpty: true }).failures).toEqual([]);
    expect(lives.check({}, { name: "a", members: unknownMarker }).failures).toEqual([]);
  });

  it("tell in a preview who leaves, and fail it for what cannot be done", async () => {
    const lives = livesOf(team, new Memory());
    const olds = { name: "a", members: ["ann", "bob"] };
    expect((await lives.diff("a", olds, { ...olds, members: ["ann"] }, operation)).warnings).toEqual(["bob leaves"]);
    expect((await lives.diff("a", olds, olds, operation)).warnings).toEqual([]);
    await expect(lives.diff("a", olds, { ...olds, name: "forbidden" }, operation)).rejects.toThrow(
      'memory:Team (name "a"): that name cannot be given.',
    );
  });
});

it("a change of a property that a call can change may replace all the same", async () => {
  const lives = livesOf(team, new Memory());
  const olds = { name: "a", source: { kind: "file", path: "/x" } };
  const [moved, other] = [
    { kind: "file", path: "/y" },
    { kind: "database", password: "long enough" },
  ];
  expect((await lives.diff("a", olds, { ...olds, source: moved }, operation)).replaces).toEqual([]);
  expect((await lives.diff("a", olds, { ...olds, source: other }, operation)).replaces).toEqual(["source"]);
});

it("an import leaves alone what the rules would refuse", async () => {
  const memory = new Memory();
  memory.objects.set("empty", { name: "empty", members: [], motto: "in hoc signo" });
  const imported = await livesOf(team, memory).read("empty", {}, operation);
  expect(imported?.inputs).toEqual({ name: "empty", motto: "in hoc signo" });
});

it("a deletion knows what state holds", async () => {
  const memory = new Memory();
  await livesOf(team, memory).delete("a", { name: "a", allowEmpty: true }, operation);
  expect(memory.calls).toEqual(["delete, allowEmpty true"]);
});

describe("what create does not take", () => {
  const inputs = { name: "a", members: ["ann"] };

  it("follows in a call of its own", async () => {
    const memory = new Memory();
    const { properties } = await livesOf(team, memory).create(inputs, operation);
    expect(memory.calls).toEqual(["create", "set members"]);
    expect(memory.objects.get("a")).toEqual(inputs);
    expect(properties).toEqual(inputs);
  });

  it("is missing from state when that call fails, so that the next run repeats it", async () => {
    const memory = new Memory();
    memory.failing = "set members";
    const lives = livesOf(team, memory);
    const failure = lives.create(inputs, operation);
    await expect(failure).rejects.toMatchObject({ id: "a", properties: { name: "a" } });
    await expect(failure).rejects.toThrow("set members was refused.");
    await lives.update("a", { name: "a" }, inputs, operation);
    expect(memory.objects.get("a")).toEqual(inputs);
  });

  it("is not taken for sent when the answer of the create is lost, or tells of a failure", async () => {
    for (const applied of ["unknown", "partly"] as const) {
      const memory = new Memory();
      const known: Properties[] = [];
      const losing = {
        ...team,
        async create(api: unknown, { name }: Properties): Promise<never> {
          (api as Memory).objects.set(String(name), { name });
          throw new SystemError("The answer was lost.", applied);
        },
        updates: [
          {
            properties: ["members"],
            followUp: true,
            async apply(_api: unknown, _id: object, values: { known: Properties }) {
              known.push(values.known);
              return undefined;
            },
          },
        ],
      } as unknown as ResourceDefinition;
      const created = livesOf(losing, memory).create(inputs, operation);
      if (applied === "unknown") {
        expect((await created).properties).toEqual(inputs);
        expect(known).toEqual([{ name: "a" }]);
      } else {
        await expect(created).rejects.toMatchObject({ id: "a", properties: { name: "a" } });
        expect(known).toEqual([]);
      }
    }
  });

  it("is sent to an object that is taken over, whose members nobody knows", async () => {
    const memory = new Memory();
    memory.objects.set("a", { name: "a" });
    await livesOf(team, memory, true).create(inputs, operation);
    expect(memory.objects.get("a")).toEqual(inputs);
  });
});

it("an import may name an object by something else than its ID", async () => {
  const memory = new Memory();
  memory.objects.set("a", { name: "a" });
  expect((await livesOf(team, memory).read("by-name:a", {}, operation))?.id).toBe("a");
  expect((await livesOf(team, memory).read("by-name:a", { name: "a" }, operation))?.id).toBeUndefined();
});

it("an import takes nothing that the system says is not there", async () => {
  const memory = new Memory();
  memory.objects.set("a", { name: "a", motto: null, source: { kind: "file", path: null } });
  const imported = await livesOf(team, memory).read("a", {}, operation);
  expect(imported?.inputs).toEqual({ name: "a", source: { kind: "file" } });
});

describe("a choice", () => {
  const failuresOf = (inputs: Properties) => check(team.schema, { name: "a", ...inputs }).failures;

  it("says what each branch allows", () => {
    expect(failuresOf({ source: { kind: "file", path: "/x" } })).toEqual([]);
    expect(failuresOf({ motto: ["a", "b"] })).toEqual([]);
    expect(failuresOf({ source: { kind: "paper" } })).toEqual([
      { property: "source.kind", reason: 'must be one of "file", "database"' },
    ]);
    expect(failuresOf({ source: {} })).toEqual([
      { property: "source.kind", reason: 'is required and missing: it is one of "file", "database"' },
    ]);
    expect(failuresOf({ source: { kind: "file", pth: "/x" } })).toEqual([
      { property: "source.path", reason: "is required and missing (string)" },
      { property: "source.pth", reason: 'there is no property "pth"; did you mean "path"?' },
    ]);
    expect(failuresOf({ motto: 5 })).toEqual([
      { property: "motto", reason: "must be a string or an array, but is a number" },
    ]);
  });

  it("names no secret of a branch", () => {
    expect(failuresOf({ source: { kind: "database", password: "short" } })).toEqual([
      { property: "", reason: expect.stringContaining("source.password: must be at least 8") },
    ]);
  });

  it("is compared by the branch that is taken", () => {
    expect(equalBy(source, { kind: "file", path: "/x" }, { path: "/x", kind: "file" })).toBe(true);
    expect(equalBy(source, { kind: "file", path: "/x" }, { kind: "file", path: "/y" })).toBe(false);
  });
});

describe("an action", () => {
  const greeting = (run: (inputs: Properties) => Promise<{ greeting: string }>) =>
    defineAction({
      type: "memory:Greeting",
      description: "Greets.",
      inputs: { name: z.string().meta({ description: "Whom." }) },
      outputs: { greeting: z.string().meta({ description: "What was said." }) },
      subject: ["name"],
      run: (_api, inputs) => run(inputs),
    });

  it("is carried out once, and again when an input or a trigger changes", async () => {
    const lives = livesOf(
      greeting(async ({ name }) => ({ greeting: `hello ${name}` })),
      {},
    );
    const { id, properties } = await lives.create({ name: "ann", triggers: ["1"] }, operation);
    expect(properties).toMatchObject({ name: "ann", greeting: "hello ann" });
    expect((await lives.read(id, properties, operation))?.inputs).toEqual({ name: "ann", triggers: ["1"] });
    const same = await lives.diff(id, properties, { name: "ann", triggers: ["1"] }, operation);
    expect(same.differences).toEqual([]);
    expect(await lives.diff(id, properties, { name: "ann", triggers: ["2"] }, operation)).toMatchObject({
      replaces: ["triggers"],
      deleteBeforeReplace: false,
    });
    await lives.delete(id, properties, operation);
  });

  it("is not repeated when its answer is lost, and says so", async () => {
    let times = 0;
    const lives = livesOf(
      greeting(async () => {
        times++;
        throw new SystemError("The connection broke.", "unknown");
      }),
      {},
    );
    await expect(lives.create({ name: "ann" }, operation)).rejects.toThrow(
      'memory:Greeting (name "ann"): The connection broke. It may have been carried out all the same',
    );
    expect(times).toBe(1);
  });

  it("cannot be imported, and takes nothing over", async () => {
    const lives = livesOf(
      greeting(async () => ({ greeting: "" })),
      {},
    );
    await expect(lives.read("1", {}, operation)).rejects.toThrow("an action is no object of the system");
    expect(lives.check({}, { name: "ann", adopt: true }).failures).toEqual([
      { property: "adopt", reason: expect.stringContaining("there is no property") },
    ]);
  });
});
