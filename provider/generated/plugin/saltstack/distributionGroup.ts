// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { DistributionGroupArgs } from "../../saltstack/distributionGroup.js";

export type { DistributionGroupArgs };

/**
 * A distribution group of an Exchange tenant: an address whose mail goes to all members.
 *
 * Left out, `members` and `deliveryMembers` are not managed. What is written is the whole set: a preview tells who leaves.
 */
export class DistributionGroup extends PluginResource {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The ID of the user who manages the group, such as `boss.userId`. When that user is deleted, the system deletes the group. */
  declare readonly managerId: pulumi.Output<string>;
  /** The name that people see. */
  declare readonly name: pulumi.Output<string>;
  /** The part of the group's address before the `@`; unique among the users, groups and rooms of the tenant. */
  declare readonly username: pulumi.Output<string>;
  /** The IDs of the users who are members. Empty only with `allowEmpty: true`. */
  declare readonly members: pulumi.Output<string[] | undefined>;
  /** Whether `members` may be empty, so that nobody gets the group's mail. */
  declare readonly allowEmpty: pulumi.Output<boolean | undefined>;
  /** Whether senders outside of the tenant may write to the group. By default the system lets nobody in. */
  declare readonly sendersOut: pulumi.Output<boolean | undefined>;
  /** The IDs of the users and contacts who alone may write to the group. Empty for everybody. */
  declare readonly deliveryMembers: pulumi.Output<string[] | undefined>;
  /** The ID of the group: 32 hexadecimal digits. */
  declare readonly groupId: pulumi.Output<string>;
  /** The address of the group. */
  declare readonly email: pulumi.Output<string | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `groupId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<DistributionGroupArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): DistributionGroup {
    return new DistributionGroup(name, state as DistributionGroupArgs, { ...options, id });
  }

  constructor(name: string, args: DistributionGroupArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:DistributionGroup",
        properties: ["tenantId","managerId","name","username","members","allowEmpty","sendersOut","deliveryMembers","groupId","email"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
