import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import type { Properties } from "../../../provider/resource/errors.ts";
import { distributionGroup } from "../../../provider/systems/saltstack/distributionGroup.ts";
import { exchangeUser } from "../../../provider/systems/saltstack/exchangeUser.ts";
import { exchangeUsers } from "../../../provider/systems/saltstack/exchangeUsers.ts";
import { sharepointUser } from "../../../provider/systems/saltstack/sharepointUser.ts";
import { siteCollection } from "../../../provider/systems/saltstack/siteCollection.ts";
import { functionsOf, livesOf, operation } from "../../support/lives.ts";
import { succeeded, TestStack } from "../../support/testStack.ts";

let emulator: Emulator;
let tenantId: string;

beforeEach(async () => {
  emulator = await startEmulator();
  tenantId = emulator.change({
    system: "saltstack",
    scope: "exchange-tenants",
    set: { name: "mail", domain: "test.com", mailbox_size: 50_000, service_project_link: "1" },
  });
});

afterEach(() => emulator.close());

const inputsOf = (username: string, more: Properties = {}) => ({
  tenantId,
  name: username,
  username,
  firstName: username,
  lastName: "Doe",
  mailboxSize: 5,
  ...more,
});
const users = () => emulator.saltstack.list("exchange-users");
const heldBy = (id: string, field: string) => users().get(id)?.fields[field];
const make = (username: string, more: Properties = {}) =>
  livesOf(exchangeUser, emulator).create(inputsOf(username, more), operation);
/** The calls that wrote something. */
const writes = () =>
  emulator.requests.all.filter(({ method }) => method !== "GET").map(({ method, endpoint }) => `${method} ${endpoint}`);

describe("who may send as whom", () => {
  it("is declared at one of two managed users, who then do not fight", async () => {
    const [ann, bob] = [await make("ann"), await make("bob")];
    const zoe = await make("zoe", { sendAs: [ann.id] });
    const own = await make("own", { sendAs: [bob.id] });
    // Ann declares a pair of her own, and has another one from Zoe.
    const news = inputsOf("ann", { sendAs: [bob.id] });
    const changed = await livesOf(exchangeUser, emulator).update(ann.id, ann.properties, news, operation);
    expect([...(heldBy(ann.id, "send_as_members") as string[])].sort()).toEqual([bob.id, zoe.id].sort());
    for (const [state, sendAs] of [
      [zoe, [ann.id]],
      [own, [bob.id]],
      [changed, [bob.id]],
    ] as const) {
      const read = await livesOf(exchangeUser, emulator).read(state.id, state.properties, operation);
      expect(read?.inputs.sendAs).toEqual(sendAs);
    }
    // And takes back what she declared, and nothing else.
    await livesOf(exchangeUser, emulator).update(
      ann.id,
      changed.properties,
      inputsOf("ann", { sendAs: [] }),
      operation,
    );
    expect(heldBy(ann.id, "send_as_members")).toEqual([zoe.id]);
    expect(heldBy(zoe.id, "send_as_members")).toEqual([ann.id]);
  });

  it("is written by two at once without a loss", async () => {
    const [ann, bob, zoe] = [await make("ann"), await make("bob"), await make("zoe")];
    const lives = livesOf(exchangeUser, emulator);
    await Promise.all([
      lives.update(ann.id, ann.properties, inputsOf("ann", { sendAs: [bob.id] }), operation),
      lives.update(zoe.id, zoe.properties, inputsOf("zoe", { sendAs: [ann.id] }), operation),
    ]);
    expect([...(heldBy(ann.id, "send_as_members") as string[])].sort()).toEqual([bob.id, zoe.id].sort());
  });

  it("that somebody adds by hand is drift where only this user's list shows it", async () => {
    emulator.saltstack.behave({ symmetricDelegations: false });
    const [ann, bob] = [await make("ann"), await make("bob")];
    const zoe = await make("zoe", { sendAs: [ann.id] });
    const place = { system: "saltstack", scope: "exchange-users", id: zoe.id };
    emulator.change({ ...place, set: { send_as_members: [ann.id, bob.id] } });
    const lives = livesOf(exchangeUser, emulator);
    const read = await lives.read(zoe.id, zoe.properties, operation);
    expect(read?.inputs.sendAs).toEqual([ann.id, bob.id]);
    await lives.update(zoe.id, read?.properties ?? {}, inputsOf("zoe", { sendAs: [ann.id] }), operation);
    expect(heldBy(zoe.id, "send_as_members")).toEqual([ann.id]);
  });
});

