import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { present } from "../present.ts";
import type { CloudiwayClient } from "./client.ts";
import { batchName } from "./groupOutputs.ts";

/** `cloudiway.getBatchMembers`: GET groups/getusersinbatch. */
export const getBatchMembers = defineFunction({
  type: "cloudiway:getBatchMembers",
  description: "Lists the groups of a batch, by numbers: no call tells which migration tag a number belongs to.",
  inputs: { batchName },
  outputs: {
    members: z
      .array(
        z
          .object({
            membershipId: z.string().optional().meta({ description: "The number of the membership itself." }),
            batchId: z.string().optional().meta({ description: "The number of the batch." }),
            customerGroupId: z.string().meta({ description: "The number of the group." }),
          })
          .meta({ typeName: "BatchMember", description: "A group in a batch." }),
      )
      .meta({ description: "The groups, in the order of the system." }),
  },

  async invoke(cloudiway: CloudiwayClient, { batchName: name }) {
    const members = await cloudiway.api.getBatchMembers(name, cloudiway.signal);
    if (members === undefined && (await cloudiway.batches.read(name)) === undefined) {
      throw new NotFoundError(`cloudiway:getBatchMembers: there is no batch ${JSON.stringify(name)}.`);
    }
    return { members: (members ?? []).map(present) };
  },
});
