import { Command, Option } from "commander";
import type { DriftOptions } from "./actions/drift.ts";
import { exitCodes } from "./exitCodes.ts";
import { failing } from "./failing.ts";
import { pairs, several } from "./pairs.ts";

/** `groupware drift`: what a stack declares, held against what the systems hold. */
export function driftCommand(): Command {
  const command = new Command("drift")
    .description(
      "Compares what stacks hold with what the systems hold, and changes nothing.\n" +
        `Exit code ${exitCodes.drift}: there is drift that the reviewed file does not accept; ${exitCodes.failure}: not everything could be compared.`,
    )
    .option("-s, --stack <name>", "a stack; may be given several times; by default the one selected here", several, [])
    .option("--state <file>", "a state that `pulumi stack export` printed; - is standard input", several, [])
    .option("--accepted <file>", `the reviewed file of accepted drift; by default drift.yaml, if there is one`)
    .option("--unmanaged", "also lists what exists in the systems and none of the stacks manages")
    .option("--within <name=value>", "where to look for that besides, such as domainId=2", pairs, {})
    .addOption(
      new Option("--format <format>", "what is printed").choices(["text", "json", "markdown", "html"]).default("text"),
    )
    .option("-o, --out <file>", "writes to a file instead of standard output")
    .option("--html <file>", "writes the page as well");
  return command.action(
    failing("drift", async (options: DriftOptions) => {
      const { drift } = await import("./actions/drift.ts");
      await drift(options);
    }),
  );
}
