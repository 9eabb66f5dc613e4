// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `SmartGroupUpdate` is made of. */
export interface SmartGroupUpdateArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUIDs of the groups: one or many. */
  groupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Has the members of Smart Groups computed now, by their queries. GroupID does that in tasks of its own: that a task is taken up does not mean that it is done. Name the query among the `triggers`, and a change of it takes effect at once. */
export class SmartGroupUpdate extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The GUIDs of the groups: one or many. */
  declare readonly groupIds: pulumi.Output<string[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** The numbers of the tasks, by the GUIDs of the groups, where GroupID tells them. */
  declare readonly taskIds: pulumi.Output<{ [key: string]: string }>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  constructor(name: string, args: SmartGroupUpdateArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:SmartGroupUpdate",
        properties: ["identityStoreId","groupIds","triggers","taskIds","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
