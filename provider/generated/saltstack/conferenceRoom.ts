// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `ConferenceRoom` is made of. */
export interface ConferenceRoomArgs {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  tenantId: pulumi.Input<string>;
  /** The name that people see. */
  name: pulumi.Input<string>;
  /** The part of the room's address before the `@`; unique among the users, groups and rooms of the tenant. */
  username: pulumi.Input<string>;
  /** Where the room is. */
  location?: pulumi.Input<string> | undefined;
  /** The size of the mailbox in MB, at least 1. It counts in the tenant's. */
  mailboxSize: pulumi.Input<number>;
  /** The phone number of the room. */
  phone?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/** A conference room of an Exchange tenant, with a mailbox of its own for its calendar. */
export class ConferenceRoom extends DynamicResource {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The name that people see. */
  declare readonly name: pulumi.Output<string>;
  /** The part of the room's address before the `@`; unique among the users, groups and rooms of the tenant. */
  declare readonly username: pulumi.Output<string>;
  /** Where the room is. */
  declare readonly location: pulumi.Output<string | undefined>;
  /** The size of the mailbox in MB, at least 1. It counts in the tenant's. */
  declare readonly mailboxSize: pulumi.Output<number>;
  /** The phone number of the room. */
  declare readonly phone: pulumi.Output<string | undefined>;
  /** The ID of the room: 32 hexadecimal digits. */
  declare readonly roomId: pulumi.Output<string>;
  /** The address of the room. */
  declare readonly email: pulumi.Output<string | undefined>;

  constructor(name: string, args: ConferenceRoomArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ConferenceRoom",
        properties: ["tenantId","name","username","location","mailboxSize","phone","roomId","email"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
