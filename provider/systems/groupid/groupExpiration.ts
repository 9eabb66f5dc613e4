import { defineAction } from "../../resource/action.ts";
import type { GroupIdClient } from "./client.ts";
import { groupIds, onEach } from "./groupAction.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

/** `groupid.GroupExpiration`: "Expire a Group" and "Expire Groups" of the vendor's pages, which seeds/001 lacks. */
export const groupExpiration = defineAction({
  type: "groupid:GroupExpiration",
  description: `Expires groups now, whatever their expiration policies say. A \`GroupRenewal\` brings them back. Groups that are expired together travel in one call.`,
  inputs: { identityStoreId, groupIds },
  outputs: {},
  subject: ["identityStoreId", "groupIds"],
  connectionDefaults,
  async run(groupid: GroupIdClient, inputs) {
    const store = groupid.store(inputs.identityStoreId);
    await onEach(inputs.groupIds, "expired", (groupId) => store.expire(groupId));
    return {};
  },
});
