import { getOneFunction } from "./readObjects.ts";

/** `groupid.getUser`: seeds/001, "Get a User". */
export const getUser = getOneFunction("groupid:getUser", "user", (store) => store.users);
