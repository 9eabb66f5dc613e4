// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetConferenceRoomsArgs, GetConferenceRoomsOutputArgs, GetConferenceRoomsResult } from "../../saltstack/getConferenceRooms.js";

export type { GetConferenceRoomsArgs, GetConferenceRoomsOutputArgs, GetConferenceRoomsResult };

/** Lists the conference rooms of Exchange tenants that fit all that is given. */
export function getConferenceRooms(args: GetConferenceRoomsArgs, options?: pulumi.InvokeOptions): Promise<GetConferenceRoomsResult> {
  return invoke("saltstack:getConferenceRooms", args, options);
}

/**
 * Lists the conference rooms of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getConferenceRoomsOutput(args: GetConferenceRoomsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetConferenceRoomsResult> {
  return invokeOutput("saltstack:getConferenceRooms", args, options);
}
