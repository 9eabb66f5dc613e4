import { randomUUID } from "node:crypto";
import { packageOf, parseProviderReference, parseUrn } from "../deploy/urn.ts";
import { propertiesEqual } from "../property/equal.ts";
import type { PropertyMap } from "../property/value.ts";
import { unknownMarker } from "../property/wire.ts";
import type { ResourceState } from "../state/resource.ts";
import { GrpcProvider } from "./grpcProvider.ts";
import { type PluginCommand, type PluginProcess, startPlugin } from "./pluginProcess.ts";
import type {
  CheckResult,
  CreateResult,
  Difference,
  DiffRequest,
  Provider,
  ResourceAddress,
  ResourceManager,
} from "./provider.ts";

interface Loaded {
  readonly provider: GrpcProvider;
  readonly process: PluginProcess;
  /** What it was configured with; absent before. */
  inputs?: PropertyMap;
}

/** What the engine itself keeps among a provider's inputs, and the provider is not to see. */
const internalKey = "__internal";

/** Starts providers, and is the manager of the resources that stand for them. */
export class ProviderRegistry implements ResourceManager {
  readonly #locate: (packageName: string, version: string | undefined) => Promise<PluginCommand>;
  readonly #onLine: (line: string) => void;
  readonly #preview: boolean;
  #engineAddress = "";
  /** By `urn::id`; promises, so that two that need a provider at once start it once. */
  readonly #configured = new Map<string, Promise<Loaded>>();
  /** Checked, and waiting for the step that configures them; by URN. */
  readonly #checked = new Map<string, Loaded>();
  readonly #oldUrns = new Map<string, string>();
  readonly #processes = new Set<PluginProcess>();

  constructor(options: {
    locate: (packageName: string, version: string | undefined) => Promise<PluginCommand>;
    onLine: (line: string) => void;
    preview: boolean;
  }) {
    this.#locate = options.locate;
    this.#onLine = options.onLine;
    this.#preview = options.preview;
  }

  /** Tells where providers find the engine; to be called before the first one is started. */
  open(engineAddress: string): void {
    this.#engineAddress = engineAddress;
  }

  /** The configured provider that `urn::id` refers to, if there is one. */
  async find(reference: string): Promise<Provider | undefined> {
    return (await this.#configured.get(reference))?.provider;
  }

  /** Lets resources that still name the provider by its old URN find it, once it is configured. */
  alias(urn: string, oldUrn: string): void {
    this.#oldUrns.set(urn, oldUrn);
  }

  /** Starts and configures the provider of a resource in the state, unless that has been done. */
  async load(state: ResourceState): Promise<Provider> {
    const reference = `${state.urn}::${state.id}`;
    let loaded = this.#configured.get(reference);
    if (loaded === undefined) {
      loaded = this.#start(state.urn, state.inputs).then((started) =>
        this.#configure(started, state.urn, state.id as string, state.inputs),
      );
      this.#keep(state.urn, state.id as string, loaded);
    }
    return (await loaded).provider;
  }

  /** Takes over a provider that has not changed. */
  async same(state: ResourceState): Promise<void> {
    const reference = `${state.urn}::${state.id}`;
    const checked = this.#checked.get(state.urn);
    this.#checked.delete(state.urn);
    if (!this.#configured.has(reference) && checked !== undefined) {
      const id = state.id as string;
      this.#keep(state.urn, id, this.#configure(checked, state.urn, id, state.inputs));
    }
    await this.load(state);
  }

