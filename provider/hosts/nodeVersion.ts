import { isTooOld, neededNode } from "./neededNode.ts";

/** Imported before everything else, so that a program on an old Node.js is told so instead of failing somewhere inside. */
if (isTooOld) {
  throw new Error(`pulumi-groupware needs ${neededNode}, and this is ${process.version}.`);
}
