import { expect, it } from "vitest";
import endpoints from "../fixtures/endpoints.json" with { type: "json" };
import { apio } from "./calls/apio.ts";
import { barium } from "./calls/barium.ts";
import { cloudiway } from "./calls/cloudiway.ts";
import type { DocumentedCalls } from "./calls/documentedCall.ts";
import { saltstack } from "./calls/saltstack.ts";
import { startRawClient } from "./rawClient.ts";

const calls: Readonly<Record<string, DocumentedCalls>> = { apio, barium, cloudiway, saltstack };

it.each(endpoints.filter(({ system }) => system in calls))("serves $id", async ({ id, system }) => {
  await using client = await startRawClient();
  const call = calls[system]?.[id];
  if (call === undefined) {
    throw new Error(`test/emulator/calls/${system} has no call of ${id}`);
  }
  const { status } = await call(client);
  expect(status).toBeLessThan(300);
  expect(client.emulator.requests.all.at(-1)).toMatchObject({ system, endpoint: id, status });
});
