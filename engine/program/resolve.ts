import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Finds a module as a program in the given folder would. A program without its own `@pulumi/pulumi` gets the one that
 * this package depends on.
 */
export function resolveFrom(directory: string, module: string): string {
  try {
    return createRequire(join(directory, "noop.js")).resolve(module);
  } catch {
    return createRequire(import.meta.url).resolve(module);
  }
}
