import { readFileSync } from "node:fs";
import * as z from "zod";
import type { HttpSettings } from "../http/client.ts";
import { type CheckFailure, check, closestName } from "../resource/check.ts";
import { messageOf } from "../resource/errors.ts";
import type { Connection } from "../resource/lifecycle.ts";
import { traitsOf, unwrapped } from "../resource/property.ts";
import { containsUnknown } from "../resource/unknown.ts";
import { type CommonSettings, commonSettings } from "./connectionSettings.ts";
import { isSystemName, loadSystem, loadSystems, type SystemName, systemNames } from "./loadSystem.ts";
import type { SystemDefinition } from "./system.ts";

/** The configuration key that holds all connections. */
export const connectionsKey = "groupware:connections";

type Settings = Readonly<Record<string, unknown>>;

/**
 * The connections of a stack: `groupware:connections` in its configuration, and environment variables for what that
 * leaves out. Nothing is contacted before a client is used.
 */
export class Connections {
  readonly #configured: Readonly<Record<string, Settings>>;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #signal: AbortSignal;
  readonly #open = new Map<string, Connection>();

  /**
   * @param configured the value of `groupware:connections`: an object, or its JSON.
   * @param signal ends the calls of all connections.
   */
  constructor(configured: unknown, environment: NodeJS.ProcessEnv, signal: AbortSignal) {
    this.#configured = parse(configured);
    this.#environment = environment;
    this.#signal = signal;
  }

  /** The connection of that name to a system, by default the one named like it. Throws what to configure. */
  get(system: SystemDefinition, name: string = system.name): Connection {
    const key = `${system.name} ${name}`;
    const open = this.#open.get(key);
    if (open !== undefined) {
      return open;
    }
    const connection = this.#connect(system, name);
    this.#open.set(key, connection);
    return connection;
  }

