import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Writes files below a folder.
 * @returns manifests that lie there already and are not among them: they would be loaded as well.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  const before = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.ya?ml$/.test(file))
    : [];
  for (const [file, text] of files) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return before.filter((file) => !files.has(file.split(path.sep).join("/"))).sort();
}
