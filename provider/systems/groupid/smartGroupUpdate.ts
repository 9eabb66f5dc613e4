import * as z from "zod";
import { defineAction } from "../../resource/action.ts";
import type { GroupIdClient } from "./client.ts";
import { groupIds, onEach } from "./groupAction.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

/** `groupid.SmartGroupUpdate`: seeds/001, "Update a Smart Group" and "Update Smart Groups". */
export const smartGroupUpdate = defineAction({
  type: "groupid:SmartGroupUpdate",
  description: `Has the members of Smart Groups computed now, by their queries. GroupID does that in tasks of its own: that a task is taken up does not mean that it is done. Name the query among the \`triggers\`, and a change of it takes effect at once.`,
  inputs: { identityStoreId, groupIds },
  outputs: {
    taskIds: z
      .record(z.string(), z.string())
      .meta({ description: "The numbers of the tasks, by the GUIDs of the groups, where GroupID tells them." }),
  },
  subject: ["identityStoreId", "groupIds"],
  connectionDefaults,
  async run(groupid: GroupIdClient, inputs) {
    const store = groupid.store(inputs.identityStoreId);
    const tasks = await onEach(inputs.groupIds, "updated", async (groupId) => [
      groupId,
      await store.updateSmart(groupId),
    ]);
    return {
      taskIds: Object.fromEntries(tasks.filter(([, taskId]) => taskId !== undefined)) as Record<string, string>,
    };
  },
});
