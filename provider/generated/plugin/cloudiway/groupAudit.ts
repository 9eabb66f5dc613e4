// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { GroupAuditArgs } from "../../cloudiway/groupAudit.js";

export type { GroupAuditArgs };

/** Audits a group: starts Cloudiway's audit of what there is to migrate. */
export class GroupAudit extends PluginResource {
  /** The migration tag of the group, such as `group.migrationTag`. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** What Cloudiway answered. */
  declare readonly answer: pulumi.Output<string>;
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
    state: Pick<GroupAuditArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): GroupAudit {
    return new GroupAudit(name, state as GroupAuditArgs, { ...options, id });
  }

  constructor(name: string, args: GroupAuditArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:GroupAudit",
        properties: ["migrationTag","triggers","answer","completedAt"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
