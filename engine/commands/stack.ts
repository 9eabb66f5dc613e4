import { readFileSync, writeFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { Command } from "commander";
import { formatTable } from "../display/table.ts";
import { plainProperties } from "../display/values.ts";
import { formatAge } from "../display/words.ts";
import { exportDeployment, resourceCount } from "../state/deploymentFile.ts";
import type { Project } from "../state/project.ts";
import { backendOf, Stack } from "../state/stack.ts";
import { optionsOf, projectOf, selectedStack, selectStack, stackName, stackOf, stacksOf } from "./target.ts";

/** `stack init | select | ls | rm | export | import | output`. */
export function stackCommand(): Command {
  const command = new Command("stack").description("Manages stacks.");
  const init = command
    .command("init")
    .argument("[name]")
    .option("--no-select", "does not select it")
    .description("Makes an empty stack and selects it.")
    .action((name: string | undefined, { select }: { select: boolean }) => {
      const options = optionsOf(init);
      const wanted = name ?? options.stack;
      if (wanted === undefined) {
        throw new Error("missing stack name");
      }
      const project = projectOf(options);
      const { name: made } = Stack.create(project, stackName(project, wanted));
      if (select) {
        selectStack(project, made);
      }
      process.stdout.write(`Created stack '${made}'\n`);
    });
  const select = command
    .command("select")
    .argument("[name]")
    .option("-c, --create", "makes the stack if there is none")
    .description("Selects the stack that later commands mean.")
    .action((name: string | undefined, { create }: { create?: true }) => {
      const options = optionsOf(select);
      const wanted = name ?? options.stack;
      if (wanted === undefined) {
        throw new Error("missing stack name");
      }
      const project = projectOf(options);
      const short = stackName(project, wanted);
      if (create === true && !stacksOf(project).includes(short)) {
        Stack.create(project, short);
      }
      Stack.open(project, short);
      selectStack(project, short);
    });
  const list = command
    .command("ls")
    .option("-j, --json", "prints JSON")
    .description("Lists the stacks of the project.")
    .action(({ json }: { json?: true }) => {
      const stacks = summaries(projectOf(optionsOf(list)));
      process.stdout.write(
        json === true
          ? `${JSON.stringify(stacks, null, 2)}\n`
          : formatTable([
              ["NAME", "LAST UPDATE", "RESOURCE COUNT"],
              ...stacks.map(({ name, current, lastUpdate, resourceCount }) => [
                current ? `${name}*` : name,
                lastUpdate === undefined ? "n/a" : formatAge(new Date(lastUpdate)),
                String(resourceCount ?? "n/a"),
              ]),
            ]),
      );
    });
  const remove = command
    .command("rm")
    .argument("[name]")
    .option("-y, --yes", "does not ask")
    .option("-f, --force", "removes a stack that still has resources")
    .option("--preserve-config", "keeps the stack's configuration file")
    .description("Removes a stack's state and its configuration file.")
    .action(
      (
        name: string | undefined,
        { yes, force, preserveConfig }: { yes?: true; force?: true; preserveConfig?: true },
      ) => {
        const options = optionsOf(remove);
        const stack = stackOf(name === undefined ? options : { ...options, stack: name });
        if (yes !== true) {
          throw new Error("non-interactive mode requires --yes flag");
        }
        if (stack.load().resources.length > 0 && force !== true) {
          throw new Error(
            [
              `'${stack.name}' still has resources; removal rejected. Possible actions:`,
              `- Make sure that '${stack.name}' is the stack that you want to destroy`,
              "- Run `destroy` to delete the resources, then run `stack rm`",
              "- Run `stack rm --force` to override this error",
            ].join("\n"),
          );
        }
        stack.remove({ keepConfiguration: preserveConfig === true });
        process.stdout.write(`Stack '${stack.name}' has been removed!\n`);
      },
    );
  const exporting = command
    .command("export")
    .option("--file <path>", "writes to a file instead")
    .option("--show-secrets", "shows secrets in the clear")
    .description("Prints the stack's deployment, which `stack import` takes, here or on the Pulumi CLI.")
    .action(({ file, showSecrets }: { file?: string; showSecrets?: true }) => {
      const stack = stackOf(optionsOf(exporting));
      const document = exportDeployment(stack.load(), stack.crypter, showSecrets === true);
      const text = `${JSON.stringify(document, null, 4)}\n`;
      if (file === undefined) {
        process.stdout.write(text);
      } else {
        writeFileSync(file, text);
      }
    });
  const importing = command
    .command("import")
    .option("--file <path>", "reads from a file instead of standard input")
    .option("-f, --force", "takes over resources of another stack or project as well")
    .description("Takes over a deployment that `stack export` printed, without its pending operations.")
    .action(async ({ file, force }: { file?: string; force?: true }) => {
      const stack = stackOf(optionsOf(importing));
      const text = file === undefined ? await readAll(process.stdin) : readFileSync(file, "utf8");
      const { resources, pendingOperations } = stack.parse(JSON.parse(text));
      const foreign = resources.filter(({ urn }) => stackOfUrn(urn) !== stack.name);
      if (foreign.length > 0 && force !== true) {
        throw new Error(
          [
            ...foreign.map(
              ({ urn }) => `resource '${urn}' is from a different stack (${stackOfUrn(urn)} != ${stack.name})`,
            ),
            "importing this file could be dangerous; rerun with --force to proceed anyway",
          ].join("\n"),
        );
      }
      for (const { type, resource } of pendingOperations) {
        process.stderr.write(`warning: removing pending operation '${type}' on '${resource.urn}'\n`);
      }
      const unlock = stack.lock();
      try {
        stack.save({ resources, pendingOperations: [] });
      } finally {
        unlock();
      }
      process.stdout.write("Import complete.\n");
    });
  const output = command
    .command("output")
    .argument("[name]")
    .option("-j, --json", "prints JSON")
    .option("--show-secrets", "shows secrets in the clear")
    .description("Prints the stack's outputs, or one of them.")
    .action((name: string | undefined, { json, showSecrets }: { json?: true; showSecrets?: true }) => {
      const stack = stackOf(optionsOf(output));
      const root = stack.load().resources.find(({ type }) => type === "pulumi:pulumi:Stack");
      const outputs = plainProperties(root?.outputs ?? {}, showSecrets === true);
      if (name !== undefined && !(name in outputs)) {
        throw new Error(`current stack does not have output property '${name}'`);
      }
      const chosen = name === undefined ? outputs : outputs[name];
      const inLine = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
      if (json === true) {
        process.stdout.write(`${JSON.stringify(chosen, null, 2)}\n`);
      } else if (name !== undefined) {
        process.stdout.write(`${inLine(chosen)}\n`);
      } else {
        const rows = Object.entries(outputs).map(([key, value]) => [key, inLine(value)]);
        process.stdout.write(
          rows.length === 0
            ? "Current stack outputs (0):\n    No output values currently in this stack\n"
            : `Current stack outputs (${rows.length}):\n${formatTable([["OUTPUT", "VALUE"], ...rows], "    ")}`,
        );
      }
    });
  return command;
}

interface StackSummary {
  readonly name: string;
  readonly current: boolean;
  /** RFC 3339; absent while the stack has no state. */
  readonly lastUpdate?: string;
  readonly resourceCount?: number;
}

function summaries(project: Project): StackSummary[] {
  const selected = selectedStack(project);
  const backend = backendOf(project);
  return stacksOf(project).map((name) => {
    const current = name === selected;
    if (!backend.exists(name)) {
      return { name, current };
    }
    return {
      name,
      current,
      lastUpdate: backend.lastUpdate(name).toISOString(),
      resourceCount: resourceCount(backend.read(name)),
    };
  });
}

/** The stack's name in `urn:pulumi:stack::project::type::name`. */
function stackOfUrn(urn: string): string {
  return urn.slice("urn:pulumi:".length).split("::")[0] ?? "";
}
