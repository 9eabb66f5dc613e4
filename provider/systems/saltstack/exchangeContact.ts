import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { Contact } from "./api/contacts.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf } from "./objectList.ts";
import { email, tenantReference } from "./properties.ts";

/** `saltstack.ExchangeContact`: seeds/004, "Create contact". */
export const exchangeContact = defineResource({
  type: "saltstack:ExchangeContact",
  description: "Somebody outside, in the address book of an Exchange tenant.",
  inputs: {
    tenantId: tenantReference("The ID of the Exchange tenant, such as `tenant.tenantId`.", "Exchange"),
    name: z.string().min(1).meta({ description: "The name that people see." }),
    email: email("The address that mail to the contact goes to."),
    firstName: z.string().min(1).meta({ description: "The first name." }),
    lastName: z.string().min(1).meta({ description: "The last name." }),
  },
  outputs: { contactId: z.string().meta({ description: "The ID of the contact: 32 hexadecimal digits." }) },
  id: ["contactId"],
  naturalKey: ["tenantId", "email"],
  list: {
    within: [],
    read: async (saltstack: SaltstackClient) => (await saltstack.contacts.all()).map(liveOf),
  },

  async find(saltstack: SaltstackClient, inputs, { fresh }) {
    return (await saltstack.contacts.withKey(keyOf(inputs.tenantId, inputs.email), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, { tenantId, ...fields }, operation) {
    const send = () => saltstack.api.contacts.create(tenantId, fields, operation.signal);
    try {
      return { live: liveOf(await saltstack.exchangeTenants.inside(tenantId, send, operation)) };
    } finally {
      saltstack.contacts.wrote({ key: keyOf(tenantId, fields.email) });
    }
  },

  async read(saltstack: SaltstackClient, { contactId = "" }, { signal }) {
    const get = (id: string) => saltstack.api.contacts.get(id, signal);
    const contact = await saltstack.read(saltstack.contacts, contactId, get);
    return contact === undefined ? undefined : liveOf(contact);
  },

  updates: [
    {
      properties: ["name", "email", "firstName", "lastName"],
      async apply(saltstack: SaltstackClient, { contactId = "" }, { changed, inputs: { tenantId } }, operation) {
        const send = () => saltstack.api.contacts.update(contactId, changed, operation.signal);
        await saltstack.changeInTenant(saltstack.contacts, { id: contactId, tenantId }, send, operation);
        return undefined;
      },
    },
  ],

  async delete(saltstack: SaltstackClient, { contactId = "" }, operation, { tenantId }) {
    const send = () => saltstack.api.contacts.delete(contactId, operation.signal);
    await saltstack.deleteInTenant(saltstack.contacts, { id: contactId, tenantId }, send, operation);
  },
});

function liveOf({ contactId, tenantId, name, email: address, firstName, lastName }: Contact) {
  return { contactId, tenantId, name, email: address, firstName, lastName };
}
