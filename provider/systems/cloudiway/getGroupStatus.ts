import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import type { CloudiwayClient } from "./client.ts";
import { migrationTag } from "./groupOutputs.ts";
import { meaningOf, status, statusOf } from "./status.ts";

/** `cloudiway.getGroupStatus`: GET groups/{migrationtag}/status. */
export const getGroupStatus = defineFunction({
  type: "cloudiway:getGroupStatus",
  description: "Reads the status of a group's migration.",
  inputs: { migrationTag },
  outputs: {
    status: status.meta({ description: "The status." }),
    meaning: z.string().meta({ description: "What the status says; empty for a word that is not documented." }),
  },

  async invoke(cloudiway: CloudiwayClient, { migrationTag: tag }) {
    const word = await cloudiway.migrations.status(tag);
    return { status: statusOf(word), meaning: meaningOf(word) };
  },
});
