import { createRequire } from "node:module";
import path from "node:path";
import type { ManifestHost, Registered } from "./register.ts";

const require = createRequire(import.meta.url);

/**
 * Reads, checks and registers. YAML and the definitions are loaded when the first manifests are, so that a program
 * without any does not pay for them.
 */
export function loadInto(host: ManifestHost, paths: readonly string[]): Registered {
  const file = `./load${path.extname(import.meta.filename)}`;
  return (require(file) as typeof import("./load.ts")).loadInto(host, paths);
}