describe("passwords", () => {
  it("are generated, made anew by the trigger alone, and never shown", async () => {
    const stack = new TestStack(emulator.connections);
    await stack.init();
    const declare = (more: Properties) =>
      stack.declare([{ name: "joe", type: "saltstack:ExchangeUser", args: inputsOf("joe", more) }]);
    const password = () => String([...users().values()][0]?.fields.password);
    declare({ passwordTrigger: "1" });
    const outputs = [succeeded(await stack.up())];
    const first = password();
    declare({ passwordTrigger: "1", office: "A1" });
    outputs.push(succeeded(await stack.up()));
    expect(password()).toBe(first);
    declare({ passwordTrigger: "2", office: "A1" });
    emulator.requests.clear();
    outputs.push(succeeded(await stack.preview("--diff")), succeeded(await stack.up()));
    expect(writes()).toEqual(["POST saltstack.exchange.users.password"]);
    const second = password();
    expect(second).not.toBe(first);
    emulator.change({
      system: "saltstack",
      scope: "exchange-users",
      id: [...users().keys()][0] ?? "",
      set: { password: "made-up-elsewhere" },
    });
    outputs.push(succeeded(await stack.preview("--refresh", "--diff")), succeeded(await stack.refresh()));
    const exported = (await stack.run(["stack", "export", "--stack", "dev"])).output;
    for (const secret of [first, second, "made-up-elsewhere"]) {
      expect([...outputs, exported].join("\n")).not.toContain(secret);
    }
    stack.remove();
  });

  it.each([
    ["exchange-users", exchangeUser, "exchange"],
    ["sharepoint-users", sharepointUser, "sharepoint"],
  ] as const)(
    "are read where the answer that makes them anew does not tell them (%s)",
    async (kind, resource, name) => {
      const lives = livesOf(resource, emulator);
      const space = { name: "space", domain: "space.com", storage: 4096, service_project_link: "2" };
      const { mailboxSize, ...person } = inputsOf("joe", { passwordTrigger: "1" });
      const inputs =
        kind === "exchange-users"
          ? { ...person, mailboxSize }
          : {
              ...person,
              email: "joe@space.com",
              tenantId: emulator.change({ system: "saltstack", scope: "sharepoint-tenants", set: space }),
            };
      const { id, properties } = await lives.create(inputs, operation);
      for (const [index, answer] of [
        { kind: "status", status: 202, body: { detail: "Password was scheduled for reset." } } as const,
        { kind: "empty" } as const,
      ].entries()) {
        emulator.requests.clear();
        emulator.faults.add({ ...answer, applied: true, match: { endpoint: `saltstack.${name}.users.password` } });
        const news = { ...inputs, passwordTrigger: String(index + 2) };
        const updated = await lives.update(id, properties, news, operation);
        expect(updated.properties.password).toBe(emulator.saltstack.list(kind).get(id)?.fields.password);
        expect(emulator.requests.count({ endpoint: `saltstack.${name}.users.password` })).toBe(1);
      }
    },
  );

  it("stand in no error message, whatever the answer looks like", async () => {
    const { id, properties } = await make("joe", { passwordTrigger: "1" });
    const before = String(heldBy(id, "password"));
    emulator.faults.add({
      kind: "cut",
      applied: true,
      times: 0,
      match: { endpoint: "saltstack.exchange.users.password" },
    });
    const failed = livesOf(exchangeUser, emulator).update(
      id,
      properties,
      inputsOf("joe", { passwordTrigger: "2" }),
      operation,
    );
    const message = await failed.catch((error: Error) => error.message);
    const after = String(heldBy(id, "password"));
    expect(after).not.toBe(before);
    expect(message).toContain("[secret]");
    expect(message).not.toContain(after.slice(0, 4));
  });

  it("are not made anew when a user is taken over", async () => {
    const { id } = await make("joe");
    const before = heldBy(id, "password");
    await make("joe", { passwordTrigger: "1", adopt: true });
    expect(heldBy(id, "password")).toBe(before);
  });
});

