// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../groupid/types.js";

import type { WorkflowDecisionArgs } from "../../groupid/workflowDecision.js";

export type { WorkflowDecisionArgs };

/** Approves or denies a request that waits in a workflow. What is decided stays decided; one that is decided so already is left as it is. */
export class WorkflowDecision extends PluginResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The ID of the request. */
  declare readonly workflowRequestId: pulumi.Output<string>;
  /** What becomes of it. */
  declare readonly decision: pulumi.Output<types.Decision>;
  /** Why it is denied. GroupID takes no comment with an approval. */
  declare readonly comment: pulumi.Output<string | undefined>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `completedAt`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<WorkflowDecisionArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): WorkflowDecision {
    return new WorkflowDecision(name, state as WorkflowDecisionArgs, { ...options, id });
  }

  constructor(name: string, args: WorkflowDecisionArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:WorkflowDecision",
        properties: ["identityStoreId","workflowRequestId","decision","comment","triggers","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
