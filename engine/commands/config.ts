import { text as readAll } from "node:stream/consumers";
import { Command } from "commander";
import { optionsOf, stackOf } from "./target.ts";

/** `config [set | get | rm]`. */
export function configCommand(): Command {
  const command = new Command("config")
    .description("Shows the configuration of the stack.")
    .option("-j, --json", "prints JSON")
    .option("--show-secrets", "shows secrets in the clear")
    .action(({ json, showSecrets }: { json?: true; showSecrets?: true }) => {
      const stack = stackOf(optionsOf(command));
      const { config, secretKeys } = stack.configuration.values(stack.crypter);
      const visible = (key: string, value: string) =>
        secretKeys.includes(key) && showSecrets !== true ? undefined : value;
      process.stdout.write(
        json === true
          ? `${JSON.stringify(
              Object.fromEntries(
                Object.entries(config).map(([key, value]) => [
                  key,
                  { value: visible(key, value), secret: secretKeys.includes(key) },
                ]),
              ),
              null,
              2,
            )}\n`
          : Object.entries(config)
              .map(([key, value]) => `${key}  ${visible(key, value) ?? "[secret]"}\n`)
              .join(""),
      );
    });
  const set = command
    .command("set")
    .argument("<key>")
    .argument("[value]", "read from standard input when it is left out")
    .option("--path", "the key leads into an object, such as groupware:connections.barium.url")
    .option("--secret", "encrypts the value")
    .option("--plaintext", "keeps the value in the clear")
    .action(async (key: string, value: string | undefined, options: { path?: true; secret?: true }) => {
      const stack = stackOf(optionsOf(set));
      stack.configuration.set(key, value ?? (await readAll(process.stdin)).replace(/\n$/, ""), {
        isPath: options.path === true,
        crypter: options.secret === true ? stack.crypter : undefined,
      });
      stack.configuration.save();
    });
  const get = command
    .command("get")
    .argument("<key>")
    .option("--path", "the key leads into an object")
    .action((key: string, options: { path?: true }) => {
      const stack = stackOf(optionsOf(get));
      const value = stack.configuration.get(key, options.path === true, stack.crypter);
      if (value === undefined) {
        throw new Error(`configuration key '${key}' not found for stack '${stack.name}'`);
      }
      process.stdout.write(`${value}\n`);
    });
  const remove = command
    .command("rm")
    .argument("<key>")
    .option("--path", "the key leads into an object")
    .action((key: string, options: { path?: true }) => {
      const stack = stackOf(optionsOf(remove));
      stack.configuration.remove(key, options.path === true);
      stack.configuration.save();
    });
  return command;
}
