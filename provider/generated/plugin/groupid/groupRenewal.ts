// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { GroupRenewalArgs } from "../../groupid/groupRenewal.js";

export type { GroupRenewalArgs };

/** Renews groups: their expiration policies apply from today on. Groups that are renewed together travel in one call. */
export class GroupRenewal extends PluginResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The GUIDs of the groups: one or many. */
  declare readonly groupIds: pulumi.Output<string[]>;
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
    state: Pick<GroupRenewalArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): GroupRenewal {
    return new GroupRenewal(name, state as GroupRenewalArgs, { ...options, id });
  }

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
