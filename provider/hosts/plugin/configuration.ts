import { isDeepStrictEqual } from "node:util";
import { type CheckFailure, closestName } from "../../resource/check.ts";
import { messageOf, type Properties } from "../../resource/errors.ts";
import { traitsOf } from "../../resource/property.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import { Connections } from "../../systems/connections.ts";
import { systems } from "../../systems/index.ts";
import { decoded, plain } from "./propertyValues.ts";

/** The settings of a provider: one default provider for a stack, or explicit ones. */
export interface Configuration {
  /** `groupware:connections`: an object of connections. */
  readonly connections: unknown;
  /** `groupware:adopt`: every create may take over what exists. */
  readonly adopt: boolean;
}

const settingNames = ["connections", "adopt"];

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
export function checkConfiguration(properties: Properties): CheckFailure[] {
  const { connections } = configurationOf(properties);
  const misspelt = Object.keys(properties).flatMap((name) => {
    const meant = settingNames.includes(name) ? undefined : closestName(name, settingNames);
    return meant === undefined
      ? []
      : [
          {
            property: name,
            reason: `there is no setting ${JSON.stringify(name)}; did you mean ${JSON.stringify(meant)}?`,
          },
        ];
  });
  const { adopt } = plain({ adopt: properties.adopt });
  const wrongAdopt =
    adopt === undefined || containsUnknown(adopt) || ["true", "false"].includes(String(adopt))
      ? []
      : [{ property: "adopt", reason: "must be true or false" }];
  return [...misspelt, ...wrongAdopt, ...connectionFailures(connections)];
}

function connectionFailures(connections: unknown): CheckFailure[] {
  if (typeof connections === "string" && containsUnknown(connections)) {
    return [];
  }
  try {
    // The property is not named: engines print the value of what is, and credentials stand in it.
    return new Connections(connections, process.env, new AbortController().signal)
      .problems()
      .map((reason) => ({ property: "", reason }));
  } catch (error) {
    return [{ property: "", reason: messageOf(error) }];
  }
}

/**
 * Whether two configurations differ in more than credentials: those change no state. No difference ever replaces the
 * provider, because that would replace everything it manages.
 */
export function connectionsDiffer(olds: Properties, news: Properties): boolean {
  return !isDeepStrictEqual(withoutCredentials(olds), withoutCredentials(news));
}

function withoutCredentials(properties: Properties): unknown {
  const { connections } = configurationOf(properties);
  if (typeof connections !== "object" || connections === null) {
    return connections;
  }
  return Object.fromEntries(
    Object.entries(connections).map(([name, settings]: [string, unknown]) => [
      name,
      typeof settings === "object" && settings !== null
        ? Object.fromEntries(Object.entries(settings).filter(([setting]) => !secretSettings.has(setting)))
        : settings,
    ]),
  );
}

const secretSettings = new Set(
  systems.flatMap((system) =>
    Object.entries(system.settings.shape)
      .filter(([, schema]) => traitsOf(schema).secret === true)
      .map(([setting]) => setting),
  ),
);

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
