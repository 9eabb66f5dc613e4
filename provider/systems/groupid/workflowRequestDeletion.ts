import * as z from "zod";
import { defineAction } from "../../resource/action.ts";
import { identifier } from "../../resource/property.ts";
import { requestStatuses } from "./api/workflowRequests.ts";
import type { GroupIdClient } from "./client.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

const requests = z
  .strictObject({
    ids: z.array(identifier()).min(1).optional().meta({
      description: "The IDs of the requests. Either this or `status`.",
      set: true,
    }),
    status: z
      .enum(requestStatuses)
      .meta({ typeName: "RequestStatus", description: "What has become of a request." })
      .optional()
      .meta({ description: "The status of the requests. Either this or `ids`." }),
    olderThanDays: z.number().int().min(0).optional().meta({
      description: "How many days they must have had it. With `status`.",
    }),
  })
  .meta({ typeName: "RequestSelection", description: "Some requests: by their IDs, or by status and age." });

/** `groupid.WorkflowRequestDeletion`: seeds/001, "Delete Request Status", "Delete a Workflow Request". */
export const workflowRequestDeletion = defineAction({
  type: "groupid:WorkflowRequestDeletion",
  description: "Deletes workflow requests: some by their IDs, or all that have had a status for some days.",
  inputs: { identityStoreId, requests: requests.meta({ description: "Which requests are deleted." }) },
  outputs: { deletedCount: z.number().int().optional().meta({ description: "How many requests were deleted." }) },
  subject: ["identityStoreId", "requests"],
  connectionDefaults,
  validate({ requests: selection }) {
    if (typeof selection !== "object") {
      return [];
    }
    const { ids, status, olderThanDays } = selection;
    if ((ids === undefined) === (status === undefined)) {
      return [{ path: ["requests"], reason: "needs either ids or status" }];
    }
    const needsDays = status !== undefined;
    const reason = needsDays ? "is required with status and missing" : "is of no use with ids";
    return needsDays === (olderThanDays !== undefined) ? [] : [{ path: ["requests", "olderThanDays"], reason }];
  },

  async run({ synchronization }: GroupIdClient, inputs, { signal }) {
    const { identityStoreId: storeId = "" } = inputs;
    const { ids = [], status, olderThanDays = 0 } = inputs.requests;
    const api = synchronization.workflows(storeId).requests;
    if (status !== undefined) {
      const count = await api.deleteByStatus(storeId, status, olderThanDays, signal);
      return count === undefined ? {} : { deletedCount: count };
    }
    const deleted = await Promise.all(ids.map((id) => api.delete(storeId, id, signal)));
    return { deletedCount: deleted.filter((wasThere) => wasThere).length };
  },
});
