import "./hosts/nodeVersion.js";

/**
 * One namespace a system, as in the package itself, and `Provider`: the same resources and functions over the plugin
 * `pulumi-resource-groupware`, which the project names under `plugins: providers:` in its `Pulumi.yaml`.
 */
export * from "./generated/plugin/index.js";
/** The same resources from YAML files: `manifest.load("groups/")`. */
export * as manifest from "./manifest/plugin.js";
