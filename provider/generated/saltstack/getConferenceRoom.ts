// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getConferenceRoom` is asked. */
export interface GetConferenceRoomArgs {
  /** The ID of the room. */
  roomId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getConferenceRoomOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetConferenceRoomOutputArgs {
  /** The ID of the room. */
  roomId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getConferenceRoom` answers. */
export interface GetConferenceRoomResult {
  /** The ID of the room. */
  readonly roomId: string;
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The domain of the tenant. */
  readonly tenantDomain?: string | undefined;
  /** The name that people see. */
  readonly name?: string | undefined;
  /** The part of the address before the `@`. */
  readonly username?: string | undefined;
  /** The address of the room. */
  readonly email?: string | undefined;
  /** Where the room is. */
  readonly location?: string | undefined;
  /** The size of the mailbox in MB. */
  readonly mailboxSize?: number | undefined;
  /** How much of the mailbox is used, in MB. */
  readonly mailboxUsage?: number | undefined;
  /** The phone number of the room. */
  readonly phone?: string | undefined;
}

/** Reads one conference room, by its ID. */
export function getConferenceRoom(args: GetConferenceRoomArgs): Promise<GetConferenceRoomResult> {
  return invoke("saltstack:getConferenceRoom", args);
}

/**
 * Reads one conference room, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getConferenceRoomOutput(args: GetConferenceRoomOutputArgs): pulumi.Output<GetConferenceRoomResult> {
  return invokeOutput("saltstack:getConferenceRoom", args);
}
