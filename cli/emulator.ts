import { Command, InvalidArgumentError } from "commander";

/** `groupware emulator`: the systems as local servers, until it is interrupted. */
export function emulatorCommand(): Command {
  return new Command("emulator")
    .description("Runs the systems as local servers on 127.0.0.1, with state, for trying out and for tests.")
    .option("--port <number>", "the port to listen on; 0 takes any free one", port, 0)
    .option("--json", "print one line of JSON, {url, connections}, when ready")
    .action(async (options: { port: number; json?: true }) => {
      const { startEmulator } = await import("../emulator/index.ts");
      const emulator = await startEmulator({ port: options.port });
      const { url, connections } = emulator;
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify({ url, connections })}\n`
          : `The systems answer at ${url}. Put this into Pulumi.<stack>.yaml:\n\n${configuration(connections)}\nCtrl-C ends them.\n`,
      );
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) {
          process.once(signal, () => resolve());
        }
      });
      await emulator.close();
    });
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return value;
}

function configuration(connections: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string {
  const lines = Object.entries(connections).flatMap(([name, settings]) => [
    `    ${name}:`,
    ...Object.entries(settings).map(([setting, value]) => `      ${setting}: ${JSON.stringify(value)}`),
  ]);
  return ["config:", "  groupware:connections:", ...lines, ""].join("\n");
}
