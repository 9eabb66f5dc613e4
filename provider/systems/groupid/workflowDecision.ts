import * as z from "zod";
import { defineAction } from "../../resource/action.ts";
import { identifier } from "../../resource/property.ts";
import type { RequestStatus } from "./api/workflowRequests.ts";
import type { GroupIdClient } from "./client.ts";
import { connectionDefaults, identityStoreId } from "./inputs.ts";

/** The status of a request once a decision has been taken. */
const outcomes = { approve: "approved", deny: "denied" } as const satisfies Record<string, RequestStatus>;

/** `groupid.WorkflowDecision`: seeds/001, "Approve a Request", "Deny a Request". */
export const workflowDecision = defineAction({
  type: "groupid:WorkflowDecision",
  description:
    "Approves or denies a request that waits in a workflow. What is decided stays decided; one that is decided so already is left as it is.",
  inputs: {
    identityStoreId,
    workflowRequestId: identifier().meta({ description: "The ID of the request." }),
    decision: z
      .enum(["approve", "deny"])
      .meta({ typeName: "Decision", description: "What becomes of a request." })
      .meta({ description: "What becomes of it." }),
    comment: z.string().min(1).optional().meta({
      description: "Why it is denied. GroupID takes no comment with an approval.",
    }),
  },
  outputs: {},
  subject: ["identityStoreId", "workflowRequestId"],
  connectionDefaults,
  validate: ({ decision, comment }) =>
    decision === "approve" && comment !== undefined
      ? [{ path: ["comment"], reason: "must be left out: GroupID takes no comment with an approval" }]
      : [],

  async run({ synchronization }: GroupIdClient, inputs, { signal }) {
    const { identityStoreId: storeId = "", workflowRequestId, decision, comment } = inputs;
    const { requests } = synchronization.workflows(storeId);
    try {
      await (decision === "approve"
        ? requests.approve(storeId, workflowRequestId, signal)
        : requests.deny(storeId, workflowRequestId, comment ?? "", signal));
    } catch (error) {
      // An answer that was lost, or that of a repetition: what counts is what became of the request.
      const [request] = await requests.get(storeId, [workflowRequestId], signal).catch(() => []);
      if (request?.workflowRequestId !== workflowRequestId || request.status !== outcomes[decision]) {
        throw error;
      }
    }
    return {};
  },
});
