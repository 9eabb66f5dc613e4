import { randomBytes } from "node:crypto";
import { type MethodDefinition, type ServiceError, status } from "@grpc/grpc-js";
import services, { type ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import type { PropertyDifference } from "../deploy/events.ts";
import { containsSecret, markSecretsLike, valueWithoutSecrets } from "../property/secrets.ts";
import { containsUnknown } from "../property/unknowns.ts";
import { type PropertyMap, Secret } from "../property/value.ts";
import { fromStruct, toStruct, type WireOptions } from "../property/wire.ts";
import { call } from "./call.ts";
import { toCallError } from "./callError.ts";
import { InitializationError } from "./initializationError.ts";
import type {
  CheckFailure,
  CheckResult,
  CreateResult,
  Difference,
  DiffRequest,
  Provider,
  ReadRequest,
  ReadResult,
  ResourceAddress,
} from "./provider.ts";

const service = services.ResourceProviderService;

type WireStruct = ReturnType<typeof toStruct>;

const differenceKinds: Readonly<Record<number, PropertyDifference["kind"]>> = {
  [providerMessages.PropertyDiff.Kind.ADD]: "add",
  [providerMessages.PropertyDiff.Kind.ADD_REPLACE]: "add-replace",
  [providerMessages.PropertyDiff.Kind.DELETE]: "delete",
  [providerMessages.PropertyDiff.Kind.DELETE_REPLACE]: "delete-replace",
  [providerMessages.PropertyDiff.Kind.UPDATE]: "update",
  [providerMessages.PropertyDiff.Kind.UPDATE_REPLACE]: "update-replace",
};

/** A provider process, spoken to as the Go engine's plugin layer does. */
export class GrpcProvider implements Provider {
  readonly #client: ResourceProviderClient;
  readonly #preview: boolean;
  /** What the provider said it understands when it was configured. */
  #wire: WireOptions = { secrets: false, resources: false };
  #supportsPreview = false;
  /** False when a preview does not know the provider's configuration: then nothing can be asked of it. */
  #configured = true;

  constructor(client: ResourceProviderClient, preview: boolean) {
    this.#client = client;
    this.#preview = preview;
  }

  /** Checks the configuration of the provider; one that does not implement that accepts everything. */
  async checkConfig(request: ResourceAddress & { olds: PropertyMap; news: PropertyMap }): Promise<CheckResult> {
    const plain: WireOptions = { secrets: false, resources: false };
    const message = new providerMessages.CheckRequest()
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOlds(toStruct(request.olds, plain))
      .setNews(toStruct(request.news, plain));
    try {
      const response = await call(this.#client, service.checkConfig, message);
      return {
        inputs: markSecretsLike(fromStruct(response.getInputs()), request.news),
        failures: failuresOf(response.getFailuresList()),
      };
    } catch (error) {
      if ((error as ServiceError).code === status.UNIMPLEMENTED) {
        return { inputs: request.news, failures: [] };
      }
      throw toCallError(error as ServiceError);
    }
  }

  /** Compares configurations; a provider that does not implement that answers "unknown". */
  async diffConfig(request: Omit<DiffRequest, "id">): Promise<Difference> {
    const plain: WireOptions = { secrets: false, resources: false };
    const message = new providerMessages.DiffRequest()
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOldInputs(toStruct(request.oldInputs, plain))
      .setOlds(toStruct(request.oldOutputs, plain))
      .setNews(toStruct(request.newInputs, plain))
      .setIgnorechangesList([...request.ignoreChanges]);
    try {
      return toDifference(await call(this.#client, service.diffConfig, message));
    } catch (error) {
      if ((error as ServiceError).code === status.UNIMPLEMENTED) {
        return { changes: "unknown", replaceKeys: [], changedKeys: [], deleteBeforeReplace: false };
      }
      throw toCallError(error as ServiceError);
    }
  }

  /** Configures the provider. In a preview whose configuration is unknown it is left unconfigured. */
  async configure(request: ResourceAddress & { id: string; inputs: PropertyMap }): Promise<void> {
    this.#configured = !Object.values(request.inputs).some(containsUnknown);
    if (!this.#configured) {
      return;
    }
    const message = new providerMessages.ConfigureRequest()
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setId(request.id)
      .setAcceptsecrets(true)
      .setAcceptresources(true)
      .setSendsOldInputs(true)
      .setSendsOldInputsToDelete(true)
      .setArgs(toStruct(request.inputs, { secrets: true, resources: true }));
    const packageName = request.type.slice(request.type.lastIndexOf(":") + 1);
    for (const [name, value] of Object.entries(request.inputs)) {
      if (name !== "version") {
        const plain = valueWithoutSecrets(value);
        message
          .getVariablesMap()
          .set(`${packageName}:config:${name}`, typeof plain === "string" ? plain : JSON.stringify(plain));
      }
    }
    const response = await this.#call(service.configure, message);
    this.#wire = { secrets: response.getAcceptsecrets(), resources: response.getAcceptresources() };
    this.#supportsPreview = response.getSupportspreview();
  }

  async check(request: ResourceAddress & { olds?: PropertyMap; news: PropertyMap }): Promise<CheckResult> {
    if (!this.#configured) {
      return { inputs: request.news, failures: [] };
    }
    const message = new providerMessages.CheckRequest()
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOlds(this.#write(request.olds ?? {}))
      .setNews(this.#write(request.news))
      .setRandomseed(randomBytes(32));
    const response = await this.#call(service.check, message);
    return {
      inputs: this.#mark(fromStruct(response.getInputs()), request.news),
      failures: failuresOf(response.getFailuresList()),
    };
  }

  async diff(request: DiffRequest): Promise<Difference> {
    if (!this.#configured) {
      return { changes: "some", replaceKeys: [], changedKeys: [], deleteBeforeReplace: false };
    }
    const message = new providerMessages.DiffRequest()
      .setId(request.id)
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOldInputs(this.#write(request.oldInputs))
      .setOlds(this.#write(request.oldOutputs))
      .setNews(this.#write(request.newInputs))
      .setIgnorechangesList([...request.ignoreChanges]);
    return toDifference(await this.#call(service.diff, message));
  }

  async create(request: ResourceAddress & { properties: PropertyMap; timeout: number }): Promise<CreateResult> {
    if (this.#preview && !this.#configured) {
      return { id: "", outputs: {} };
    }
    if (this.#preview && !this.#supportsPreview) {
      return { id: "", outputs: request.properties };
    }
    const message = new providerMessages.CreateRequest()
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setProperties(this.#write(request.properties))
      .setTimeout(request.timeout)
      .setPreview(this.#preview);
    const response = await this.#changing(this.#call(service.create, message), request.properties);
    if (response.getId() === "" && !this.#preview) {
      throw new Error(`the provider returned no ID from the creation of ${request.urn}`);
    }
    return { id: response.getId(), outputs: this.#mark(fromStruct(response.getProperties()), request.properties) };
  }

  async update(request: DiffRequest & { timeout: number }): Promise<{ readonly outputs: PropertyMap }> {
    if (this.#preview && !this.#configured) {
      return { outputs: {} };
    }
    if (this.#preview && !this.#supportsPreview) {
      return { outputs: request.newInputs };
    }
    const message = new providerMessages.UpdateRequest()
      .setId(request.id)
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOldInputs(this.#write(request.oldInputs))
      .setOlds(this.#write(request.oldOutputs))
      .setNews(this.#write(request.newInputs))
      .setTimeout(request.timeout)
      .setIgnorechangesList([...request.ignoreChanges])
      .setPreview(this.#preview);
    const response = await this.#changing(this.#call(service.update, message), request.newInputs);
    return { outputs: this.#mark(fromStruct(response.getProperties()), request.newInputs) };
  }

  async read(request: ReadRequest): Promise<ReadResult> {
    if (!this.#configured) {
      return { id: "", inputs: {}, outputs: {} };
    }
    const message = new providerMessages.ReadRequest()
      .setId(request.id)
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setProperties(request.outputs && this.#write(request.outputs))
      .setInputs(request.inputs && this.#write(request.inputs));
    try {
      const response = await this.#call(service.read, message);
      const inputs = response.getInputs();
      const outputs = response.getProperties();
      return {
        id: response.getId(),
        ...(inputs !== undefined && { inputs: this.#mark(fromStruct(inputs), request.inputs ?? {}) }),
        ...(outputs !== undefined && { outputs: this.#mark(fromStruct(outputs), request.outputs ?? {}) }),
      };
    } catch (error) {
      if (!(error instanceof InitializationError)) {
        throw error;
      }
      return {
        id: error.id,
        ...(error.inputs !== undefined && { inputs: this.#mark(error.inputs, request.inputs ?? {}) }),
        outputs: this.#mark(error.outputs, request.outputs ?? {}),
        initErrors: error.reasons,
      };
    }
  }

  async delete(
    request: ResourceAddress & { id: string; inputs: PropertyMap; outputs: PropertyMap; timeout: number },
  ): Promise<void> {
    const message = new providerMessages.DeleteRequest()
      .setId(request.id)
      .setUrn(request.urn)
      .setName(request.name)
      .setType(request.type)
      .setOldInputs(this.#write(request.inputs))
      .setProperties(this.#write(request.outputs))
      .setTimeout(request.timeout);
    await this.#call(service.delete, message);
  }

  async invoke(
    token: string,
    args: PropertyMap,
  ): Promise<{ readonly result: PropertyMap; readonly failures: readonly CheckFailure[] }> {
    if (!this.#configured) {
      return { result: {}, failures: [] };
    }
    const message = new providerMessages.InvokeRequest()
      .setTok(token)
      .setArgs(this.#write(args))
      .setPreview(this.#preview);
    const response = await this.#call(service.invoke, message);
    const result = fromStruct(response.getReturn());
    // A provider that knows no secrets may have built any part of its answer from a secret argument.
    const secret = !this.#wire.secrets && containsSecret(args);
    return {
      result: secret
        ? Object.fromEntries(
            Object.entries(result).map(([name, value]) => [name, value instanceof Secret ? value : new Secret(value)]),
          )
        : result,
      failures: failuresOf(response.getFailuresList()),
    };
  }

  async cancel(): Promise<void> {
    try {
      await this.#call(service.cancel, new emptyMessages.Empty());
    } catch {
      // Providers need not know how to cancel; what is under way then simply ends by itself.
    }
  }

  async #call<Request, Response>(method: MethodDefinition<Request, Response>, request: Request): Promise<Response> {
    try {
      return await call(this.#client, method, request);
    } catch (error) {
      throw toCallError(error as ServiceError);
    }
  }

  /** Marks the secrets of a half-made object, which reach the caller inside of the error. */
  async #changing<Response>(response: Promise<Response>, sent: PropertyMap): Promise<Response> {
    try {
      return await response;
    } catch (error) {
      throw error instanceof InitializationError
        ? new InitializationError(error.id, this.#mark(error.outputs, sent), error.inputs, error.reasons)
        : error;
    }
  }

  #write(properties: PropertyMap): WireStruct {
    return toStruct(properties, this.#wire);
  }

  #mark(properties: PropertyMap, sent: PropertyMap): PropertyMap {
    return this.#wire.secrets ? properties : markSecretsLike(properties, sent);
  }
}

function failuresOf(list: readonly { getProperty(): string; getReason(): string }[]): readonly CheckFailure[] {
  return list.map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}

function toDifference(response: providerMessages.DiffResponse): Difference {
  const changes = response.getChanges();
  const kinds = providerMessages.DiffResponse.DiffChanges;
  const detailed: PropertyDifference[] = [];
  response.getDetaileddiffMap().forEach((difference, path) => {
    detailed.push({
      path,
      kind: differenceKinds[difference.getKind()] ?? "update",
      inputDiff: difference.getInputdiff(),
    });
  });
  return {
    changes: changes === kinds.DIFF_NONE ? "none" : changes === kinds.DIFF_SOME ? "some" : "unknown",
    replaceKeys: response.getReplacesList(),
    changedKeys: response.getDiffsList(),
    ...(response.getHasdetaileddiff() && { detailed }),
    deleteBeforeReplace: response.getDeletebeforereplace(),
  };
}
