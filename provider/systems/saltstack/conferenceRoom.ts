import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { ConferenceRoom } from "./api/conferenceRooms.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf } from "./objectList.ts";
import { megabytes, optionalText, tenantReference, textOf, username } from "./properties.ts";

/** `saltstack.ConferenceRoom`: seeds/004, "Create conference room". */
export const conferenceRoom = defineResource({
  type: "saltstack:ConferenceRoom",
  description: "A conference room of an Exchange tenant, with a mailbox of its own for its calendar.",
  inputs: {
    tenantId: tenantReference("The ID of the Exchange tenant, such as `tenant.tenantId`.", "Exchange"),
    name: z.string().min(1).meta({ description: "The name that people see." }),
    username: username(
      "The part of the room's address before the `@`; unique among the users, groups and rooms of the tenant.",
    ),
    location: optionalText("Where the room is."),
    mailboxSize: megabytes("The size of the mailbox in MB, at least 1. It counts in the tenant's."),
    phone: optionalText("The phone number of the room."),
  },
  outputs: {
    roomId: z.string().meta({ description: "The ID of the room: 32 hexadecimal digits." }),
    email: z.string().optional().meta({ description: "The address of the room." }),
  },
  id: ["roomId"],
  naturalKey: ["tenantId", "username"],
  list: {
    within: [],
    read: async (saltstack: SaltstackClient) => (await saltstack.conferenceRooms.all()).map(liveOf),
  },

  async find(saltstack: SaltstackClient, inputs, { fresh }) {
    return (await saltstack.conferenceRooms.withKey(keyOf(inputs.tenantId, inputs.username), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, { tenantId, ...fields }, operation) {
    const send = () => saltstack.api.conferenceRooms.create(tenantId, fields, operation.signal);
    try {
      return { live: liveOf(await saltstack.exchangeTenants.inside(tenantId, send, operation)) };
    } finally {
      saltstack.conferenceRooms.wrote({ key: keyOf(tenantId, fields.username) });
    }
  },

  async read(saltstack: SaltstackClient, { roomId = "" }, { signal }) {
    const get = (id: string) => saltstack.api.conferenceRooms.get(id, signal);
    const room = await saltstack.read(saltstack.conferenceRooms, roomId, get);
    return room === undefined ? undefined : liveOf(room);
  },

  updates: [
    {
      properties: ["name", "username", "location", "mailboxSize", "phone"],
      outputs: ["email"],
      async apply(saltstack: SaltstackClient, { roomId = "" }, { changed, inputs }, operation) {
        const { tenantId, mailboxSize } = inputs;
        const send = () => saltstack.api.conferenceRooms.update(roomId, { ...changed, mailboxSize }, operation.signal);
        await saltstack.changeInTenant(saltstack.conferenceRooms, { id: roomId, tenantId }, send, operation);
        if (changed.username === undefined) {
          return undefined;
        }
        const room = await saltstack.conferenceRooms.withId(roomId);
        return { email: room?.email };
      },
    },
  ],

  async delete(saltstack: SaltstackClient, { roomId = "" }, operation, { tenantId }) {
    const send = () => saltstack.api.conferenceRooms.delete(roomId, operation.signal);
    await saltstack.deleteInTenant(saltstack.conferenceRooms, { id: roomId, tenantId }, send, operation);
  },
});

function liveOf({ mailboxSize, location, phone, ...room }: ConferenceRoom) {
  const { roomId, tenantId, name, username: alias, email } = room;
  return {
    roomId,
    tenantId,
    name,
    username: alias,
    location: textOf(location),
    ...(mailboxSize === undefined ? {} : { mailboxSize }),
    phone: textOf(phone),
    email,
  };
}
