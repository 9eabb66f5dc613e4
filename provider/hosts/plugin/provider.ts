import { closestName } from "../../resource/check.ts";
import type { ResourceDefinition } from "../../resource/definition.ts";
import type { DiffResult } from "../../resource/diff.ts";
import { PartialFailure, type Properties } from "../../resource/errors.ts";
import { type HostOperation, ResourceLifecycle } from "../../resource/lifecycle.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import { Connections } from "../../systems/connections.ts";
import { loadFunction, loadResource } from "../../systems/loadDefinition.ts";
import { loadSystems } from "../../systems/loadSystem.ts";
import { ArgumentsError, FunctionRunner } from "../functionRunner.ts";
import { type Configuration, configurationOf } from "./configuration.ts";
import type { EngineLog } from "./engineLog.ts";
import { plain } from "./propertyValues.ts";
import { RequestError } from "./requestError.ts";
import { shapeOfResource, withSecrets } from "./secrets.ts";

/** The resource that a request is about. */
export interface ResourceAddress {
  readonly urn: string;
  /** The type token, such as `groupware:barium:Group`; engines that do not send it have it in the URN. */
  readonly type: string;
}

/** A change of a resource, as the engine asks for it. */
interface Change extends ResourceAddress {
  /** What the engine only wants to know the outcome of. */
  readonly preview: boolean;
  /** The resource's `customTimeouts`, in seconds; 0 if it has none. */
  readonly timeout: number;
}

/** A resource as it stands on the wire: properties with their secrets. */
interface WireState {
  readonly id: string;
  readonly inputs: Properties;
  readonly properties: Properties;
}

/** All resources and functions behind the gRPC service: properties in, properties out, secrets kept. */
export class GroupwareProvider {
  readonly #log: EngineLog;
  readonly #cancellation = new AbortController();
  readonly #lifecycles = new Map<string, ResourceLifecycle>();
  #configuration: { connections: Connections; adopt: boolean; functions: FunctionRunner } | undefined;

  constructor(log: EngineLog) {
    this.#log = log;
  }

