import * as z from "zod";
import { Connections, connectionsKey } from "../provider/systems/connections.ts";
import { isInProject, pulumi } from "./pulumi.ts";

const configuration = z.record(z.string(), z.looseObject({ value: z.string().optional() }));

/**
 * The connections of a stack: of the one named, or of the one that is selected in the project here. Outside of a project
 * the environment alone gives them.
 * @param signal ends all calls.
 */
export async function stackConnections(stack: string | undefined, signal: AbortSignal): Promise<Connections> {
  return new Connections(await configuredConnections(stack), process.env, signal);
}

/** The value of `groupware:connections` of a stack, decrypted; nothing outside of a project. */
export async function configuredConnections(stack: string | undefined): Promise<unknown> {
  if (stack === undefined && !isInProject()) {
    return undefined;
  }
  const flags = stack === undefined ? [] : ["--stack", stack];
  const text = await pulumi(["config", "--json", "--show-secrets", ...flags]);
  return configuration.parse(JSON.parse(text))[connectionsKey]?.value;
}
