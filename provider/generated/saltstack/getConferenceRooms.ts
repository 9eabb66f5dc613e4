// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getConferenceRooms` is asked. */
export interface GetConferenceRoomsArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: string | undefined;
  /** Only those whose tenant's domain is this text, or contains it: see `match`. */
  tenantDomain?: string | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: string | undefined;
  /** Only those whose phone number is this text, or contains it: see `match`. */
  phone?: string | undefined;
  /** Only those whose location is this text, or contains it: see `match`. */
  location?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getConferenceRoomsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetConferenceRoomsOutputArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** Only those whose tenant's domain is this text, or contains it: see `match`. */
  tenantDomain?: pulumi.Input<string> | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: pulumi.Input<string> | undefined;
  /** Only those whose phone number is this text, or contains it: see `match`. */
  phone?: pulumi.Input<string> | undefined;
  /** Only those whose location is this text, or contains it: see `match`. */
  location?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getConferenceRooms` answers. */
export interface GetConferenceRoomsResult {
  /** The rooms. */
  readonly rooms: types.ConferenceRoomResult[];
}

/** Lists the conference rooms of Exchange tenants that fit all that is given. */
export function getConferenceRooms(args: GetConferenceRoomsArgs): Promise<GetConferenceRoomsResult> {
  return invoke("saltstack:getConferenceRooms", args);
}

/**
 * Lists the conference rooms of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getConferenceRoomsOutput(args: GetConferenceRoomsOutputArgs): pulumi.Output<GetConferenceRoomsResult> {
  return invokeOutput("saltstack:getConferenceRooms", args);
}
