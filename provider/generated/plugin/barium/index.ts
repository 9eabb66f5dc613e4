// Written from the definitions by `npm run generate`. Do not edit.
export * from "./group.js";
export * from "./getGroup.js";
export * from "./getGroups.js";
export * from "../../barium/types.js";
