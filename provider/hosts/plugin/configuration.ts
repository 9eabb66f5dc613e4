import { isDeepStrictEqual } from "node:util";
import { type CheckFailure, closestName } from "../../resource/check.ts";
import type { Difference } from "../../resource/compare.ts";
import { messageOf, type Properties } from "../../resource/errors.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import { Connections } from "../../systems/connections.ts";
import { decoded, plain, Secret } from "./propertyValues.ts";

/** The settings of a provider: one default provider for a stack, or explicit ones. */
export interface Configuration {
  /** `groupware:connections`: an object of connections. */
  readonly connections: unknown;
  /** `groupware:adopt`: every create may take over what exists. */
  readonly adopt: boolean;
}

const settingNames = ["connections", "adopt"] as const;

/** Reads the settings as engines send them: values, or their JSON, in which secrets may stand as well. */
export function configurationOf(properties: Properties): Configuration {
  const { connections, adopt } = plain({
    connections: fromJson(properties.connections),
    adopt: properties.adopt,
  });
  return { connections, adopt: adopt === true || adopt === "true" };
}

/**
 * What is wrong with the settings of a provider. Settings that are not known yet pass, and so do keys of the stack's
 * configuration that are not the provider's.
 */
export async function checkConfiguration(properties: Properties): Promise<CheckFailure[]> {
  const { connections } = configurationOf(properties);
  const misspelt = Object.keys(properties).flatMap((name) => {
    const meant = (settingNames as readonly string[]).includes(name) ? undefined : closestName(name, settingNames);
    return meant === undefined
      ? []
      : [`there is no setting ${JSON.stringify(name)}; did you mean ${JSON.stringify(meant)}?`];
  });
  const { adopt } = plain({ adopt: properties.adopt });
  const wrongAdopt =
    adopt === undefined || containsUnknown(adopt) || ["true", "false"].includes(String(adopt))
      ? []
      : [{ property: "adopt", reason: "must be true or false" }];
  // No property is named that may hold connections: engines print the value of what is, and credentials stand in it.
  const unnamed = [...misspelt, ...(await connectionProblems(connections))].map((reason) => ({ property: "", reason }));
  return [...wrongAdopt, ...unnamed];
}

/** The settings as state keeps them: credentials stand among the connections, wherever these come from. */
export function keptConfiguration({ connections, ...others }: Properties): Properties {
  const isSecret = connections === undefined || connections instanceof Secret;
  return { ...others, ...(isSecret ? { connections } : { connections: new Secret(connections) }) };
}

async function connectionProblems(connections: unknown): Promise<string[]> {
  if (typeof connections === "string" && containsUnknown(connections)) {
    return [];
  }
  try {
    return await new Connections(connections, process.env, new AbortController().signal).problems();
  } catch (error) {
    return [messageOf(error)];
  }
}

/**
 * The settings that two configurations differ in, credentials too: an engine goes on with the old ones where it is told
 * of no difference. None of them ever replaces the provider, because that would replace everything it manages.
 */
export function changedSettings(olds: Properties, news: Properties): Difference[] {
  const [before, after] = [configurationOf(olds), configurationOf(news)];
  return settingNames.flatMap((path): Difference[] =>
    isDeepStrictEqual(before[path], after[path]) ? [] : [{ path, kind: "update" }],
  );
}

function fromJson(value: unknown): unknown {
  const { text } = plain({ text: value });
  if (typeof text !== "string") {
    return value;
  }
  try {
    return decoded(JSON.parse(text));
  } catch {
    return text;
  }
}
