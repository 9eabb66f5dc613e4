import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { AttributeMap } from "./attributeMap.ts";
import { namingAttributes, operationsOf } from "./directoryResource.ts";
import { attributeViolations, keepsAccountName } from "./groupProperties.ts";
import { connectionDefaults, objectOutputs } from "./inputs.ts";
import { changeable, personInputs, personMap } from "./personProperties.ts";

const accountInputs = {
  samAccountName: z.string().min(1).optional().meta({
    description: "The account name. A new user gets its name where this is left out.",
    ignoreCase: true,
  }),
  userPrincipalName: z.string().min(1).optional().meta({
    description: "The name that the user signs in with, such as `ann@example.com`.",
    ignoreCase: true,
  }),
  password: z.string().min(1).optional().meta({
    description: "The password.",
    secret: true,
    writeOnly: true,
  }),
};

const inputs = { ...personInputs, ...accountInputs };

const map: AttributeMap = {
  ...personMap,
  samAccountName: { attribute: "samAccountName", kind: "text" },
  userPrincipalName: { attribute: "userPrincipalName", kind: "text" },
  // The document's samples write no password. A user's properties in its answers have one, and it is always null.
  password: { attribute: "password", kind: "text", writeOnly: true },
};

const operations = operationsOf({
  map,
  collection: (store) => store.users,
  read: (store, objectId, attributes) => store.users.read(objectId, attributes),
  newAttributes: ({ name, samAccountName }: z.output<z.ZodObject<typeof inputs>>) => [
    ...namingAttributes(name, "user"),
    { name: "samAccountName", action: "set", values: [{ value: samAccountName ?? name }] },
  ],
  create: (store, { container }, attributes, { signal }) =>
    store.usersApi.create(store.id, container, attributes, signal),
});

/** `groupid.User`: seeds/001, "User APIs". */
export const user = defineResource({
  type: "groupid:User",
  description: `A user of a directory.

The password is sent, and never shown by the system: a change of it behind Pulumi's back cannot be seen.`,
  inputs,
  outputs: objectOutputs,
  id: ["identityStoreId", "objectId"],
  naturalKey: ["identityStoreId", "container", "name"],
  connectionDefaults,
  validate: ({ attributes }) => attributeViolations(map, attributes),
  deletesBeforeReplacing: keepsAccountName,
  find: operations.find,
  create: operations.create,
  read: operations.read,
  updates: [
    {
      properties: [...changeable, ...(Object.keys(accountInputs) as (keyof typeof accountInputs)[])],
      apply: operations.apply,
    },
  ],
  delete: operations.delete,
});
