import { getOneFunction } from "./readObjects.ts";

/** `groupid.getGroup`: seeds/001, "Get a Group". */
export const getGroup = getOneFunction("groupid:getGroup", "group", (store) => store.groups);
