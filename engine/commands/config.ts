import { text as readAll } from "node:stream/consumers";
import { Command } from "commander";
import { formatTable } from "../display/table.ts";
import type { Stack } from "../state/stack.ts";
import { blind, type ConfigurationValue, type DecryptText, valueText } from "../state/stackConfiguration.ts";
import { optionsOf, stackOf } from "./target.ts";

/** `config [set | get | rm]`. */
export function configCommand(): Command {
  const command = new Command("config")
    .description("Shows the configuration of the stack.")
    .option("-j, --json", "prints JSON")
    .option("--show-secrets", "shows secrets in the clear")
    .action(({ json, showSecrets }: { json?: true; showSecrets?: true }) => {
      const stack = stackOf(optionsOf(command));
      const shown = stack.configuration.values(showSecrets === true ? decryptOf(stack) : blind);
      process.stdout.write(json === true ? valuesJson(shown, showSecrets === true) : valuesTable(stack, shown));
    });
  const set = command
    .command("set")
    .argument("<key>")
    .argument("[value]", "read from standard input when it is left out")
    .option("--path", "the key leads into an object, such as groupware:connections.barium.url")
    .option("--secret", "encrypts the value")
    .option("--plaintext", "keeps the value in the clear")
    .description("Sets a value.")
    .action(
      async (
        key: string,
        value: string | undefined,
        { path, secret, plaintext }: { path?: true; secret?: true; plaintext?: true },
      ) => {
        if (secret === true && plaintext === true) {
          throw new Error("only one of --secret and --plaintext may be given");
        }
        const stack = stackOf(optionsOf(set));
        stack.configuration.set(key, value ?? (await readAll(process.stdin)).replace(/\n$/, ""), {
          isPath: path === true,
          crypter: secret === true ? stack.crypter : undefined,
        });
        stack.configuration.save();
      },
    );
  const get = command
    .command("get")
    .argument("<key>")
    .option("-j, --json", "prints JSON")
    .option("--path", "the key leads into an object")
    .description("Prints a value, decrypted.")
    .action((key: string, { path }: { path?: true }) => {
      // `config` has the flag as well, and takes it wherever it stands.
      const { json } = optionsOf<{ json?: true }>(get);
      const stack = stackOf(optionsOf(get));
      const found = stack.configuration.get(key, path === true, decryptOf(stack));
      if (found === undefined) {
        throw new Error(`configuration key '${key}' not found for stack '${stack.name}'`);
      }
      const text = valueText(found.value);
      process.stdout.write(json === true ? `${JSON.stringify(valueJson(found, true), null, 2)}\n` : `${text}\n`);
    });
  const remove = command
    .command("rm")
    .argument("<key>")
    .option("--path", "the key leads into an object")
    .description("Removes a value.")
    .action((key: string, { path }: { path?: true }) => {
      const stack = stackOf(optionsOf(remove));
      stack.configuration.delete(key, path === true);
      stack.configuration.save();
    });
  return command;
}

/** Decrypts with the passphrase, which is asked for when there is a secret. */
export function decryptOf(stack: Stack): DecryptText {
  return (ciphertext) => stack.crypter.decrypt(ciphertext);
}

function valuesTable(stack: Stack, values: ReadonlyMap<string, ConfigurationValue>): string {
  const own = `${stack.project.name}:`;
  return formatTable([
    ["KEY", "VALUE"],
    ...[...values].map(([key, { value }]) => [key.startsWith(own) ? key.slice(own.length) : key, valueText(value)]),
  ]);
}

function valuesJson(values: ReadonlyMap<string, ConfigurationValue>, showSecrets: boolean): string {
  const entries = [...values].map(([key, value]) => [key, valueJson(value, showSecrets)] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function valueJson({ value, secret }: ConfigurationValue, showSecrets: boolean): object {
  if (secret && !showSecrets) {
    return { secret };
  }
  const isObject = typeof value === "object";
  return { value: valueText(value), ...(isObject ? { objectValue: value } : {}), secret };
}