it("a user and a group are made with all that the document does not call optional", async () => {
  const boss = await make("boss");
  await livesOf(distributionGroup, emulator).create(
    { tenantId, managerId: boss.id, name: "G", username: "g" },
    operation,
  );
  const bodies = emulator.requests.all.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(bodies).toEqual([
    expect.objectContaining({ send_on_behalf_members: [], send_as_members: [] }),
    expect.objectContaining({ members: [], senders_out: false }),
  ]);
});

it("a username in another letter case is the same", async () => {
  const { id, properties } = await make("joe");
  emulator.change({ system: "saltstack", scope: "exchange-users", id, set: { username: "JOE" } });
  expect((await livesOf(exchangeUser, emulator).read(id, properties, operation))?.inputs).toEqual(inputsOf("joe"));
});

describe("a manager", () => {
  it.each(["cascade", "refuse"] as const)(
    "is not deleted before those it manages have another (%s)",
    async (managed) => {
      emulator.saltstack.behave({ managed });
      const boss = await make("boss");
      const joe = await make("joe", { managerId: boss.id });
      const group = { tenantId, managerId: boss.id, name: "G", username: "g" };
      await livesOf(distributionGroup, emulator).create(group, operation);
      const failed = livesOf(exchangeUser, emulator).delete(boss.id, boss.properties, operation);
      await expect(failed).rejects.toThrow(/manages the user joe, the group g, which the system would delete/);
      expect(users().size).toBe(2);
      // In one run, those that it manages go first.
      const lives = livesOf(exchangeUser, emulator);
      await lives.delete(joe.id, joe.properties, operation);
      await expect(lives.delete(boss.id, boss.properties, operation)).rejects.toThrow(/manages the group g/);
    },
  );
});

describe("a group", () => {
  it("lets senders outside in, in Exchange as well", async () => {
    const boss = await make("boss");
    const inputs = { tenantId, managerId: boss.id, name: "G", username: "g", sendersOut: true };
    const { id } = await livesOf(distributionGroup, emulator).create(inputs, operation);
    expect(emulator.saltstack.backendOf(id)?.senders_out).toBe(true);
  });

  it("is not emptied by mistake, and tells who leaves", async () => {
    const lives = livesOf(distributionGroup, emulator);
    const inputs = { tenantId, managerId: "m", name: "G", username: "g", members: ["a", "b"] };
    expect(lives.check({}, { ...inputs, members: [] }).failures).toEqual([
      { property: "members", reason: expect.stringContaining("allowEmpty") },
    ]);
    expect(lives.check({}, { ...inputs, members: [], allowEmpty: true }).failures).toEqual([]);
    const { warnings } = await lives.diff("id", inputs, { ...inputs, members: ["b"] }, operation);
    expect(warnings).toEqual(["a leaves the members of the group g."]);
  });

  it("waits for those who may write to it and are not visible yet", async () => {
    const boss = await make("boss");
    const empty = { kind: "status", status: 200, body: [], times: 2 } as const;
    emulator.faults.add({ ...empty, match: { endpoint: "saltstack.exchange.users.list" } });
    const inputs = { tenantId, managerId: boss.id, name: "G", username: "g", deliveryMembers: [boss.id] };
    const { id } = await livesOf(distributionGroup, emulator).create(inputs, operation);
    expect(emulator.saltstack.list("exchange-groups").get(id)?.fields.delivery_members).toEqual([boss.id]);
  });

  it("needs no call for who may write to it, unless that is managed and the list does not show it", async () => {
    emulator.saltstack.behave({ listsShowAll: false });
    const boss = await make("boss");
    const inputs = { tenantId, managerId: boss.id, name: "G", username: "g", deliveryMembers: [boss.id] };
    const { id, properties } = await livesOf(distributionGroup, emulator).create(inputs, operation);
    emulator.requests.clear();
    expect((await livesOf(distributionGroup, emulator).read(id, properties, operation))?.inputs).toEqual(inputs);
    expect(emulator.requests.count({ endpoint: "saltstack.exchange.groups.deliveryMembers" })).toBe(1);
    const { deliveryMembers: _, ...unmanaged } = properties;
    emulator.requests.clear();
    await livesOf(distributionGroup, emulator).read(id, unmanaged, operation);
    expect(emulator.requests.count({ endpoint: "saltstack.exchange.groups.deliveryMembers" })).toBe(0);
  });
});

