// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `GroupLicense` is made of. */
export interface GroupLicenseArgs {
  /** The migration tag of the group, such as `group.migrationTag`. */
  migrationTag: pulumi.Input<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  triggers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/**
 * Assigns one of the project's available group licenses to a group. That it has one already is no error.
 *
 * No call shows the license of a group, and none takes it back: what becomes of it later is not observable, and deleting
 * this resource leaves it.
 */
export class GroupLicense extends DynamicResource {
  /** The migration tag of the group, such as `group.migrationTag`. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** Texts of your own, such as a date or an output of another resource: when one changes, the action is carried out again. */
  declare readonly triggers: pulumi.Output<string[] | undefined>;
  /** What Cloudiway answered. */
  declare readonly answer: pulumi.Output<string>;
  /** When the action was carried out, in ISO 8601. */
  declare readonly completedAt: pulumi.Output<string>;

  constructor(name: string, args: GroupLicenseArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:GroupLicense",
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
