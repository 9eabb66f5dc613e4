// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../groupid/types.js";

import type { WorkflowRequestDeletionArgs } from "../../groupid/workflowRequestDeletion.js";

export type { WorkflowRequestDeletionArgs };

/** Deletes workflow requests: some by their IDs, or all that have had a status for some days. */
export class WorkflowRequestDeletion extends PluginResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** Which requests are deleted. */
  declare readonly requests: pulumi.Output<types.RequestSelection>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** How many requests were deleted. */
  declare readonly deletedCount: pulumi.Output<number | undefined>;
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
    state: Pick<WorkflowRequestDeletionArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): WorkflowRequestDeletion {
    return new WorkflowRequestDeletion(name, state as WorkflowRequestDeletionArgs, { ...options, id });
  }

  constructor(name: string, args: WorkflowRequestDeletionArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:WorkflowRequestDeletion",
        properties: ["identityStoreId","requests","triggers","deletedCount","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
