// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `GroupExpiration` is made of. */
export interface GroupExpirationArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUIDs of the groups: one or many. */
  groupIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Expires groups now, whatever their expiration policies say. A `GroupRenewal` brings them back. Groups that are expired together travel in one call. */
export class GroupExpiration extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The GUIDs of the groups: one or many. */
  declare readonly groupIds: pulumi.Output<string[]>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  constructor(name: string, args: GroupExpirationArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:GroupExpiration",
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
