// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `Group` is made of. */
export interface GroupArgs {
  /** The ID of the tenant (BroadWorks: the enterprise or service provider). */
  tenantId: pulumi.Input<string>;
  /** The ID of the group, unique in the tenant. */
  groupId: pulumi.Input<string>;
  /** The name of the group. */
  groupName?: pulumi.Input<string> | undefined;
  /** How many users the group may have. */
  userLimit?: pulumi.Input<number> | undefined;
  /** The default domain of the group. It must exist, unless it is made with the group: `autoCreateDomain`. */
  defaultDomain?: pulumi.Input<string> | undefined;
  /** The name that called parties see. */
  cliName?: pulumi.Input<string> | undefined;
  /** The phone number that called parties see. */
  cliPhoneNumber?: pulumi.Input<string> | undefined;
  /** The dialing code of the group's location. */
  locationDialingCode?: pulumi.Input<string> | undefined;
  /** The time zone, such as `Europe/Brussels`. */
  timeZone?: pulumi.Input<string> | undefined;
  /** Whom to contact: a map, with the installation's own names, such as `contactName`. */
  contactInformation?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
  /** Where the group is: a map, with the installation's own names, such as `city`. */
  addressInformation?: pulumi.Input<{ [key: string]: pulumi.Input<string> }> | undefined;
  /** The reseller that the group belongs to. By default the tenant's. */
  resellerId?: pulumi.Input<string> | undefined;
  /** The template, of the category `group`, that the group is made from. */
  templateName?: pulumi.Input<string> | undefined;
  /** Whether `defaultDomain` is made at system and tenant level, and assigned to the group, where it does not exist. By default the installation decides. */
  autoCreateDomain?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A group of a BroadWorks tenant, managed through Netaxis APIO.
 *
 * Some installations have no call that reads one group. There the list is read, which shows `groupName` and
 * `userLimit` only: drift of the other properties cannot be seen then.
 */
export class Group extends DynamicResource {
  /** The ID of the tenant (BroadWorks: the enterprise or service provider). */
  declare readonly tenantId: pulumi.Output<string>;
  /** The ID of the group, unique in the tenant. */
  declare readonly groupId: pulumi.Output<string>;
  /** The name of the group. */
  declare readonly groupName: pulumi.Output<string | undefined>;
  /** How many users the group may have. */
  declare readonly userLimit: pulumi.Output<number | undefined>;
  /** The default domain of the group. It must exist, unless it is made with the group: `autoCreateDomain`. */
  declare readonly defaultDomain: pulumi.Output<string | undefined>;
  /** The name that called parties see. */
  declare readonly cliName: pulumi.Output<string | undefined>;
  /** The phone number that called parties see. */
  declare readonly cliPhoneNumber: pulumi.Output<string | undefined>;
  /** The dialing code of the group's location. */
  declare readonly locationDialingCode: pulumi.Output<string | undefined>;
  /** The time zone, such as `Europe/Brussels`. */
  declare readonly timeZone: pulumi.Output<string | undefined>;
  /** Whom to contact: a map, with the installation's own names, such as `contactName`. */
  declare readonly contactInformation: pulumi.Output<{ [key: string]: string } | undefined>;
  /** Where the group is: a map, with the installation's own names, such as `city`. */
  declare readonly addressInformation: pulumi.Output<{ [key: string]: string } | undefined>;
  /** The reseller that the group belongs to. By default the tenant's. */
  declare readonly resellerId: pulumi.Output<string | undefined>;
  /** The template, of the category `group`, that the group is made from. */
  declare readonly templateName: pulumi.Output<string | undefined>;
  /** Whether `defaultDomain` is made at system and tenant level, and assigned to the group, where it does not exist. By default the installation decides. */
  declare readonly autoCreateDomain: pulumi.Output<boolean | undefined>;
  /** How many users the group has. Absent where the installation does not show it. */
  declare readonly userCount: pulumi.Output<number | undefined>;

  constructor(name: string, args: GroupArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "apio:Group",
        properties: ["tenantId","groupId","groupName","userLimit","defaultDomain","cliName","cliPhoneNumber","locationDialingCode","timeZone","contactInformation","addressInformation","resellerId","templateName","autoCreateDomain","userCount"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
