// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `GroupRenewal` is made of. */
export interface GroupRenewalArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUIDs of the groups: one or many. */
  groupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Renews groups: their expiration policies apply from today on. Groups that are renewed together travel in one call. */
export class GroupRenewal extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The GUIDs of the groups: one or many. */
  declare readonly groupIds: pulumi.Output<string[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  constructor(name: string, args: GroupRenewalArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:GroupRenewal",
        properties: ["identityStoreId","groupIds","triggers","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