it("a site collection that came with its tenant is neither deleted nor replaced", async () => {
  const lives = livesOf(siteCollection, emulator);
  const olds = {
    siteCollectionId: "1",
    userId: "u",
    templateId: "t",
    name: "Main",
    siteUrl: "",
    description: "d",
    storage: 500,
    siteType: "main",
  };
  await expect(lives.diff("1", olds, { ...olds, name: "Other" }, operation)).rejects.toThrow(
    /can neither be deleted nor/,
  );
  expect((await lives.diff("1", olds, { ...olds, storage: 600 }, operation)).replaces).toEqual([]);
  await expect(lives.delete("1", olds, operation)).rejects.toThrow(/retainOnDelete/);
  expect(emulator.requests.all).toEqual([]);
});

it("a personal site that was never used refuses its quota at once, and is not waited for", async () => {
  const owner = emulator.change({ system: "saltstack", scope: "sharepoint-users", set: { username: "o" } });
  const set = { user: owner, name: "Personal", description: "d", type: "personal", storage: 5 };
  emulator.change({ system: "saltstack", scope: "sharepoint-tenants", id: "t", set: { storage: 4096 } });
  emulator.change({ system: "saltstack", scope: "sharepoint-users", id: owner, set: { tenant: "t" } });
  const id = emulator.change({ system: "saltstack", scope: "sharepoint-site-collections", set });
  const olds = {
    siteCollectionId: id,
    userId: owner,
    templateId: "t",
    name: "Personal",
    siteUrl: "",
    description: "d",
  };
  const failed = livesOf(siteCollection, emulator).update(
    id,
    { ...olds, storage: 5 },
    { ...olds, storage: 9 },
    operation,
  );
  await expect(failed).rejects.toThrow("User personal site collection is not initialized");
  expect(emulator.requests.count({ status: 409 })).toBe(1);
});