  async check(request: ResourceAddress & { olds?: PropertyMap; news: PropertyMap }): Promise<CheckResult> {
    const loaded = (await this.#running(request.urn, request.news)) ?? (await this.#start(request.urn, request.news));
    const result = await loaded.provider.checkConfig({
      ...request,
      olds: withoutInternal(request.olds ?? {}),
      news: withoutInternal(request.news),
    });
    this.#checked.set(request.urn, loaded);
    const version = request.news.version;
    const internal = request.news[internalKey];
    return {
      inputs: {
        ...(version !== undefined && { version }),
        ...result.inputs,
        ...(internal !== undefined && { [internalKey]: internal }),
      },
      failures: result.failures,
    };
  }

  async diff(request: DiffRequest): Promise<Difference> {
    const loaded = this.#checked.get(request.urn) ?? (await this.#configured.get(`${request.urn}::${request.id}`));
    if (loaded === undefined) {
      throw new Error(`the provider ${request.urn} was not loaded before it was compared`);
    }
    const newInputs = withoutInternal(request.newInputs);
    const difference = await loaded.provider.diffConfig({
      ...request,
      oldInputs: withoutInternal(request.oldInputs),
      newInputs,
    });
    if (difference.changes !== "unknown") {
      return difference;
    }
    return { ...difference, changes: propertiesEqual(request.oldOutputs, newInputs) ? "none" : "some" };
  }

  async create(request: ResourceAddress & { properties: PropertyMap }): Promise<CreateResult> {
    const id = this.#preview ? unknownMarker : randomUUID();
    await this.#take(request.urn, id, request.properties);
    return { id, outputs: withoutInternal(request.properties) };
  }

  async update(request: DiffRequest): Promise<{ readonly outputs: PropertyMap }> {
    await this.#take(request.urn, request.id, request.newInputs);
    return { outputs: withoutInternal(request.newInputs) };
  }

  /** Forgets the provider; its process goes on until the end, as others may be about to use it. */
  async delete(request: ResourceAddress & { id: string }): Promise<void> {
    this.#configured.delete(`${request.urn}::${request.id}`);
  }

  /** Asks all providers to end what they are doing. */
  async cancel(): Promise<void> {
    const loaded = await Promise.all(this.#configured.values());
    await Promise.all(loaded.map(({ provider }) => provider.cancel()));
  }

  /** Ends all providers. */
  async close(): Promise<void> {
    await Promise.all([...this.#processes].map((process) => process.close()));
  }

  async #take(urn: string, id: string, inputs: PropertyMap): Promise<void> {
    const loaded = this.#checked.get(urn) ?? (await this.#start(urn, inputs));
    this.#checked.delete(urn);
    const configured = this.#configure(loaded, urn, id, inputs);
    this.#keep(urn, id, configured);
    await configured;
  }

  #keep(urn: string, id: string, loaded: Promise<Loaded>): void {
    this.#configured.set(`${urn}::${id}`, loaded);
    const oldUrn = this.#oldUrns.get(urn);
    if (oldUrn !== undefined) {
      this.#configured.set(`${oldUrn}::${id}`, loaded);
    }
  }

  /** One that already runs with this very configuration, as after a refresh. */
  async #running(urn: string, inputs: PropertyMap): Promise<Loaded | undefined> {
    for (const [reference, promise] of this.#configured) {
      if (parseProviderReference(reference).urn === urn) {
        const loaded = await promise;
        if (loaded.inputs !== undefined && propertiesEqual(loaded.inputs, inputs)) {
          return loaded;
        }
      }
    }
    return undefined;
  }

  async #start(urn: string, inputs: PropertyMap): Promise<Loaded> {
    const { type } = parseUrn(urn);
    const version = inputs.version;
    const command = await this.#locate(packageOf(type), typeof version === "string" ? version : undefined);
    const process = await startPlugin(command, this.#engineAddress, this.#onLine);
    this.#processes.add(process);
    return { provider: new GrpcProvider(process.client, this.#preview), process };
  }

  async #configure(loaded: Loaded, urn: string, id: string, inputs: PropertyMap): Promise<Loaded> {
    if (loaded.inputs === undefined || !propertiesEqual(loaded.inputs, inputs)) {
      const { type, name } = parseUrn(urn);
      await loaded.provider.configure({ urn, type, name, id, inputs: withoutInternal(inputs) });
      loaded.inputs = inputs;
    }
    return loaded;
  }
}

function withoutInternal(inputs: PropertyMap): PropertyMap {
  const { [internalKey]: _, ...rest } = inputs;
  return rest;
}
