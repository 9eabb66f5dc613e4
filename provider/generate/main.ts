import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { systems } from "../systems/index.ts";
import { classes } from "./classes.ts";
import { SystemExamples } from "./examples/examples.ts";
import { examplePrograms } from "./examples/programs.ts";
import { manifestSchema } from "./manifestSchema.ts";
import { referencePages } from "./reference.ts";
import { pulumiSchema } from "./schema.ts";

const root = path.join(import.meta.dirname, "../..");

/** Folders that hold nothing but generated files. */
const generatedFolders = ["provider/generated", "docs/reference"];

/** Everything that is generated from the definitions and their examples: paths below the root, and their text. */
export function generatedFiles(): Map<string, string> {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
    description: string;
  };
  const examples = new Map(systems.map((system) => [system.name, new SystemExamples(root, system)]));
  const exampleOf = (type: string) => examples.get(type.split(":")[0] ?? "")?.of(type);
  const schema = pulumiSchema(systems, manifest, exampleOf);
  return new Map([
    ["schema.json", `${JSON.stringify(schema, null, 2)}\n`],
    ["manifest.schema.json", `${JSON.stringify(manifestSchema(systems), null, 2)}\n`],
    ...[...classes(systems)].map(([file, text]) => [`provider/generated/${file}`, text] as const),
    ...[...referencePages(systems, exampleOf)].map(([file, text]) => [`docs/reference/${file}`, text] as const),
    ...examplePrograms(examples),
  ]);
}

if (import.meta.main) {
  for (const folder of generatedFolders) {
    rmSync(path.join(root, folder), { recursive: true, force: true });
  }
  for (const [file, text] of generatedFiles()) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
