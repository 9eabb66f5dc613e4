// Written from the definitions by `npm run generate`. Do not edit.
export * as apio from "./apio/index.js";
export * as barium from "./barium/index.js";
export * as cloudiway from "./cloudiway/index.js";
export * as groupid from "./groupid/index.js";
export * as saltstack from "./saltstack/index.js";
export * from "./provider.js";