  /** Takes the settings. Contacts nothing. */
  configure(properties: Properties): void {
    const { connections, adopt }: Configuration = configurationOf(properties);
    const { signal } = this.#cancellation;
    const open = new Connections(connections, process.env, signal);
    const functions = new FunctionRunner(open, signal, (message) => this.#log.info("", message));
    this.#configuration = { connections: open, adopt, functions };
    this.#lifecycles.clear();
  }

  /** Ends what is under way: no further call goes out, waits end, and what was done so far is answered. */
  cancel(): void {
    this.#cancellation.abort(new Error("The engine cancelled the run before this was done."));
  }

  async check(address: ResourceAddress, olds: Properties, news: Properties) {
    const { resource, lifecycle } = await this.#managed(address);
    const result = lifecycle.check(plain(olds), plain(news));
    return { ...result, inputs: withSecrets(resource.inputs, result.inputs, news) };
  }

  async diff(
    address: ResourceAddress & { id: string },
    olds: Properties,
    news: Properties,
  ): Promise<DiffResult & { stables: readonly string[] }> {
    const { resource, lifecycle } = await this.#managed(address);
    const result = await lifecycle.diff(address.id, plain(olds), plain(news), this.#operation(address.urn));
    for (const warning of result.warnings) {
      this.#log.warn(address.urn, warning);
    }
    return { ...result, stables: resource.id };
  }

  async create(change: Change, inputs: Properties): Promise<WireState> {
    const { resource, lifecycle } = await this.#managed(change);
    return keepingSecrets(shapeOfResource(resource), [inputs], async () =>
      change.preview
        ? { id: "", inputs: {}, properties: lifecycle.previewCreate(plain(inputs)) }
        : lifecycle.create(plain(inputs), this.#operation(change.urn, change.timeout)),
    );
  }

  async update(change: Change & { id: string }, olds: Properties, news: Properties): Promise<WireState> {
    const { resource, lifecycle } = await this.#managed(change);
    return keepingSecrets(shapeOfResource(resource), [news, outputsAlone(resource, olds)], async () =>
      change.preview
        ? { id: change.id, inputs: {}, properties: lifecycle.previewUpdate(plain(olds), plain(news)) }
        : lifecycle.update(change.id, plain(olds), plain(news), this.#operation(change.urn, change.timeout)),
    );
  }

  /**
   * Answers `undefined` when there is no such object. What was written is told by the old properties alone: old inputs
   * may hold what a failed update never sent.
   */
  async read(
    address: ResourceAddress & { id: string },
    properties: Properties,
    inputs: Properties,
  ): Promise<WireState | undefined> {
    const { resource, lifecycle } = await this.#managed(address);
    const state = await lifecycle.read(address.id, plain(properties), this.#operation(address.urn));
    return (
      state && {
        id: state.id,
        inputs: withSecrets(resource.inputs, state.inputs, inputs, properties),
        properties: withSecrets(shapeOfResource(resource), state.properties, properties, inputs),
      }
    );
  }

  async delete(change: Omit<Change, "preview"> & { id: string }, properties: Properties): Promise<void> {
    const { lifecycle } = await this.#managed(change);
    await lifecycle.delete(change.id, plain(properties), this.#operation(change.urn, change.timeout));
  }

  /** @throws ArgumentsError for wrong arguments. */
  async invoke(token: string, args: Properties): Promise<Properties> {
    const found = await loadFunction(typeOf(token));
    if (found === undefined) {
      throw new RequestError(await unknownToken("function", token));
    }
    const { definition } = found;
    const unknown = Object.keys(args).filter((name) => containsUnknown(plain({ value: args[name] })));
    if (unknown.length > 0) {
      throw new ArgumentsError(
        definition.type,
        unknown.map((property) => ({ property, reason: "is not known yet" })),
      );
    }
    const result = await this.#configured().functions.run(definition.type, plain(args));
    return withSecrets(definition.outputs, result, args);
  }

  #operation(urn: string, timeout = 0): HostOperation {
    return {
      signal: this.#cancellation.signal,
      report: (message) => this.#log.info(urn, message),
      ...(timeout > 0 ? { timeout } : {}),
    };
  }

  /** The definition behind a resource, and its life in this run. */
  async #managed(address: ResourceAddress) {
    const token = address.type === "" ? typeInUrn(address.urn) : address.type;
    const found = await loadResource(typeOf(token));
    if (found === undefined) {
      throw new RequestError(await unknownToken("resource", token));
    }
    const { system, definition: resource } = found;
    const { connections, adopt } = this.#configured();
    let lifecycle = this.#lifecycles.get(resource.type);
    if (lifecycle === undefined) {
      lifecycle = new ResourceLifecycle(resource, { connection: (name) => connections.get(system, name), adopt });
      this.#lifecycles.set(resource.type, lifecycle);
    }
    return { resource, lifecycle };
  }

  #configured() {
    if (this.#configuration === undefined) {
      throw new RequestError("the provider was not configured before it was used");
    }
    return this.#configuration;
  }
}

/** The type that a token such as `groupware:barium:Group` names; one of another package names none. */
function typeOf(token: string): string {
  return token.startsWith("groupware:") ? token.slice("groupware:".length) : "";
}

/** `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
function typeInUrn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** What there is instead of a token that names nothing. */
async function unknownToken(kind: "resource" | "function", token: string): Promise<string> {
  const known = (await loadSystems()).flatMap(({ resources, functions }) =>
    (kind === "resource" ? resources : functions).map(({ type }) => `groupware:${type}`),
  );
  const closest = closestName(token, known);
  return `there is no ${kind} ${JSON.stringify(token)}${closest === undefined ? "" : `; did you mean ${closest}?`}`;
}

/** Of old properties those that are outputs alone: an input that is secret no longer may show. */
function outputsAlone(resource: ResourceDefinition, olds: Properties): Properties {
  return Object.fromEntries(Object.entries(olds).filter(([name]) => !(name in resource.inputs)));
}

/** Marks the secrets of what comes out of a change, also of one that failed half-way. */
async function keepingSecrets(
  shape: ReturnType<typeof shapeOfResource>,
  originals: readonly Properties[],
  run: () => Promise<WireState>,
): Promise<WireState> {
  try {
    const state = await run();
    return { ...state, properties: withSecrets(shape, state.properties, ...originals) };
  } catch (error) {
    if (error instanceof PartialFailure) {
      const properties = withSecrets(shape, error.properties, ...originals);
      throw new PartialFailure(error.id, properties, error.message, { cause: error });
    }
    throw error;
  }
}
