import "./hosts/nodeVersion.js";

/** One namespace a system: its resources and functions, as dynamic resources that need nothing but this package. */
export * from "./generated/index.js";
/** The same resources from YAML files: `manifest.load("groups/")`. */
export * as manifest from "./manifest/dynamic.js";
