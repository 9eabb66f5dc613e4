import type * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { namingAttributes, operationsOf } from "./directoryResource.ts";
import { attributeViolations } from "./groupProperties.ts";
import { connectionDefaults, objectOutputs } from "./inputs.ts";
import { changeable, personInputs, personMap } from "./personProperties.ts";

const operations = operationsOf({
  map: personMap,
  collection: (store) => store.contacts,
  read: (store, objectId, attributes) => store.contacts.read(objectId, attributes),
  newAttributes: ({ name }: z.output<z.ZodObject<typeof personInputs>>) => namingAttributes(name, "contact"),
  create: (store, { container }, attributes, { signal }) =>
    store.contactsApi.create(store.id, container, attributes, signal),
});

/** `groupid.Contact`: seeds/001, "Contact APIs". */
export const contact = defineResource({
  type: "groupid:Contact",
  description: `A contact of a directory: someone who is reached through it and does not sign in.

Identity stores in Microsoft Entra ID have no contacts.`,
  inputs: personInputs,
  outputs: objectOutputs,
  id: ["identityStoreId", "objectId"],
  naturalKey: ["identityStoreId", "container", "name"],
  connectionDefaults,
  validate: ({ attributes }) => attributeViolations(personMap, attributes),
  find: operations.find,
  create: operations.create,
  read: operations.read,
  updates: [{ properties: changeable, apply: operations.apply }],
  delete: operations.delete,
});
