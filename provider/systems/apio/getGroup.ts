import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import type { ApioClient } from "./client.ts";
import { groupFields, liveOf } from "./group.ts";

/** `apio.getGroup`: GET tenants/{tenantId}/groups/{groupId}/, or the list where that call is missing. */
export const getGroup = defineFunction({
  type: "apio:getGroup",
  description: "Reads one group of a BroadWorks tenant.",
  inputs: {
    tenantId: identifier().meta({ description: "The ID of the tenant." }),
    groupId: identifier().meta({ description: "The ID of the group." }),
  },
  outputs: {
    tenantId: z.string().meta({ description: "The ID of the tenant." }),
    groupId: z.string().meta({ description: "The ID of the group." }),
    ...groupFields,
    userCount: z.number().int().optional().meta({ description: "How many users the group has." }),
  },

  async invoke(apio: ApioClient, { tenantId, groupId }) {
    const live = await apio.tenant(tenantId).read(groupId);
    if (live === undefined) {
      throw new NotFoundError(
        `apio:getGroup: tenant ${JSON.stringify(tenantId)} has no group ${JSON.stringify(groupId)}.`,
      );
    }
    return present(liveOf(tenantId, live));
  },
});
