import * as pulumi from "@pulumi/pulumi";
import type { FunctionRunner } from "./functionRunner.ts";

let runner: Promise<FunctionRunner> | undefined;

/**
 * Runs a function in the program itself. HTTP and the definitions are loaded when the first one is used, so that a
 * program without functions does not pay for them.
 */
export async function invoke<Result>(type: string, args: object): Promise<Result> {
  runner ??= import("./functionRunner.ts").then(({ FunctionRunner }) => {
    const configuration = new pulumi.Config("groupware");
    return new FunctionRunner(configuration.get("connections"), process.env);
  });
  return (await runner).run(type, args as Record<string, unknown>) as Promise<Result>;
}

/** The same with arguments that may be outputs; in a preview that does not know them yet, neither is the result. */
export function invokeOutput<Result>(type: string, args: object): pulumi.Output<Result> {
  return pulumi.output(args).apply((known) => invoke<Result>(type, known)) as pulumi.Output<Result>;
}
