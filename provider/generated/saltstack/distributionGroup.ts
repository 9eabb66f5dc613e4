// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `DistributionGroup` is made of. */
export interface DistributionGroupArgs {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  tenantId: pulumi.Input<string>;
  /** The ID of the user who manages the group, such as `boss.userId`. When that user is deleted, the system deletes the group. */
  managerId: pulumi.Input<string>;
  /** The name that people see. */
  name: pulumi.Input<string>;
  /** The part of the group's address before the `@`; unique among the users, groups and rooms of the tenant. */
  username: pulumi.Input<string>;
  /** The IDs of the users who are members. Empty only with `allowEmpty: true`. */
  members?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether `members` may be empty, so that nobody gets the group's mail. */
  allowEmpty?: pulumi.Input<boolean> | undefined;
  /** Whether senders outside of the tenant may write to the group. By default the system lets nobody in. */
  sendersOut?: pulumi.Input<boolean> | undefined;
  /** The IDs of the users and contacts who alone may write to the group. Empty for everybody. */
  deliveryMembers?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A distribution group of an Exchange tenant: an address whose mail goes to all members.
 *
 * Left out, `members` and `deliveryMembers` are not managed. What is written is the whole set: a preview tells who leaves.
 */
export class DistributionGroup extends DynamicResource {
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
