import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { names, urls } from "./groupOutputs.ts";

/** `cloudiway.getGroups`: GET groups/getall. */
export const getGroups = defineFunction({
  type: "cloudiway:getGroups",
  description:
    "Lists all groups of the project. The list has no migration tags: `getMigrationTag` looks up the one of a group.",
  inputs: {},
  outputs: {
    groups: z
      .array(
        z.object({ ...names, ...urls }).meta({ typeName: "ListedGroup", description: "A group as the list shows it." }),
      )
      .meta({ description: "The groups, in the order of the system." }),
  },

  invoke: async (cloudiway: CloudiwayClient) => ({ groups: (await cloudiway.groups.listed()).map(present) }),
});
