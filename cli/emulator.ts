import { once } from "node:events";
import { Command, InvalidArgumentError } from "commander";
import { stringify } from "yaml";

/** `groupware emulator`: the systems as local servers, until it is interrupted. */
export function emulatorCommand(): Command {
  const command = new Command("emulator")
    .description("Runs the systems as local servers on 127.0.0.1, with state, for trying out and for tests.")
    .option("--port <number>", "the port to listen on; 0 takes any free one", port, 0)
    .option("--json", "print one line of JSON, {url, connections}, when ready");
  return command.action(async (options: { port: number; json?: true }) => {
    const { startEmulator } = await import("../emulator/index.ts");
    // From the first moment on, or an early signal would end the process without a close.
    const interrupted = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    const emulator = await startEmulator({ port: options.port }).catch((error: NodeJS.ErrnoException) =>
      command.error(
        `error: the emulator cannot listen on port ${options.port}: ${error.message}. Leave out --port to take any free one.`,
      ),
    );
    const { url, connections } = emulator;
    process.stdout.write(
      options.json === true
        ? `${JSON.stringify({ url, connections })}\n`
        : `The systems answer at ${url}. Put this into Pulumi.<stack>.yaml:\n\n${stringify({ config: { "groupware:connections": connections } })}\nCtrl-C ends them.\n`,
    );
    await interrupted;
    await emulator.close();
  });
}

function port(text: string): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return value;
}
