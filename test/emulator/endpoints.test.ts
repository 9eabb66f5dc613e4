import { expect, it } from "vitest";
import endpoints from "../fixtures/endpoints.json" with { type: "json" };
import { apio } from "./calls/apio.ts";
import { barium } from "./calls/barium.ts";
import { cloudiway } from "./calls/cloudiway.ts";
import type { DocumentedCalls } from "./calls/documentedCall.ts";
import { groupid } from "./calls/groupid/index.ts";
import { saltstack } from "./calls/saltstack.ts";
import { startRawClient } from "./rawClient.ts";

const calls: Readonly<Record<string, DocumentedCalls>> = { apio, barium, cloudiway, groupid, saltstack };

const documented = endpoints.filter(({ system }) => system in calls).map(({ id }) => id);
/** Those that only other sources document as well. */
const served = new Set([...documented, ...Object.values(calls).flatMap((known) => Object.keys(known))]);

it.each([...served])("serves %s", async (id) => {
  await using client = await startRawClient();
  const [system = ""] = id.split(".");
  const call = calls[system]?.[id];
  if (call === undefined) {
    throw new Error(`test/emulator/calls/${system} has no call of ${id}`);
  }
  const { status } = await call(client);
  expect(status).toBeLessThan(300);
  expect(client.emulator.requests.all.at(-1)).toMatchObject({ system, endpoint: id, status });
});
