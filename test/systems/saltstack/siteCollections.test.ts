import { expect, it } from "vitest";
import type { Properties } from "../../../provider/resource/errors.ts";
import { Connections } from "../../../provider/systems/connections.ts";
import { saltstack } from "../../../provider/systems/saltstack/index.ts";
import { siteCollection } from "../../../provider/systems/saltstack/siteCollection.ts";
import { sampleOf } from "../../samples/index.ts";
import { livesOf, operation } from "../../support/lives.ts";
import { stage } from "../../support/stage.ts";

it("an export leaves out the site collections that come with a tenant or a user: nothing can declare or delete them", async () => {
  await using staged = await stage(sampleOf(siteCollection.type));
  const { emulator, inputs } = staged;
  const { properties } = await livesOf(siteCollection, emulator).create(inputs, operation);
  const { api } = new Connections(emulator.connections, {}, operation.signal).get(saltstack);
  const listed = (await siteCollection.list?.read(api, {}, { ...operation, timeout: 1 })) as Properties[];
  const all = [...emulator.saltstack.list("sharepoint-site-collections").values()];
  expect(all.map(({ fields }) => fields.type)).toEqual(
    expect.arrayContaining(["main", "admin", "personal", "regular"]),
  );
  expect(listed.map(({ siteCollectionId }) => siteCollectionId)).toEqual([properties.siteCollectionId]);
});
