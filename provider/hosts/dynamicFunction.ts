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

/**
 * The same with arguments that may be outputs. In a preview that does not know them yet, neither is the result; nor where
 * they belong to a resource that the preview would make, which a function could not find: the SDK does the same for
 * functions of a plugin.
 */
export function invokeOutput<Result>(type: string, args: object): pulumi.Output<Result> {
  const known = pulumi.output(args);
  const ids = resourcesOf(known).then((resources) => [...resources].flatMap((resource) => idOf(resource) ?? []));
  return pulumi.all([known, ids]).apply(([values]) => invoke<Result>(type, values)) as pulumi.Output<Result>;
}

/** The resources that a value comes from: the SDK keeps them with an output, and leaves the method out of its types. */
function resourcesOf(output: pulumi.Output<unknown>): Promise<Iterable<pulumi.Resource>> {
  return (output as unknown as { allResources(): Promise<Set<pulumi.Resource>> }).allResources();
}

function idOf(resource: pulumi.Resource): pulumi.Output<string> | undefined {
  return pulumi.CustomResource.isInstance(resource) ? resource.id : undefined;
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
