import * as pulumi from "@pulumi/pulumi";
import type { FunctionRunner } from "./functionRunner.ts";

let runner: Promise<FunctionRunner> | undefined;

/**
 * Runs a function in the program itself. HTTP and the definitions are loaded when the first one is used, so that a
 * program without functions does not pay for them.
 */
export async function invoke<Result>(type: string, args: object): Promise<Result> {
  return (await started()).run(type, { ...args }) as Promise<Result>;
}

/**
 * The same with arguments that may be outputs. In a preview that does not know them yet, neither is the result; nor where
 * they belong to a resource that the preview would make, which a function could not find: the SDK does the same for
 * functions of a plugin. A result with anything secret in it is secret.
 */
export function invokeOutput<Result>(type: string, args: object): pulumi.Output<Result> {
  const known = pulumi.output(args);
  const ids = resourcesOf(known).then((resources) => [...resources].flatMap((resource) => idOf(resource) ?? []));
  return pulumi.all([known, ids]).apply(async ([values]) => {
    const [result, functions] = await Promise.all([invoke<Result>(type, values), started()]);
    return (await functions.isSecret(type, result)) ? pulumi.secret(result) : pulumi.output(result);
  }) as pulumi.Output<Result>;
}

/** The resources that a value comes from: the SDK keeps them with an output, and leaves the method out of its types. */
function resourcesOf(output: pulumi.Output<unknown>): Promise<Iterable<pulumi.Resource>> {
  return (output as unknown as { allResources(): Promise<Set<pulumi.Resource>> }).allResources();
}

function idOf(resource: pulumi.Resource): pulumi.Output<string> | undefined {
  return pulumi.CustomResource.isInstance(resource) ? resource.id : undefined;
}

function started(): Promise<FunctionRunner> {
  runner ??= start();
  return runner;
}

async function start(): Promise<FunctionRunner> {
  const { signal } = new AbortController();
  const [{ FunctionRunner }, { Connections }] = await Promise.all([
    import("./functionRunner.ts"),
    import("../systems/connections.ts"),
  ]);
  const configured = new pulumi.Config("groupware").get("connections");
  const report = (message: string) => void pulumi.log.info(message);
  return new FunctionRunner(new Connections(configured, process.env, signal), signal, report);
}
