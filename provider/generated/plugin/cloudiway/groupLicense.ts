// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { GroupLicenseArgs } from "../../cloudiway/groupLicense.js";

export type { GroupLicenseArgs };

/**
 * Assigns one of the project's available group licenses to a group. That it has one already is no error.
 *
 * No call shows the license of a group, and none takes it back: what becomes of it later is not observable, and deleting
 * this resource leaves it.
 */
export class GroupLicense extends PluginResource {
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
    state: Pick<GroupLicenseArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): GroupLicense {
    return new GroupLicense(name, state as GroupLicenseArgs, { ...options, id });
  }

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
