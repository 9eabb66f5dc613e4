import { expect, it } from "vitest";
import endpoints from "../fixtures/endpoints.json" with { type: "json" };
import { startRawClient } from "./rawClient.ts";

/** What the documented calls of the emulated systems need, given a group `1` of the domain 1 and the tenant acme. */
const bodies: Readonly<Record<string, unknown>> = {
  "barium.groups.create": { groups: [{ key: "k", name: "n" }] },
  "barium.groups.update": { groups: [{ id: 1, name: "n" }] },
  "barium.groups.delete": { groups: [{ id: 1 }] },
  "apio.groups.create": { groupId: "g" },
};
const emulated = new Set(["barium", "apio"]);

it.each(endpoints.filter(({ system }) => emulated.has(system)))("serves $id", async ({ id, system, method, path }) => {
  await using client = await startRawClient();
  client.emulator.change({ system: "barium", scope: "1", id: "1" });
  const below = path.replace("{domainId}", "1").replace("{tenant_id}", "acme");
  const { status } = await client.call(method, `/${system}${below}`, { body: bodies[id] });
  expect(status).toBeLessThan(300);
  expect(client.emulator.requests.all).toMatchObject([{ system, endpoint: id, status }]);
});
