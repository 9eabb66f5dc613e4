import * as z from "zod";
import { type Endpoint, endpoint } from "../../endpoint.ts";
import type { Directory } from "./directory.ts";
import { answer } from "./envelope.ts";
import { attributeNames, caseless, identities, storeId, writtenAttributes } from "./wire.ts";

/** The calls for contacts (seeds/001, "Contact APIs"). */
export function contactEndpoints(directory: Directory): Endpoint[] {
  const contacts = "/GroupIDDataService/api/IdentityStores/:identityStoreId/Contacts";
  const contact = `${contacts}/:identity`;
  const common = { authentication: "required", contentType: "application/json" } as const;
  return [
    endpoint({
      ...common,
      id: "groupid.contacts.create",
      method: "POST",
      path: contacts,
      body: caseless({
        container: z.string().min(1),
        attributes: writtenAttributes,
        identitystoreid: storeId.optional(),
      }),
      handle: ({ parameters, body, partial }) =>
        answer(
          directory.store(parameters.identityStoreId ?? "").create("contact", body.container, body.attributes, partial),
        ),
    }),
    endpoint({
      ...common,
      id: "groupid.contacts.get",
      method: "GET",
      path: contact,
      body: attributeNames.default([]),
      handle: ({ parameters, body }) =>
        directory.read(directory.store(parameters.identityStoreId ?? ""), "contact", parameters.identity ?? "", body),
    }),
    endpoint({
      ...common,
      id: "groupid.contacts.list",
      method: "GET",
      path: contacts,
      body: caseless({ useridentities: identities, attributestoload: attributeNames.default([]) }),
      handle: ({ parameters, body }) =>
        directory.readMany(
          directory.store(parameters.identityStoreId ?? ""),
          "contact",
          body.useridentities,
          body.attributestoload,
        ),
    }),
    endpoint({
      ...common,
      id: "groupid.contacts.update",
      method: "PATCH",
      path: contacts,
      body: caseless({
        objectidentity: z.string().min(1),
        attributestoupdate: writtenAttributes,
        identitystoreid: storeId.optional(),
      }),
      handle: ({ parameters, body, partial }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        return directory.write(store, "contact", body.objectidentity, (object) => ({
          data: "",
          details: store.update(object, body.attributestoupdate, partial),
        }));
      },
    }),
    endpoint({
      ...common,
      id: "groupid.contacts.delete",
      method: "DELETE",
      path: contact,
      handle: ({ parameters }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        return directory.write(store, "contact", parameters.identity ?? "", ({ guid }) => {
          store.delete(guid);
          return { data: "" };
        });
      },
    }),
    endpoint({
      ...common,
      id: "groupid.contacts.deleteMany",
      method: "DELETE",
      path: contacts,
      body: identities,
      handle: ({ parameters, body, partial }) => {
        const store = directory.store(parameters.identityStoreId ?? "");
        const details = directory.writeMany(store, "contact", body, partial, ({ guid }) => {
          store.delete(guid);
          return { data: "" };
        });
        return answer({ data: "", details });
      },
    }),
  ];
}
