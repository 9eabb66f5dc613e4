import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systems } from "../systems/index.ts";
import { classes } from "./classes.ts";
import { pulumiSchema } from "./schema.ts";

const root = path.join(import.meta.dirname, "../..");

/** Everything that is generated from the definitions: paths below the repository's root, and their text. */
export function generatedFiles(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
    description: string;
  };
  const files = new Map([["schema.json", `${JSON.stringify(pulumiSchema(systems, manifest), null, 2)}\n`]]);
  for (const [file, text] of classes(systems)) {
    files.set(`provider/generated/${file}`, text);
  }
  return files;
}

if (import.meta.main) {
  rmSync(path.join(root, "provider/generated"), { recursive: true, force: true });
  for (const [file, text] of generatedFiles()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
