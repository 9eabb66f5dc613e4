import { Command, Option } from "commander";
import type { ExportOptions } from "./actions/export.ts";
import { failing } from "./failing.ts";
import { pairs, several } from "./pairs.ts";

/** `groupware export`: what exists becomes manifests or a program, and the file that imports it. */
export function exportCommand(): Command {
  const command = new Command("export")
    .description(
      "Writes what exists in the systems as manifests or as a TypeScript program, with the file for `pulumi import --file`.\n" +
        "It reads, and changes nothing. Secrets are never written.",
    )
    .option("-s, --stack <name>", "the stack whose connections are used; by default the one selected here")
    .option("--connection <name>", "the connection to export; may be given several times; by default all", several, [])
    .option("--only <type>", "a type, such as barium:Group; may be given several times", several, [])
    .option("--within <name=value>", "what no call lists, such as domainId=1; may be given several times", pairs, {})
    .option("--filter <property=pattern>", "only objects that fit, such as name=Sales*", several, [])
    .option("-o, --out <folder>", "where the files go", "exported")
    .addOption(
      new Option("--format <format>", "what is written").choices(["manifests", "typescript"]).default("manifests"),
    )
    .option("--restart", "reads everything anew instead of going on where an earlier run failed");
  return command.action(
    failing("export", async (options: ExportOptions) => {
      const { runExport } = await import("./actions/export.ts");
      await runExport(options);
    }),
  );
}
