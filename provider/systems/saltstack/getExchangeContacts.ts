import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching, only } from "./matching.ts";

const contactResult = {
  contactId: z.string().meta({ description: "The ID of the contact." }),
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  tenantDomain: z.string().optional().meta({ description: "The domain of the tenant." }),
  name: z.string().optional().meta({ description: "The name that people see." }),
  email: z.string().optional().meta({ description: "The address." }),
  firstName: z.string().optional().meta({ description: "The first name." }),
  lastName: z.string().optional().meta({ description: "The last name." }),
};

/** `saltstack.getExchangeContacts`: GET exchange-contacts/. */
export const getExchangeContacts = defineFunction({
  type: "saltstack:getExchangeContacts",
  description: "Lists the contacts of Exchange tenants that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    name: filter("name"),
    email: filter("address"),
    firstName: filter("first name"),
    lastName: filter("last name"),
    match,
  },
  outputs: {
    contacts: z
      .array(
        z
          .object(contactResult)
          .meta({ typeName: "ExchangeContactResult", description: "A contact of an Exchange tenant." }),
      )
      .meta({ description: "The contacts." }),
  },

  async invoke({ api }: SaltstackClient, { tenantId, match: how, ...texts }, { signal }) {
    const found = await api.contacts.list({ ...texts, tenantUuid: tenantId }, signal);
    return { contacts: matching(found, how, { texts, ids: { tenantId } }).map(present) };
  },
});

/** `saltstack.getExchangeContact`: exchange-contacts/{uuid}/ where an installation has it, else the list. */
export const getExchangeContact = defineFunction({
  type: "saltstack:getExchangeContact",
  description: "Reads one contact of an Exchange tenant, by its ID.",
  inputs: { contactId: z.string().min(1).meta({ description: "The ID of the contact." }) },
  outputs: contactResult,

  async invoke(saltstack: SaltstackClient, { contactId }, { signal }) {
    const get = (id: string) => saltstack.api.contacts.get(id, signal);
    const contact = await saltstack.read(saltstack.contacts, contactId, get);
    const label = `saltstack:getExchangeContact: ID ${contactId}`;
    return present(only(contact === undefined ? [] : [contact], label, ({ contactId: id }) => id));
  },
});
