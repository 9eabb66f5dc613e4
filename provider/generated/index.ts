// Written from the definitions by `npm run generate`. Do not edit.
export * as apio from "./apio/index.ts";
export * as barium from "./barium/index.ts";