  /** The connections that are configured, and those that the environment gives to systems under their own names. */
  async names(): Promise<string[]> {
    const inEnvironment = (await loadSystems()).filter(
      (system) => Object.keys(this.#fromEnvironment(schemaOf(system), system.name)).length > 0,
    );
    return [...new Set([...Object.keys(this.#configured), ...inEnvironment.map(({ name }) => name)])].sort();
  }

  /** The system that a connection reaches. Throws what to configure. */
  async systemOf(name: string): Promise<SystemDefinition> {
    const common = z.object(commonSettings);
    const written = this.#configured[name]?.system ?? this.#fromEnvironment(common, name).system;
    if (written === undefined && !isSystemName(name) && this.#configured[name] === undefined) {
      const names = await this.names();
      const closest = closestName(name, names);
      throw new Error(
        `there is no connection ${JSON.stringify(name)}${closest === undefined ? "" : ` (did you mean ${JSON.stringify(closest)}?)`}` +
          (names.length === 0 ? "; none is configured" : `; configured: ${names.join(", ")}`),
      );
    }
    return loadSystem(systemNameOf(name, written));
  }

  /**
   * What is wrong with the settings of any connection, those that nothing uses included. Settings that may still come
   * from the environment of whoever runs the stack are not missed.
   */
  async problems(): Promise<string[]> {
    const problems = Object.entries(this.#configured).map(([name, { system }]) => this.#problemsOf(name, system));
    return (await Promise.all(problems)).flat();
  }

  async #problemsOf(name: string, written: unknown): Promise<string[]> {
    const kind = written ?? this.#fromEnvironment(z.object(commonSettings), name).system;
    if (containsUnknown(kind)) {
      return [];
    }
    try {
      const system = await loadSystem(systemNameOf(name, kind));
      return check(schemaOf(system).partial(), this.#written(system, name)).failures.map((failure) =>
        problem(name, failure),
      );
    } catch (error) {
      return [messageOf(error)];
    }
  }

  #connect(system: SystemDefinition, name: string): Connection {
    const { common, settings } = this.#settings(system, name);
    const { url } = settings as { url: string };
    const http: HttpSettings = {
      url,
      connection: name,
      requestTimeout: common.requestTimeout,
      concurrency: common.concurrency,
      ...(common.requestsPerSecond === undefined ? {} : { requestsPerSecond: common.requestsPerSecond }),
      ...(common.proxy === undefined ? {} : { proxy: common.proxy }),
      ...(common.ca === undefined ? {} : { ca: certificates(common.ca, name) }),
      secrets: secretsOf(system, settings),
    };
    return {
      name,
      api: system.connect(http, settings, this.#signal),
      installation: `${system.name} ${url}`,
      timeout: common.timeout,
    };
  }

  #settings(system: SystemDefinition, name: string): { common: CommonSettings; settings: Settings } {
    const written = this.#written(system, name);
    if (Object.keys(written).length === 0) {
      throw new Error(this.#missing(system, name));
    }
    const reached = systemNameOf(name, written.system, system.name);
    if (reached !== system.name) {
      throw new Error(
        `the connection ${JSON.stringify(name)} reaches ${reached}, and this needs a connection to ${system.name}.`,
      );
    }
    const { inputs, failures } = check(schemaOf(system), written);
    const [failure] = failures;
    if (failure !== undefined) {
      throw new Error(
        `${problem(name, failure)}${failure.property === "url" ? ` Set it: ${command(name, "url", "URL")}` : ""}`,
      );
    }
    if (!system.credentials.some((credentials) => credentials.every((setting) => inputs[setting] !== undefined))) {
      throw new Error(
        `the connection ${JSON.stringify(name)} lacks what a sign-in to ${system.name} needs: ` +
          `${system.credentials.map((credentials) => credentials.join(", ")).join("; or ")}. Set what is missing:\n` +
          (system.credentials[0] ?? [])
            .filter((setting) => inputs[setting] === undefined)
            .map((setting) => `  ${commandFor(system, name, setting)}`)
            .join("\n"),
      );
    }
    return { common: inputs as CommonSettings, settings: inputs };
  }

  /** The settings as they are written, in the configuration or in the environment. */
  #written(system: SystemDefinition, name: string): Record<string, unknown> {
    const schema = schemaOf(system);
    return { ...this.#fromEnvironment(schema, name), ...asText(schema, this.#configured[name] ?? {}) };
  }

  #fromEnvironment(schema: z.ZodObject, name: string): Record<string, unknown> {
    const prefix = `GROUPWARE_${name.replace(/[^A-Za-z0-9]/g, "_")}_`.toUpperCase();
    const found: Record<string, unknown> = {};
    for (const [setting, property] of Object.entries(schema.shape)) {
      const value = this.#environment[prefix + setting.replace(/[A-Z]/g, "_$&").toUpperCase()];
      if (value !== undefined && value !== "") {
        found[setting] = unwrapped(property)._zod.def.type === "number" ? Number(value) : value;
      }
    }
    return found;
  }

  #missing(system: SystemDefinition, name: string): string {
    const names = Object.keys(this.#configured);
    const closest = closestName(name, names);
    const settings = [...(name === system.name ? [] : ["system"]), "url", ...(system.credentials[0] ?? [])];
    return (
      `there is no connection ${JSON.stringify(name)}` +
      `${closest === undefined ? "" : ` (did you mean ${JSON.stringify(closest)}?)`}` +
      `${names.length === 0 ? " configured" : `; configured: ${names.join(", ")}`}. To configure it:\n` +
      settings.map((setting) => `  ${commandFor(system, name, setting)}`).join("\n")
    );
  }
}

function schemaOf(system: SystemDefinition): z.ZodObject {
  return z.strictObject({ ...commonSettings, ...system.settings.shape });
}

/** The system that settings name. Throws when they name none, or one that there is not. */
function systemNameOf(name: string, written: unknown, wanted = "SYSTEM"): SystemName {
  const kind = written ?? name;
  if (isSystemName(kind)) {
    return kind;
  }
  const names = systemNames.join(", ");
  throw new Error(
    written === undefined
      ? `the connection ${JSON.stringify(name)} does not say which system it reaches (${names}). Set it: ${command(name, "system", wanted)}`
      : `the connection ${JSON.stringify(name)} reaches ${JSON.stringify(written)}, and the systems are ${names}. Set it: ${command(name, "system", wanted)}`,
  );
}

function problem(name: string, { property, reason }: CheckFailure): string {
  return `${connectionsKey}.${name}${property === "" ? "" : `.${property}`}: ${reason}${reason.endsWith("?") ? "" : "."}`;
}

function parse(configured: unknown): Record<string, Settings> {
  let value = configured;
  if (typeof value === "string") {
    try {
      value = JSON.parse(value);
    } catch {
      throw new Error(`${connectionsKey} must be an object of connections: ${command("NAME", "url", "URL")}`);
    }
  }
  if (value === undefined || value === null) {
    return {};
  }
  const connections = z.record(z.string(), z.record(z.string(), z.unknown())).safeParse(value);
  if (!connections.success) {
    throw new Error(`${connectionsKey} must be an object of connections: ${command("NAME", "url", "URL")}`);
  }
  return connections.data;
}

/** `pulumi config set --path` makes numbers and booleans of texts that look like them. */
function asText(schema: z.ZodObject, settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([setting, value]) => {
      const property = schema.shape[setting];
      const isText = property !== undefined && unwrapped(property)._zod.def.type === "string";
      return [setting, isText && (typeof value === "number" || typeof value === "boolean") ? String(value) : value];
    }),
  );
}

function commandFor(system: SystemDefinition, name: string, setting: string): string {
  const schema = system.settings.shape[setting];
  if (schema !== undefined && traitsOf(schema).secret === true) {
    return command(name, setting, undefined);
  }
  return command(name, setting, setting === "system" ? system.name : setting.toUpperCase());
}

/** The command that sets a setting; a secret is asked for, so that it does not stand in the shell's history. */
function command(name: string, setting: string, value: string | undefined): string {
  const member = /^[\w-]+$/.test(name) ? `.${name}` : `["${name}"]`;
  const path = `'${connectionsKey}${member}.${setting}'`;
  return value === undefined
    ? `pulumi config set --secret --path ${path}`
    : `pulumi config set --path ${path} ${value}`;
}

function certificates(ca: string, name: string): string {
  if (ca.includes("-----BEGIN")) {
    return ca;
  }
  try {
    return readFileSync(ca, "utf8");
  } catch (error) {
    throw new Error(
      `${connectionsKey}.${name}.ca is neither PEM text nor a file that can be read: ${ca} (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

function secretsOf(system: SystemDefinition, settings: Settings): string[] {
  return Object.entries(system.settings.shape)
    .filter(([, schema]) => traitsOf(schema).secret === true)
    .map(([setting]) => settings[setting])
    .filter((value): value is string => typeof value === "string");
}
