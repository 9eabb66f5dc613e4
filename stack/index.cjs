// The program of a project that has none: the `main` of its `Pulumi.yaml` is this folder.
const { getRootDirectory } = require("@pulumi/pulumi");

process.chdir(getRootDirectory());
module.exports = require("../dist/provider/manifest/stack.js").run();
