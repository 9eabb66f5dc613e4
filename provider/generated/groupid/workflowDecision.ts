// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `WorkflowDecision` is made of. */
export interface WorkflowDecisionArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The ID of the request. */
  workflowRequestId: pulumi.Input<string>;
  /** What becomes of it. */
  decision: pulumi.Input<types.Decision>;
  /** Why it is denied. GroupID takes no comment with an approval. */
  comment?: pulumi.Input<string> | undefined;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Approves or denies a request that waits in a workflow. What is decided stays decided; one that is decided so already is left as it is. */
export class WorkflowDecision extends DynamicResource {
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
