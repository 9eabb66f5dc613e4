import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { credentials, type MethodDefinition, type ServiceError } from "@grpc/grpc-js";
import services, { type ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import structMessages from "google-protobuf/google/protobuf/struct_pb.js";
import { repository } from "../support/engine.ts";

export const service = services.ResourceProviderService;

export type Json = Record<string, unknown>;

/** How Pulumi's wire marks what is more than JSON; written out here, so that the provider cannot agree with itself. */
export const signature = "4dabf18193072939515e22adb298388d";
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const secret = (value: unknown): Json => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", value });
export const output = (members: { value?: unknown; secret?: boolean; dependencies?: string[] }): Json => ({
  [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...members,
});

/** A difference as the plugin tells it. */
export interface Diff {
  readonly changes: number;
  readonly replaces: readonly string[];
  readonly diffs: readonly string[];
  readonly deleteBeforeReplace: boolean;
  readonly detailed: Readonly<Record<string, string>>;
}

export interface ReadState {
  readonly id: string;
  readonly inputs: Json;
  readonly properties: Json;
}

const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;

export { DIFF_NONE, DIFF_SOME };

/** The real plugin in a process of its own, spoken to over gRPC as an engine does. */
export class PluginClient {
  readonly raw: ResourceProviderClient;
  readonly #stop: () => Promise<void>;

  private constructor(raw: ResourceProviderClient, stop: () => Promise<void>) {
    this.raw = raw;
    this.#stop = stop;
  }

  static async start(engineAddress = ""): Promise<PluginClient> {
    const script = path.join(repository, "pulumi-resource-groupware");
    const child = spawn(process.execPath, [script, engineAddress], { stdio: ["ignore", "pipe", "inherit"] });
    const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    const raw = new services.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new PluginClient(raw, async () => {
      raw.close();
      const ended = once(child, "close");
      child.kill();
      await ended;
    });
  }

  /** A plugin that is configured as an engine would. */
  static async configured(connections: unknown, settings: Json = {}, engineAddress = ""): Promise<PluginClient> {
    const plugin = await PluginClient.start(engineAddress);
    await plugin.configure({ connections: JSON.stringify(connections), ...settings });
    return plugin;
  }

  call<Request, Response>(method: MethodDefinition<Request, Response>, request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.raw.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        (error: ServiceError | null, response?: Response) =>
          error === null ? resolve(response as Response) : reject(error),
      );
    });
  }

  configure(args: Json): Promise<messages.ConfigureResponse> {
    return this.call(service.configure, new messages.ConfigureRequest().setArgs(toStruct(args)));
  }

  async check(type: string, news: Json, olds: Json = {}) {
    const request = new messages.CheckRequest().setOlds(toStruct(olds)).setNews(toStruct(news));
    const response = await this.call(service.check, addressed(request, type));
    return {
      inputs: fromStruct(response.getInputs()),
      failures: response.getFailuresList().map((failure) => failure.toObject()),
    };
  }

  async diff(type: string, id: string, old: { inputs: Json; properties: Json }, news: Json): Promise<Diff> {
    const request = new messages.DiffRequest()
      .setId(id)
      .setOldInputs(toStruct(old.inputs))
      .setOlds(toStruct(old.properties))
      .setNews(toStruct(news));
    const response = await this.call(service.diff, addressed(request, type));
    const kinds = Object.entries(messages.PropertyDiff.Kind);
    const detailed: Record<string, string> = {};
    response.getDetaileddiffMap().forEach((difference, name) => {
      detailed[name] = kinds.find(([, kind]) => kind === difference.getKind())?.[0] ?? "";
    });
    return {
      changes: response.getChanges(),
      replaces: response.getReplacesList(),
      diffs: response.getDiffsList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      detailed,
    };
  }

  async create(type: string, inputs: Json, options: { preview?: boolean; timeout?: number } = {}) {
    const request = new messages.CreateRequest()
      .setProperties(toStruct(inputs))
      .setPreview(options.preview === true)
      .setTimeout(options.timeout ?? 0);
    const response = await this.call(service.create, addressed(request, type));
    return { id: response.getId(), inputs, properties: fromStruct(response.getProperties()) };
  }

  async update(type: string, old: ReadState, news: Json, options: { preview?: boolean } = {}): Promise<Json> {
    const request = new messages.UpdateRequest()
      .setId(old.id)
      .setOldInputs(toStruct(old.inputs))
      .setOlds(toStruct(old.properties))
      .setNews(toStruct(news))
      .setPreview(options.preview === true);
    return fromStruct((await this.call(service.update, addressed(request, type))).getProperties());
  }

  async read(type: string, id: string, old?: { inputs: Json; properties: Json }): Promise<ReadState> {
    const request = new messages.ReadRequest().setId(id).setProperties(toStruct(old?.properties ?? {}));
    if (old !== undefined) {
      request.setInputs(toStruct(old.inputs));
    }
    const response = await this.call(service.read, addressed(request, type));
    return {
      id: response.getId(),
      inputs: fromStruct(response.getInputs()),
      properties: fromStruct(response.getProperties()),
    };
  }

  async delete(type: string, { id, inputs, properties }: ReadState): Promise<void> {
    const request = new messages.DeleteRequest()
      .setId(id)
      .setOldInputs(toStruct(inputs))
      .setProperties(toStruct(properties));
    await this.call(service.delete, addressed(request, type));
  }

  async invoke(type: string, args: Json) {
    const request = new messages.InvokeRequest().setTok(`groupware:${type}`).setArgs(toStruct(args));
    const response = await this.call(service.invoke, request);
    return {
      result: fromStruct(response.getReturn()),
      failures: response.getFailuresList().map((failure) => failure.toObject()),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
  }
}

function addressed<Request extends { setUrn(urn: string): Request; setType(type: string): Request }>(
  request: Request,
  type: string,
): Request {
  return request.setUrn(`urn:pulumi:dev::test::groupware:${type}::name`).setType(`groupware:${type}`);
}

export function toStruct(value: Json): structMessages.Struct {
  return structMessages.Struct.fromJavaScript(
    JSON.parse(JSON.stringify(value)) as Parameters<typeof structMessages.Struct.fromJavaScript>[0],
  );
}

function fromStruct(struct: structMessages.Struct | undefined): Json {
  return struct?.toJavaScript() ?? {};
}

/** What a failed call leaves behind for state, if anything. */
export function partialFailureOf(error: unknown): { id: string; properties: Json; reasons: string[] } | undefined {
  const [bytes] = (error as ServiceError).metadata.get("grpc-status-details-bin");
  if (bytes === undefined) {
    return undefined;
  }
  const [detail] = statusMessages.Status.deserializeBinary(new Uint8Array(bytes as Buffer)).getDetailsList();
  const failure = detail?.unpack(
    messages.ErrorResourceInitFailed.deserializeBinary,
    "pulumirpc.ErrorResourceInitFailed",
  );
  return failure === null || failure === undefined
    ? undefined
    : {
        id: failure.getId(),
        properties: fromStruct(failure.getProperties()),
        reasons: failure.getReasonsList(),
      };
}

/** A value of the wire without its secrets. */
export function revealed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(revealed);
  }
  if (typeof value === "object" && value !== null) {
    const members = value as Json;
    return signature in members
      ? revealed(members.value)
      : Object.fromEntries(Object.entries(members).map(([name, member]) => [name, revealed(member)]));
  }
  return value;
}
