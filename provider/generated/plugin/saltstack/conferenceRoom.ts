// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { ConferenceRoomArgs } from "../../saltstack/conferenceRoom.js";

export type { ConferenceRoomArgs };

/** A conference room of an Exchange tenant, with a mailbox of its own for its calendar. */
export class ConferenceRoom extends PluginResource {
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

  /**
   * Reads one that exists, without managing it.
   * @param id `roomId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ConferenceRoomArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ConferenceRoom {
    return new ConferenceRoom(name, state as ConferenceRoomArgs, { ...options, id });
  }

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
