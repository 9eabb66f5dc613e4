// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `GroupAudit` is made of. */
export interface GroupAuditArgs {
  /** The migration tag of the group, such as `group.migrationTag`. */
  migrationTag: pulumi.Input<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** Audits a group: starts Cloudiway's audit of what there is to migrate. */
export class GroupAudit extends DynamicResource {
  /** The migration tag of the group, such as `group.migrationTag`. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** What Cloudiway answered. */
  declare readonly answer: pulumi.Output<string>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

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
