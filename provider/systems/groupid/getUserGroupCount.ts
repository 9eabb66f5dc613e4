import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import type { GroupIdClient } from "./client.ts";
import { userGroupsInputs } from "./getUserGroups.ts";

/** `groupid.getUserGroupCount`: seeds/001, "Get My Groups Count" and "Get My Membership Count"; and that of expiring groups. */
export const getUserGroupCount = defineFunction({
  type: "groupid:getUserGroupCount",
  description:
    "Counts groups of a user without reading them: those that the user owns, memberships, or expiring groups.",
  inputs: {
    ...userGroupsInputs,
    list: z
      .enum(["owned", "memberships", "expiring"])
      .meta({ typeName: "CountedUserGroupList", description: "A list of a user's groups that can be counted." })
      .default("owned")
      .meta({ description: "Which groups." }),
  },
  outputs: { count: z.number().int().meta({ description: "How many groups there are." }) },

  async invoke(groupid: GroupIdClient, { list, user, ...inputs }, { signal }) {
    const store = groupid.store(inputs.identityStoreId);
    const ownership = { nested: inputs.includeNestedOwnership, additional: inputs.includeAdditionalOwnership };
    return { count: await store.usersApi.countGroups(store.id, user, list, ownership, signal) };
  },
});
