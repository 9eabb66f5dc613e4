import path from "node:path";
import { type Exported, exportObjects } from "../../provider/export/export.ts";
import { importFile } from "../../provider/export/importFile.ts";
import { manifestFiles } from "../../provider/export/manifests.ts";
import { typescriptProgram } from "../../provider/export/program.ts";
import { writeFiles } from "../../provider/export/writeFiles.ts";
import { interruption } from "../interruption.ts";
import { ProgressLine } from "../progressLine.ts";
import { stackConnections } from "../stackConnections.ts";

export interface ExportOptions {
  readonly stack?: string;
  readonly connection: readonly string[];
  readonly only: readonly string[];
  readonly within: Readonly<Record<string, readonly string[]>>;
  readonly filter: readonly string[];
  readonly out: string;
  readonly format: "manifests" | "typescript";
  readonly restart?: true;
}

/** Reads what exists, writes the files, and prints what to do with them. */
export async function runExport(options: ExportOptions): Promise<void> {
  const signal = interruption();
  const progress = new ProgressLine();
  try {
    const exported = await exportObjects(await stackConnections(options.stack, signal), options, signal, {
      step: (text, done, total) => progress.show(text, done, total),
      note: (message) => progress.note(message),
    });
    progress.end();
    const { resources } = exported;
    const files = new Map([
      ...(options.format === "manifests"
        ? manifestFiles(resources, (file) => schemaFrom(path.dirname(path.join(options.out, file))))
        : new Map([["index.ts", typescriptProgram(resources)]])),
      ["import.json", importFile(resources)],
    ]);
    const leftovers = writeFiles(options.out, files);
    exported.complete();
    process.stdout.write(summary(exported, options, files.size, leftovers));
  } finally {
    progress.end();
  }
}

/** Where the schema for editors is, for a file in a folder of a project that has the package installed. */
function schemaFrom(folder: string): string {
  return path.relative(folder, "node_modules/pulumi-groupware/manifest.schema.json").split(path.sep).join("/");
}

function summary(
  { resources, notListed }: Exported,
  { out, format }: ExportOptions,
  files: number,
  leftovers: readonly string[],
): string {
  const config = resources.flatMap((resource) => resource.config);
  const commands = config.map(({ key, secret }) =>
    secret ? `pulumi config set --secret ${key}` : `pulumi config set ${key} VALUE`,
  );
  const setting =
    commands.length === 0 ? [] : ["These values are not written; set each:", ...commands.map((text) => `  ${text}`)];
  const declaring =
    format === "manifests"
      ? `have the project name them (\`manifests: ${out}\` in Pulumi.yaml, or \`manifest.load(${JSON.stringify(out)})\`)`
      : `have the project's program be ${out}/index.ts`;
  return [
    `Wrote ${resources.length} resources in ${files} files below ${out}.`,
    ...(notListed.length === 0 ? [] : [`No call lists these, so they are not among them: ${notListed.join(", ")}.`]),
    ...(leftovers.length === 0 ? [] : [`Left as they were, from before: ${leftovers.join(", ")}.`]),
    ...setting,
    `Next, with the plugin: ${declaring}, then`,
    `  pulumi import --file ${out}/import.json --generate-code=false --protect=false`,
    "  pulumi preview --refresh --expect-no-changes",
    "",
  ].join("\n");
}
