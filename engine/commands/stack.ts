import { readFileSync, writeFileSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { Command } from "commander";
import { shown } from "../display/json.ts";
import { formatValue } from "../display/values.ts";
import { Secret } from "../property/value.ts";
import { exportDeployment, readDeployment } from "../state/deploymentFile.ts";
import { backendOf, Stack } from "../state/stack.ts";
import { optionsOf, projectOf, selectedStack, selectStack, stackOf } from "./target.ts";

/** `stack init | select | ls | rm | export | import | output`. */
export function stackCommand(): Command {
  const command = new Command("stack").description("Manages stacks.");
  const init = command
    .command("init")
    .argument("[name]")
    .description("Makes an empty stack and selects it.")
    .action((name: string | undefined) => {
      const options = optionsOf(init);
      const wanted = name ?? options.stack;
      if (wanted === undefined) {
        throw new Error("missing stack name");
      }
      const project = projectOf(options);
      const short = wanted.split("/").at(-1) ?? wanted;
      Stack.create(project, short);
      selectStack(project, short);
      process.stdout.write(`Created stack '${short}'\n`);
    });
  const select = command
    .command("select")
    .argument("<name>")
    .option("--create", "makes the stack if there is none")
    .description("Selects the stack that later commands mean.")
    .action((name: string, { create }: { create?: true }) => {
      const project = projectOf(optionsOf(select));
      const short = name.split("/").at(-1) ?? name;
      if (create === true && !backendOf(project).exists(short)) {
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
      const project = projectOf(optionsOf(list));
      const selected = selectedStack(project);
      const stacks = backendOf(project).list();
      process.stdout.write(
        json === true
          ? `${JSON.stringify(
              stacks.map((name) => ({ name, current: name === selected })),
              null,
              2,
            )}\n`
          : stacks.map((name) => `${name}${name === selected ? "*" : ""}\n`).join(""),
      );
    });
  const remove = command
    .command("rm")
    .argument("[name]")
    .option("-y, --yes", "does not ask")
    .option("-f, --force", "removes a stack that still has resources")
    .description("Removes a stack's state.")
    .action((name: string | undefined, { yes, force }: { yes?: true; force?: true }) => {
      const options = optionsOf(remove);
      const stack = stackOf(name === undefined ? options : { ...options, stack: name });
      if (stack.load().resources.length > 0 && force !== true) {
        throw new Error(
          `'${stack.name}' still has resources; removal rejected. Run \`destroy\` first, or use --force.`,
        );
      }
      if (yes !== true) {
        throw new Error("--yes must be passed in to proceed when running in non-interactive mode");
      }
      stack.remove();
      process.stdout.write(`Stack '${stack.name}' has been removed!\n`);
    });
  const exporting = command
    .command("export")
    .option("--file <path>", "writes to a file instead")
    .option("--show-secrets", "shows secrets in the clear")
    .description("Prints the stack's deployment, which `pulumi stack import` takes.")
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
    .option("-f, --force", "accepted as the CLI has it")
    .description("Takes over a deployment that `stack export` printed.")
    .action(async ({ file }: { file?: string }) => {
      const stack = stackOf(optionsOf(importing));
      const text = file === undefined ? await readAll(process.stdin) : readFileSync(file, "utf8");
      stack.save(readDeployment(JSON.parse(text), stack.crypter));
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
      const outputs = root?.outputs ?? {};
      const plain = shown(outputs, showSecrets === true);
      if (name !== undefined && !(name in outputs)) {
        throw new Error(`current stack does not have output property '${name}'`);
      }
      const chosen = name === undefined ? plain : plain[name];
      if (json === true) {
        process.stdout.write(`${JSON.stringify(chosen, null, 2)}\n`);
      } else if (name !== undefined) {
        process.stdout.write(`${typeof chosen === "string" ? chosen : JSON.stringify(chosen)}\n`);
      } else {
        const lines = Object.entries(outputs).map(([key, value]) => {
          const visible = showSecrets === true && value instanceof Secret ? value.element : value;
          return `    ${key}  ${formatValue(visible, "    ")}\n`;
        });
        process.stdout.write(`Current stack outputs (${lines.length}):\n${lines.join("")}`);
      }
    });
  return command;
}
