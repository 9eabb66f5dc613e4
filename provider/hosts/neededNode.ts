const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** The releases that have what this package uses, as `engines` of package.json says. */
export const neededNode = "Node.js 22.12 or later";
/** Whether this Node.js is none of them. */
export const isTooOld = major < 22 || (major === 22 && minor < 12);
