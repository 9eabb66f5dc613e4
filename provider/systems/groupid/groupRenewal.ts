import { defineAction } from "../../resource/action.ts";
import type { GroupIdClient } from "./client.ts";
import { groupIds, onEach } from "./groupAction.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

/** `groupid.GroupRenewal`: seeds/001, "Renew a Group" and "Renew Groups". */
export const groupRenewal = defineAction({
  type: "groupid:GroupRenewal",
  description: `Renews groups: their expiration policies apply from today on. Groups that are renewed together travel in one call.`,
  inputs: { identityStoreId, groupIds },
  outputs: {},
  subject: ["identityStoreId", "groupIds"],
  connectionDefaults,
  async run(groupid: GroupIdClient, inputs) {
    const store = groupid.store(inputs.identityStoreId);
    await onEach(inputs.groupIds, "renewed", (groupId) => store.renew(groupId));
    return {};
  },
});
