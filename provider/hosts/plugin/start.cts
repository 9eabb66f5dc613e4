/**
 * Starts the plugin, for Pulumi itself (the package's `main`) and for the command on the PATH. CommonJS, so that any
 * Node.js gets as far as being told that it is too old.
 */
void import("../neededNode.ts").then(async ({ isTooOld, neededNode }) => {
  if (isTooOld) {
    process.stderr.write(
      `pulumi-resource-groupware needs ${neededNode}, and the one on the PATH is ${process.version}.\n`,
    );
    process.exit(1);
  }
  process.getBuiltinModule("node:module").enableCompileCache();
  await import("./main.ts");
});
