/** Imported before everything else, so that a program on an old Node.js is told so instead of failing somewhere inside. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  throw new Error(`pulumi-groupware needs Node.js 22.12 or later, and this is ${process.version}.`);
}
