import {
  Metadata,
  type ServerUnaryCall,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import pluginMessages from "@pulumi/pulumi/proto/plugin_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import anyMessages from "google-protobuf/google/protobuf/any_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import type { CheckFailure } from "../../resource/check.ts";
import type { DiffResult } from "../../resource/diff.ts";
import { messageOf, PartialFailure } from "../../resource/errors.ts";
import { ArgumentsError } from "../functionRunner.ts";
import { changedSettings, checkConfiguration, keptConfiguration } from "./configuration.ts";
import type { EngineLog } from "./engineLog.ts";
import { fromStruct, toStruct } from "./propertyValues.ts";
import type { GroupwareProvider } from "./provider.ts";
import { schema, version } from "./release.ts";
import { RequestError } from "./requestError.ts";

/**
 * The ResourceProvider service of Pulumi's `provider.proto`, over a provider. The methods that it leaves out
 * (Parameterize, Call, Construct, List, GetMapping, GetMappings) answer Unimplemented, which engines expect of a
 * provider without parameters, components and conversions.
 */
export function providerService(provider: GroupwareProvider, log: EngineLog): UntypedServiceImplementation {
  return {
    handshake: unary((request: messages.ProviderHandshakeRequest) => {
      log.connect(request.getEngineAddress());
      return new messages.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptOutputs(true);
    }),

    attach: unary((request: pluginMessages.PluginAttach) => {
      log.connect(request.getAddress());
      return new emptyMessages.Empty();
    }),

    getPluginInfo: unary(() => new pluginMessages.PluginInfo().setVersion(version())),

    getSchema: unary((request: messages.GetSchemaRequest) => {
      if (request.getVersion() !== 0 || request.getSubpackageName() !== "") {
        throw new RequestError("the provider has one schema, of version 0 and without subpackages");
      }
      return new messages.GetSchemaResponse().setSchema(schema());
    }),

    checkConfig: unary(async (request: messages.CheckRequest) => {
      const news = fromStruct(request.getNews());
      return new messages.CheckResponse()
        .setInputs(toStruct(keptConfiguration(news)))
        .setFailuresList(failureMessages(await checkConfiguration(news)));
    }),

    diffConfig: unary((request: messages.DiffRequest) => {
      return diffMessage({
        differences: changedSettings(fromStruct(request.getOldInputs()), fromStruct(request.getNews())),
        replaces: [],
        stables: [],
        deleteBeforeReplace: false,
      });
    }),

    configure: unary((request: messages.ConfigureRequest) => {
      provider.configure(fromStruct(request.getArgs()));
      return new messages.ConfigureResponse().setAcceptsecrets(true).setAcceptoutputs(true).setSupportspreview(true);
    }),

    check: unary(async (request: messages.CheckRequest) => {
      const { inputs, failures } = await provider.check(
        addressOf(request),
        fromStruct(request.getOlds()),
        fromStruct(request.getNews()),
      );
      return new messages.CheckResponse().setInputs(toStruct(inputs)).setFailuresList(failureMessages(failures));
    }),

    diff: unary(async (request: messages.DiffRequest) => {
      const address = { ...addressOf(request), id: request.getId() };
      return diffMessage(await provider.diff(address, fromStruct(request.getOlds()), fromStruct(request.getNews())));
    }),

    create: unary(async (request: messages.CreateRequest) => {
      const { id, properties } = await provider.create(changeOf(request), fromStruct(request.getProperties()));
      return new messages.CreateResponse().setId(id).setProperties(toStruct(properties));
    }),

    read: unary(async (request: messages.ReadRequest) => {
      const address = { ...addressOf(request), id: request.getId() };
      const state = await provider.read(address, fromStruct(request.getProperties()), fromStruct(request.getInputs()));
      return state === undefined
        ? new messages.ReadResponse()
        : new messages.ReadResponse()
            .setId(state.id)
            .setInputs(toStruct(state.inputs))
            .setProperties(toStruct(state.properties));
    }),

    update: unary(async (request: messages.UpdateRequest) => {
      const change = { ...changeOf(request), id: request.getId() };
      const olds = fromStruct(request.getOlds());
      const { properties } = await provider.update(change, olds, fromStruct(request.getNews()));
      return new messages.UpdateResponse().setProperties(toStruct(properties));
    }),

    delete: unary(async (request: messages.DeleteRequest) => {
      const change = { ...addressOf(request), id: request.getId(), timeout: request.getTimeout() };
      await provider.delete(change, fromStruct(request.getProperties()));
      return new emptyMessages.Empty();
    }),

    invoke: unary(async (request: messages.InvokeRequest) => {
      try {
        const result = await provider.invoke(request.getTok(), fromStruct(request.getArgs()));
        return new messages.InvokeResponse().setReturn(toStruct(result));
      } catch (error) {
        if (error instanceof ArgumentsError) {
          return new messages.InvokeResponse().setFailuresList(failureMessages(error.failures));
        }
        throw error;
      }
    }),

    cancel: unary(() => {
      provider.cancel();
      return new emptyMessages.Empty();
    }),
  };
}

function unary<Request, Response>(answer: (request: Request) => Response | Promise<Response>) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback(serviceError(error)),
      );
  };
}

/** The message alone reaches the user; what a partial failure leaves behind goes into the details, for state. */
function serviceError(error: unknown) {
  const details = messageOf(error);
  if (!(error instanceof PartialFailure)) {
    return { code: error instanceof RequestError ? status.INVALID_ARGUMENT : status.UNKNOWN, details };
  }
  const failure = new messages.ErrorResourceInitFailed()
    .setId(error.id)
    .setProperties(toStruct(error.properties))
    .setReasonsList(error.reasons);
  const packed = new anyMessages.Any();
  packed.pack(failure.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const rich = new statusMessages.Status().setCode(status.UNKNOWN).setMessage(details).setDetailsList([packed]);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(rich.serializeBinary()));
  return { code: status.UNKNOWN, details, metadata };
}

function addressOf(request: { getUrn(): string; getType(): string }) {
  return { urn: request.getUrn(), type: request.getType() };
}

function changeOf(request: { getUrn(): string; getType(): string; getPreview(): boolean; getTimeout(): number }) {
  return { ...addressOf(request), preview: request.getPreview(), timeout: request.getTimeout() };
}

function failureMessages(failures: readonly CheckFailure[]): messages.CheckFailure[] {
  return failures.map(({ property, reason }) => new messages.CheckFailure().setProperty(property).setReason(reason));
}

const { Kind } = messages.PropertyDiff;
const kinds = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

function diffMessage(
  result: Omit<DiffResult, "warnings" | "renews"> & { readonly stables: readonly string[] },
): messages.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  const response = new messages.DiffResponse()
    .setChanges(result.differences.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setReplacesList([...result.replaces])
    .setStablesList([...result.stables])
    .setDiffsList([...new Set(result.differences.map(({ path }) => topLevelName(path)))])
    .setDeletebeforereplace(result.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const { path, kind } of result.differences) {
    const replaces = result.replaces.includes(topLevelName(path));
    const difference = new messages.PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true);
    response.getDetaileddiffMap().set(path, difference);
  }
  return response;
}

function topLevelName(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}
