import PQueue from "p-queue";
import { describe, expect, it } from "vitest";
import type { Properties } from "../../../provider/resource/errors.ts";
import { group } from "../../../provider/systems/groupid/group.ts";
import { guid, prepare } from "../../samples/groupid/directory.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { started } from "./started.ts";

const count = 1000;
/** As many as the engine runs at once on a machine with two cores. */
const parallel = 8;
const userCount = 50;
const userOf = (index: number) => guid(1000 + (index % userCount));
const membersOf = (index: number, size: number) => Array.from({ length: size }, (_, offset) => userOf(index + offset));

/** Groups that were made earlier, with the state that the stack has of them, in a directory with users. */
async function directory() {
  const emulator = await started((made) => {
    prepare(made);
    for (let index = 0; index < userCount; index++) {
      const set = { objectClass: "user", CN: `User ${index}`, container: "OU=People,DC=demo,DC=local" };
      made.change({ system: "groupid", scope: "2", id: userOf(index), set });
    }
  });
  const states = Array.from({ length: count }, (_, index): { id: string; properties: Properties } => {
    const [objectId, name, container] = [guid(10_000 + index), `Group ${index}`, "OU=Groups,DC=demo,DC=local"];
    const members = membersOf(index, 10);
    const set = { CN: name, container, description: "A group", member: members };
    emulator.change({ system: "groupid", scope: "2", id: objectId, set });
    const written = { identityStoreId: "2", container, name, description: "A group", members };
    return { id: `2/${objectId}`, properties: { ...written, objectId, distinguishedName: `CN=${name},${container}` } };
  });
  return { emulator, states, [Symbol.asyncDispose]: () => emulator.close() };
}

/** Runs work for each state as the engine would: so many at once, and no more. */
async function forEach<State, Result>(
  states: readonly State[],
  run: (state: State, index: number) => Promise<Result>,
): Promise<Result[]> {
  const queue = new PQueue({ concurrency: parallel });
  return Promise.all(states.map((state, index) => queue.add(() => run(state, index))));
}

describe(`of ${count} groups with 10 members each`, () => {
  it.each(["both", "dn"] as const)("a refresh takes at most 60 calls, references shown as %s", async (references) => {
    await using made = await directory();
    const { emulator, states } = made;
    emulator.groupid.behave({ references });
    const lives = livesOf(group, emulator);
    const read = await forEach(states, ({ id, properties }) => lives.read(id, properties, operation));
    expect(read.map((state) => state?.properties)).toEqual(states.map(({ properties }) => properties));
    expect(emulator.requests.all.length).toBeLessThanOrEqual(60);
  });

  it("one member more in each changes only that, in calls of many; a deletion too", async () => {
    await using made = await directory();
    const { emulator, states } = made;
    const lives = livesOf(group, emulator);
    const changed = await forEach(states, ({ id, properties }, index) =>
      lives.update(id, properties, { ...inputsOf(properties), members: membersOf(index, 11) }, operation),
    );
    for (const [index, { properties }] of changed.entries()) {
      expect(emulator.membersOf({ properties })).toEqual(membersOf(index, 11).sort());
    }
    const sent = emulator.requests.all.flatMap(({ method, body }) => (method === "PATCH" ? [body] : [])).flat() as {
      attributesBusinessObject: { attributesCollection: object };
    }[];
    expect(sent).toHaveLength(count);
    for (const { attributesBusinessObject } of sent) {
      expect(attributesBusinessObject.attributesCollection).toEqual({
        member: [{ identityStoreId: 2, value: expect.any(String), action: 1 }],
      });
    }
    // Each batch is read, written, and read again.
    expect(emulator.requests.all.length).toBeLessThanOrEqual(Math.ceil((3 * 1.2 * count) / parallel) + 10);

    emulator.requests.clear();
    await forEach(changed, ({ id, properties }) => lives.delete(id, properties, operation));
    expect(emulator.groups()).toEqual([]);
    expect(emulator.requests.all.length).toBeLessThanOrEqual(Math.ceil((1.2 * count) / parallel) + 10);
  });
});

function inputsOf({ objectId: _, distinguishedName: __, ...inputs }: Properties): Properties {
  return inputs;
}
