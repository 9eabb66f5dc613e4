// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetConferenceRoomArgs, GetConferenceRoomOutputArgs, GetConferenceRoomResult } from "../../saltstack/getConferenceRoom.js";

export type { GetConferenceRoomArgs, GetConferenceRoomOutputArgs, GetConferenceRoomResult };

/** Reads one conference room, by its ID. */
export function getConferenceRoom(args: GetConferenceRoomArgs, options?: pulumi.InvokeOptions): Promise<GetConferenceRoomResult> {
  return invoke("saltstack:getConferenceRoom", args, options);
}

/**
 * Reads one conference room, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getConferenceRoomOutput(args: GetConferenceRoomOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetConferenceRoomResult> {
  return invokeOutput("saltstack:getConferenceRoom", args, options);
}
