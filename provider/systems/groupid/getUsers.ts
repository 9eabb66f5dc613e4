import { getManyFunction } from "./readObjects.ts";

/** `groupid.getUsers`: seeds/001, "Get Users". */
export const getUsers = getManyFunction("groupid:getUsers", "user", (store) => store.users);
