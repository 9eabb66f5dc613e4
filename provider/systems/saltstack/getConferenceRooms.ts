import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching, only } from "./matching.ts";

const roomResult = {
  roomId: z.string().meta({ description: "The ID of the room." }),
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  tenantDomain: z.string().optional().meta({ description: "The domain of the tenant." }),
  name: z.string().optional().meta({ description: "The name that people see." }),
  username: z.string().optional().meta({ description: "The part of the address before the `@`." }),
  email: z.string().optional().meta({ description: "The address of the room." }),
  location: z.string().optional().meta({ description: "Where the room is." }),
  mailboxSize: z.number().optional().meta({ description: "The size of the mailbox in MB." }),
  mailboxUsage: z.number().optional().meta({ description: "How much of the mailbox is used, in MB." }),
  phone: z.string().optional().meta({ description: "The phone number of the room." }),
};

/** `saltstack.getConferenceRooms`: GET exchange-conference-rooms/. */
export const getConferenceRooms = defineFunction({
  type: "saltstack:getConferenceRooms",
  description: "Lists the conference rooms of Exchange tenants that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    tenantDomain: filter("tenant's domain"),
    name: filter("name"),
    username: filter("username"),
    phone: filter("phone number"),
    location: filter("location"),
    match,
  },
  outputs: {
    rooms: z
      .array(z.object(roomResult).meta({ typeName: "ConferenceRoomResult", description: "A conference room." }))
      .meta({ description: "The rooms." }),
  },

  async invoke({ api }: SaltstackClient, { tenantId, match: how, ...texts }, { signal }) {
    const found = await api.conferenceRooms.list({ ...texts, tenantUuid: tenantId }, signal);
    return { rooms: matching(found, how, { texts, ids: { tenantId } }).map(present) };
  },
});

/** `saltstack.getConferenceRoom`: exchange-conference-rooms/{uuid}/ where an installation has it, else the list. */
export const getConferenceRoom = defineFunction({
  type: "saltstack:getConferenceRoom",
  description: "Reads one conference room, by its ID.",
  inputs: { roomId: z.string().min(1).meta({ description: "The ID of the room." }) },
  outputs: roomResult,

  async invoke(saltstack: SaltstackClient, { roomId }, { signal }) {
    const get = (id: string) => saltstack.api.conferenceRooms.get(id, signal);
    const room = await saltstack.read(saltstack.conferenceRooms, roomId, get);
    const label = `saltstack:getConferenceRoom: ID ${roomId}`;
    return present(only(room === undefined ? [] : [room], label, ({ roomId: id }) => id));
  },
});
