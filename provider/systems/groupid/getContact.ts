import { getOneFunction } from "./readObjects.ts";

/** `groupid.getContact`: seeds/001, "Get a Contact". */
export const getContact = getOneFunction("groupid:getContact", "contact", (store) => store.contacts);
