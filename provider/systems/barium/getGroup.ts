import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { NotFoundError } from "../../resource/errors.ts";
import { identifier } from "../../resource/property.ts";
import { present } from "../present.ts";
import type { BariumClient } from "./client.ts";

/** What Barium Live shows of a group. */
export const groupOutputs = {
  groupId: z.string().meta({ description: "The ID that Barium Live gave to the group." }),
  key: z.string().optional().meta({ description: "The key of the group." }),
  name: z.string().optional().meta({ description: "The name that users see." }),
  parentId: z.string().optional().meta({ description: "The ID of the group above; absent for a root." }),
  securityId: z.string().optional().meta({ description: "The ID of the group in Barium Live's access rights." }),
  origin: z.string().optional().meta({ description: "The system that the group comes from." }),
  originKey: z.string().optional().meta({ description: "The key of the group in the system that it comes from." }),
};

/** `barium.getGroup`: the document has no call for one group, so it is found in the list. */
export const getGroup = defineFunction({
  type: "barium:getGroup",
  description: "Finds one group of a domain of Barium Live by its ID or by its key.",
  inputs: {
    domainId: identifier().meta({ description: "The ID of the domain." }),
    groupId: identifier().optional().meta({ description: "The ID of the group. Give this or `key`." }),
    key: z.string().optional().meta({ description: "The key of the group. Give this or `groupId`." }),
  },
  outputs: groupOutputs,

  async invoke(barium: BariumClient, { domainId, groupId, key }) {
    if ((groupId === undefined) === (key === undefined)) {
      throw new Error("barium:getGroup needs either groupId or key.");
    }
    const domain = barium.domain(domainId);
    const found =
      groupId === undefined
        ? await domain.withKey(key ?? "", false)
        : [await domain.withId(groupId)].filter((live) => live !== undefined);
    const [live] = found;
    const what = groupId === undefined ? `key ${JSON.stringify(key)}` : `ID ${groupId}`;
    if (live === undefined) {
      throw new NotFoundError(`barium:getGroup: domain ${domainId} has no group with the ${what}.`);
    }
    if (found.length > 1) {
      throw new Error(
        `barium:getGroup: domain ${domainId} has ${found.length} groups with the ${what}: ${found.map((group) => group.groupId).join(", ")}. Ask by groupId.`,
      );
    }
    return present(live);
  },
});
