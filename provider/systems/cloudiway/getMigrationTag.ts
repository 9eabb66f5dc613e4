import { defineFunction } from "../../resource/definition.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTag, names, withNames } from "./groupOutputs.ts";

/** `cloudiway.getMigrationTag`: GET groups/migrationtag. */
export const getMigrationTag = defineFunction({
  type: "cloudiway:getMigrationTag",
  description: "Looks up the migration tag of a group by its names.",
  inputs: names,
  outputs: { migrationTag },

  async invoke(cloudiway: CloudiwayClient, given) {
    const { migrationTag: tag } = await withNames(cloudiway, "getMigrationTag", given);
    return { migrationTag: tag };
  },
});
