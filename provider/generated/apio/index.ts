// Written from the definitions by `npm run generate`. Do not edit.
export * from "./group.ts";
export * from "./getGroup.ts";
export * from "./getGroups.ts";
export * from "./types.ts";
