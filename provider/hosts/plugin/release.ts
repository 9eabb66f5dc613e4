import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = packageRoot(import.meta.dirname);

/** The version of this package, such as `1.2.3`. */
export function version(): string {
  return (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version;
}

/** The text of the Pulumi schema that ships with this package. */
export function schema(): string {
  return readFileSync(path.join(root, "schema.json"), "utf8");
}

/** The nearest folder above that holds the package: sources and compiled files lie at different depths below it. */
function packageRoot(folder: string): string {
  return existsSync(path.join(folder, "schema.json")) ? folder : packageRoot(path.dirname(folder));
}
