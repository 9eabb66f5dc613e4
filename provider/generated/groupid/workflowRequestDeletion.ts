// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `WorkflowRequestDeletion` is made of. */
export interface WorkflowRequestDeletionArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** Which requests are deleted. */
  requests: pulumi.Input<types.RequestSelectionArgs>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Deletes workflow requests: some by their IDs, or all that have had a status for some days. */
export class WorkflowRequestDeletion extends DynamicResource {
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
