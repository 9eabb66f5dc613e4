import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { startEmulator } from "../../emulator/index.ts";
import { needsOf, samples } from "../samples/index.ts";
import { repository } from "../support/engine.ts";
import { succeeded, TestStack } from "../support/testStack.ts";

const folder = path.join(repository, "test/fixtures");
const fixtures = readdirSync(folder).filter((file) => file.startsWith("state-"));

it.each(fixtures)("what an earlier release wrote (%s) is read without a difference", async (file) => {
  const { state, objects } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
    state: object;
    objects: Record<string, Record<string, Record<string, Record<string, unknown>>>>;
  };
  const emulator = await startEmulator();
  const stack = new TestStack(emulator.connections);
  try {
    for (const [system, scopes] of Object.entries(objects)) {
      for (const [scope, byId] of Object.entries(scopes)) {
        for (const [id, { id: _id, groupId: _groupId, ...set }] of Object.entries(byId)) {
          emulator.change({ system, scope, id, set });
        }
      }
    }
    await stack.init();
    stack.write("state.json", JSON.stringify(state));
    succeeded(await stack.run(["stack", "import", "--stack", "dev", "--file", "state.json"]));
    const known = samples.filter(({ type }) => JSON.stringify(state).includes(`groupware/${type}::`));
    stack.declare([
      ...needsOf(known),
      ...known.map(({ type, inputs }) => ({ name: type.replace(":", "-"), type, args: inputs })),
    ]);
    expect(await stack.steps()).toEqual([]);
    // The state's provider remembers where the systems were; an `up` tells it where they are now.
    succeeded(await stack.up());
    succeeded(await stack.preview("--refresh", "--expect-no-changes"));
    const writes = emulator.requests.all.filter(
      ({ method, endpoint }) => method !== "GET" && !/login|auth/.test(endpoint),
    );
    expect(writes).toEqual([]);
  } finally {
    stack.remove();
    await emulator.close();
  }
});
