/**
 * Starts the plugin, for Pulumi itself (the package's `main`) and for the command on the PATH. CommonJS, so that any
 * Node.js gets as far as being told that it is too old.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `pulumi-resource-groupware needs Node.js 22.12 or later, and the one on the PATH is ${process.version}.\n`,
  );
  process.exit(1);
}
process.getBuiltinModule("node:module").enableCompileCache();
void import("./main.ts");
