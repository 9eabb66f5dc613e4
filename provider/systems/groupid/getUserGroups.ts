import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import type { GroupIdClient } from "./client.ts";
import { identityStoreId } from "./inputs.ts";
import { attributesToLoad, objectElement, pageInputs, readPages, total } from "./objectResult.ts";

/** What a list or a count of a user's groups is about. */
export const userGroupsInputs = {
  identityStoreId,
  user: z.string().min(1).meta({ description: "The user: a GUID, a DN or an account name." }),
  includeNestedOwnership: z.boolean().default(false).meta({
    description: "Whether groups count as owned that a group of the user owns.",
  }),
  includeAdditionalOwnership: z.boolean().default(false).meta({
    description: "Whether groups count as owned that the user is an additional owner of.",
  }),
};

/** `groupid.getUserGroups`: seeds/001, "Get My Groups" and the lists beside it; two of them the vendor's pages have. */
export const getUserGroups = defineFunction({
  type: "groupid:getUserGroups",
  description:
    "Lists groups of a user: those that the user owns, all of the directory, dynasties, Smart Groups, memberships, and those that have expired or soon will.",
  inputs: {
    ...userGroupsInputs,
    list: z
      .enum(["owned", "all", "dynasties", "smartGroups", "memberships", "expired", "expiring"])
      .meta({ typeName: "UserGroupList", description: "A list of a user's groups." })
      .default("owned")
      .meta({ description: "Which groups." }),
    attributes: attributesToLoad,
    ...pageInputs,
  },
  outputs: { objects: z.array(objectElement).meta({ description: "The groups." }), total },

  invoke(groupid: GroupIdClient, { attributes = [], list, user, ...inputs }, { signal }) {
    const store = groupid.store(inputs.identityStoreId);
    const ownership = { nested: inputs.includeNestedOwnership, additional: inputs.includeAdditionalOwnership };
    return readPages(inputs, (request) =>
      store.usersApi.groups(store.id, user, list, { ...request, ...ownership }, attributes, signal),
    );
  },
});
