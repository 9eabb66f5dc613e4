import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import type { GroupIdClient } from "./client.ts";
import { identityStoreId } from "./inputs.ts";
import { attributesToLoad, objectElement, resultOf } from "./objectResult.ts";

/** `groupid.getGroups`: seeds/001, "Get Groups", and "Get All Groups" where no identities are given. */
export const getGroups = defineFunction({
  type: "groupid:getGroups",
  description: `Reads groups of an identity store: those of the given identities that exist, or all.

All groups are listed from the side of a user: that of the connection's \`userIdentity\`, by default its \`username\`.`,
  inputs: {
    identityStoreId,
    identities: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: "The GUIDs of the groups, or their DNs or account names. Left out, all groups are read." }),
    attributes: attributesToLoad,
  },
  outputs: { objects: z.array(objectElement).meta({ description: "The groups." }) },

  async invoke(groupid: GroupIdClient, { identityStoreId: id, identities, attributes = [] }) {
    const store = groupid.store(id);
    const found =
      identities === undefined
        ? await store.listing.all(attributes)
        : await Promise.all(identities.map((identity) => store.groups.lookUp(identity, attributes)));
    return { objects: found.filter((object) => object !== undefined).map(resultOf) };
  },
});