describe("many users", () => {
  const row = (name: string, more: Properties = {}) => ({
    name,
    firstName: name,
    lastName: "Doe",
    mailboxSize: 2,
    ...more,
  });
  const list = (rows: Record<string, Properties>, more: Properties = {}) => ({
    tenantId,
    name: "staff",
    users: rows,
    ...more,
  });
  const names = () => [...users().values()].map(({ fields }) => fields.username).sort();

  it("are made in one call; one more, one change and one deletion touch only that one", async () => {
    const lives = livesOf(exchangeUsers, emulator);
    const rows: Record<string, Properties> = Object.fromEntries(["a", "b", "c"].map((name) => [name, row(name)]));
    emulator.requests.clear();
    const made = await lives.create(list(rows), operation);
    expect(writes()).toEqual(["POST saltstack.exchange.tenants.bulkUsers"]);
    const [{ csv }] = emulator.requests.all.flatMap(({ body }) => (body === undefined ? [] : [body])) as [
      { csv: string },
    ];
    expect(csv.split("\n").slice(0, 2)).toEqual([
      "name,first_name,last_name,username,mailbox_size,office,phone,department,company,title,email",
      "a,a,Doe,a,2,,,,,,a@test.com",
    ]);
    const step = async (olds: Properties, next: Record<string, Properties>) => {
      emulator.requests.clear();
      return (await lives.update(made.id, olds, list(next), operation)).properties;
    };
    const added = await step(made.properties, { ...rows, d: row("d") });
    expect(writes()).toEqual(["POST saltstack.exchange.users.create"]);
    const changed = await step(added, { ...rows, d: row("d", { office: "1" }) });
    expect(writes()).toEqual(["PATCH saltstack.exchange.users.patch"]);
    await step(changed, rows);
    expect(writes()).toEqual(["DELETE saltstack.exchange.users.delete"]);
    expect(names()).toEqual(["a", "b", "c"]);
  });

  it("say in the preview whose mailbox goes", async () => {
    const olds = list({ a: row("a"), b: row("b") });
    const { warnings } = await livesOf(exchangeUsers, emulator).diff("t/s", olds, list({ a: row("a") }), operation);
    expect(warnings).toEqual(["the mailbox b is DELETED WITH ALL MAIL IN IT."]);
  });

  it("each have their own error, and nobody is made when a row is refused", async () => {
    emulator.change({ system: "saltstack", scope: "exchange-groups", set: { tenant: tenantId, username: "b" } });
    const failed = livesOf(exchangeUsers, emulator).create(list({ a: row("a"), b: row("b") }), operation);
    await expect(failed).rejects.toThrow(
      /nobody was made.*\nusers\["b"\]: username: This username is already taken\./s,
    );
    expect(names()).toEqual([]);
  });

  it("are made as far as the system makes them, with an error for each row that it refuses in its answer", async () => {
    const made = {
      tenant: tenantId,
      username: "a",
      ...{ name: "a", first_name: "a", last_name: "Doe" },
      mailbox_size: 2,
    };
    const endpoint = "saltstack.exchange.tenants.bulkUsers";
    const body = [{}, { username: ["This username is reserved."] }];
    emulator.faults.add({ kind: "status", status: 200, body, match: { endpoint } });
    const failed = livesOf(exchangeUsers, emulator).create(list({ a: row("a"), b: row("b") }), operation);
    failed.catch(() => undefined);
    await vi.waitFor(() => expect(emulator.requests.count({ endpoint })).toBe(1), { timeout: 60_000, interval: 5 });
    emulator.change({ system: "saltstack", scope: "exchange-users", set: made });
    await expect(failed).rejects.toMatchObject({
      reasons: [expect.stringMatching(/users\["b"\]: username: This username is reserved\./)],
      properties: { users: { a: row("a") }, userIds: { a: expect.any(String) } },
    });
  });

  it("are the same in another letter case: nobody is deleted, made twice, or lost", async () => {
    const lives = livesOf(exchangeUsers, emulator);
    const { id, properties } = await lives.create(list({ zoe: row("zoe") }), operation);
    const [zoe = ""] = users().keys();
    emulator.change({ system: "saltstack", scope: "exchange-users", id: zoe, set: { username: "ZOE" } });
    expect((await livesOf(exchangeUsers, emulator).read(id, properties, operation))?.inputs).toEqual(
      list({ zoe: row("zoe") }),
    );
    emulator.requests.clear();
    await lives.update(id, properties, list({ Zoe: row("zoe", { office: "1" }) }), operation);
    expect(writes()).toEqual(["PATCH saltstack.exchange.users.patch"]);
    expect(lives.check({}, list({ zoe: row("zoe"), Zoe: row("zoe") })).failures).toEqual([
      { property: "users.Zoe", reason: expect.stringContaining("the same username as zoe") },
    ]);
  });

  it("are not all deleted because a file is empty", async () => {
    const { users: none } = (await functionsOf(emulator).run("saltstack:getExchangeUsersFromCsv", {
      csv: "name,first_name,last_name,username,mailbox_size\n",
    })) as { users: Record<string, Properties> };
    expect(livesOf(exchangeUsers, emulator).check({}, list(none)).failures).toEqual([
      { property: "users", reason: expect.stringContaining("at least one mailbox") },
    ]);
  });

  it("two of which have one username are an error that names both, and neither is touched", async () => {
    const lives = livesOf(exchangeUsers, emulator);
    const { id, properties } = await lives.create(list({ a: row("a") }), operation);
    const other = emulator.change({
      system: "saltstack",
      scope: "exchange-users",
      set: { tenant: tenantId, username: "a" },
    });
    const failed = livesOf(exchangeUsers, emulator).delete(id, properties, operation);
    await expect(failed).rejects.toThrow(new RegExp(`users\\["a"\\]: several users.*${other}`));
    expect(users().size).toBe(2);
  });

  it("that never appear are named, and those that are there stay in state", async () => {
    emulator.saltstack.behave({ lostBulkUsers: ["b"] });
    const failed = livesOf(exchangeUsers, emulator, { settings: { timeout: 0.5 } }).create(
      list({ a: row("a"), b: row("b") }),
      operation,
    );
    await expect(failed).rejects.toMatchObject({
      reasons: [expect.stringMatching(/users\["b"\]: the system said that it would make it, and it is not there/)],
      properties: { users: { a: row("a") }, userIds: { a: expect.any(String) } },
    });
  });

  it("one of which fails leaves the others done and state right", async () => {
    const lives = livesOf(exchangeUsers, emulator);
    const { id, properties } = await lives.create(list({ a: row("a"), b: row("b") }), operation);
    const broken = [...users().values()].find(({ fields }) => fields.username === "b")?.id ?? "";
    emulator.saltstack.vanish(broken);
    const news = list({ a: row("a", { office: "1" }), b: row("b", { office: "1" }) });
    emulator.faults.clear();
    const failed = lives.update(id, properties, news, operation);
    await expect(failed).rejects.toMatchObject({
      properties: { users: { a: row("a", { office: "1" }), b: row("b") } },
      reasons: [expect.stringMatching(/users\["b"\].*The backend has no object/)],
    });
  });

  it("some of which exist already are not taken over unasked, and those are named", async () => {
    const { id } = await make("b");
    const lives = livesOf(exchangeUsers, emulator);
    const rows = { a: row("a"), b: row("b") };
    await expect(lives.create(list(rows), operation)).rejects.toThrow(
      new RegExp(
        `the mailbox b \\(${id}\\) exists already\\. To manage them here, do one of these: set \`adopt: true\``,
      ),
    );
    expect(names()).toEqual(["b"]);
    const { properties } = await lives.create(list(rows, { adopt: true }), operation);
    expect(properties).toMatchObject({ users: rows, userIds: { b: id } });
    expect(names()).toEqual(["a", "b"]);
  });

  it("that a killed run has ordered and that appear only now are named, with the ways out", async () => {
    const take = emulator.faults.take.bind(emulator.faults);
    using _ = vi.spyOn(emulator.faults, "take").mockImplementation((target) => {
      if (target.endpoint === "saltstack.exchange.tenants.bulkUsers" && users().size === 0) {
        emulator.change({ system: "saltstack", scope: "exchange-users", set: { tenant: tenantId, username: "a" } });
      }
      return take(target);
    });
    const lives = livesOf(exchangeUsers, emulator);
    await expect(lives.create(list({ a: row("a") }), operation)).rejects.toThrow(
      /the mailbox a \(\w+\) exists already.*already taken.*adopt: true/s,
    );
    expect(names()).toEqual(["a"]);
  });

  it("leave others of the tenant alone", async () => {
    await make("other");
    const lives = livesOf(exchangeUsers, emulator);
    const { id, properties } = await lives.create(list({ a: row("a") }), operation);
    expect((await lives.read(id, properties, operation))?.inputs).toEqual(list({ a: row("a") }));
    await lives.delete(id, properties, operation);
    expect(names()).toEqual(["other"]);
  });

  it("come from a CSV, with every wrong row named", async () => {
    const run = (csv: string) => functionsOf(emulator).run("saltstack:getExchangeUsersFromCsv", { csv });
    const head = "name,first_name,last_name,username,mailbox_size,office,email\n";
    expect(await run(`${head}"Petrov, Ivan",Ivan,Petrov,ivan.p,2,,ivan.p@test.com\n`)).toEqual({
      users: { "ivan.p": { name: "Petrov, Ivan", firstName: "Ivan", lastName: "Petrov", mailboxSize: 2 } },
    });
    const wrong = run(`${head}A,A,A,a,0,,\nB,B,B,b,1,,\nB,B,B,b,1,,\nC,,C,c,x,,\n`);
    await expect(wrong).rejects.toThrow(
      /row 2 \(a\): mailboxSize.*row 4 \(b\): this username stands there already.*row 5 \(c\)/s,
    );
    expect(emulator.requests.all).toEqual([]);
  });
});
