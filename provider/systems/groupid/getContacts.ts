import { getManyFunction } from "./readObjects.ts";

/** `groupid.getContacts`: seeds/001, "Get Contacts". */
export const getContacts = getManyFunction("groupid:getContacts", "contact", (store) => store.contacts);
