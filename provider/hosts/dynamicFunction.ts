import * as pulumi from "@pulumi/pulumi";
import type { FunctionRunner } from "./functionRunner.ts";

let runner: Promise<FunctionRunner> | undefined;

/**
 * Runs a function in the program itself. HTTP and the definitions are loaded when the first one is used, so that a
 * program without functions does not pay for them.
 */
export async function invoke<Result>(type: string, args: object): Promise<Result> {
  runner ??= start();
  return (await runner).run(type, { ...args }) as Promise<Result>;
}

/** The same with arguments that may be outputs; in a preview that does not know them yet, neither is the result. */
export function invokeOutput<Result>(type: string, args: object): pulumi.Output<Result> {
  return pulumi.output(args).apply((known) => invoke<Result>(type, known)) as pulumi.Output<Result>;
}

async function start(): Promise<FunctionRunner> {
  const { signal } = new AbortController();
  const [{ FunctionRunner }, { Connections }] = await Promise.all([
    import("./functionRunner.ts"),
    import("../systems/connections.ts"),
  ]);
  const configured = new pulumi.Config("groupware").get("connections");
  return new FunctionRunner(new Connections(configured, process.env, signal), signal);
}
