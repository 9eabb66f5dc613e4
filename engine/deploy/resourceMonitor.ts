import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerUnaryCall, type sendUnaryData, status } from "@grpc/grpc-js";
import type { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb.js";
import aliasMessages from "@pulumi/pulumi/proto/alias_pb.js";
import providerMessages from "@pulumi/pulumi/proto/provider_pb.js";
import monitorServices from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import monitorMessages from "@pulumi/pulumi/proto/resource_pb.js";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { containsUnknown } from "../property/unknowns.ts";
import type { PropertyMap } from "../property/value.ts";
import { fromStruct, toStruct } from "../property/wire.ts";
import type { Provider } from "../provider/provider.ts";
import type { ResourceState } from "../state/resource.ts";
import type { Alias, Goal, ReadGoal } from "./goal.ts";
import { serve } from "./grpcServer.ts";
import { HaltedError, ToldError } from "./halt.ts";
import { isProviderType, packageOf, parseProviderReference } from "./urn.ts";

type RegisterRequest = InstanceType<typeof monitorMessages.RegisterResourceRequest>;
type Call<Request> = ServerUnaryCall<Request, unknown>;
type Reply<Response> = sendUnaryData<Response>;

/** What the Node SDK may use. It refuses by itself what is not here. */
const features = new Set(["secrets", "resourceReferences", "aliasSpecs", "deletedWith"]);

/** The deployment, as the program sees it. */
export interface MonitorDeployment {
  readonly projectDirectory: string;
  register(goal: Goal): Promise<ResourceState>;
  read(goal: ReadGoal): Promise<ResourceState>;
  registerOutputs(urn: string, outputs: PropertyMap): void;
  /** The reference of the package's default provider, made when it is first asked for. */
  defaultProvider(packageName: string, version: string, pluginDownloadUrl: string): Promise<string>;
  provider(reference: string): Promise<Provider>;
  /** The program has registered all of its resources. */
  finished(): void;
}

export interface ResourceMonitor {
  readonly address: string;
  /** Lets a program end that waits for the engine's leave. */
  release(): void;
  close(): void;
}

/** Serves the calls with which a program declares its resources. */
export async function serveMonitor(deployment: MonitorDeployment): Promise<ResourceMonitor> {
  const goals = new Map<string, Goal>();
  /** The providers that a component hands down to its children, by package. */
  const componentProviders = new Map<string, ReadonlyMap<string, string>>();
  let endShutdown: () => void = () => {};
  const shutdown = new Promise<void>((resolve) => {
    endShutdown = resolve;
  });

  async function registerResource(request: RegisterRequest) {
    refuseUnsupported(request);
    const type = request.getType();
    const parent = request.getParent();
    const parentGoal = goals.get(parent);
    const providers = new Map(request.getProvidersMap().toArray() as [string, string][]);
    if (!request.getCustom()) {
      for (const [name, reference] of componentProviders.get(parent) ?? []) {
        if (!providers.has(name)) {
          providers.set(name, reference);
        }
      }
    }
    const properties = fromStruct(request.getObject());
    let provider = "";
    if (request.getCustom() && !isProviderType(type)) {
      provider =
        request.getProvider() ||
        providers.get(packageOf(type)) ||
        componentProviders.get(parent)?.get(packageOf(type)) ||
        inheritedProvider(parentGoal, type) ||
        (await deployment.defaultProvider(packageOf(type), request.getVersion(), request.getPlugindownloadurl()));
    }
    const protect = request.hasProtect() ? request.getProtect() : parentGoal?.protect;
    const retainOnDelete = request.hasRetainondelete() ? request.getRetainondelete() : parentGoal?.retainOnDelete;
    const dependencies = request.getDependenciesList();
    const goal: Goal = {
      type,
      name: request.getName(),
      custom: request.getCustom(),
      properties: isProviderType(type) ? withVersion(properties, request) : properties,
      parent,
      dependencies,
      provider,
      propertyDependencies: propertyDependencies(request, properties, dependencies),
      ignoreChanges: request.getIgnorechangesList(),
      replaceOnChanges: request.getReplaceonchangesList(),
      additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
      aliases: [...request.getAliasurnsList().map((urn) => ({ urn })), ...request.getAliasesList().map(toAlias)],
      importId: request.getImportid(),
      customTimeouts: {
        create: seconds(request.getCustomtimeouts()?.getCreate()),
        update: seconds(request.getCustomtimeouts()?.getUpdate()),
        delete: seconds(request.getCustomtimeouts()?.getDelete()),
      },
      deletedWith: request.getDeletedwith() || (parentGoal?.deletedWith ?? ""),
      sourcePosition: projectPosition(request.getSourceposition(), deployment.projectDirectory),
      ...(protect !== undefined && { protect }),
      ...(retainOnDelete !== undefined && { retainOnDelete }),
      ...((request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) && {
        deleteBeforeReplace: request.getDeletebeforereplace(),
      }),
    };
    const state = await deployment.register(goal);
    goals.set(state.urn, goal);
    if (!goal.custom) {
      componentProviders.set(state.urn, providers);
    }
    const outputs = goal.custom ? state.outputs : {};
    const shown = request.getSupportspartialvalues()
      ? outputs
      : Object.fromEntries(Object.entries(outputs).filter(([, value]) => !containsUnknown(value)));
    return new monitorMessages.RegisterResourceResponse()
      .setUrn(state.urn)
      .setId(state.id ?? "")
      .setObject(toStruct(shown, { secrets: request.getAcceptsecrets(), resources: request.getAcceptresources() }));
  }

  async function readResource(request: InstanceType<typeof monitorMessages.ReadResourceRequest>) {
    refuse(request.getPackageref() !== "", "parameterized packages");
    const type = request.getType();
    refuse(packageOf(type) === "pulumi", `the resource type ${type}`);
    const provider =
      request.getProvider() ||
      (await deployment.defaultProvider(packageOf(type), request.getVersion(), request.getPlugindownloadurl()));
    const state = await deployment.read({
      type,
      provider,
      name: request.getName(),
      id: request.getId(),
      parent: request.getParent(),
      properties: fromStruct(request.getProperties()),
      dependencies: request.getDependenciesList(),
      additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
      sourcePosition: projectPosition(request.getSourceposition(), deployment.projectDirectory),
    });
    return new monitorMessages.ReadResourceResponse()
      .setUrn(state.urn)
      .setProperties(
        toStruct(state.outputs, { secrets: request.getAcceptsecrets(), resources: request.getAcceptresources() }),
      );
  }

  async function invoke(request: InstanceType<typeof monitorMessages.ResourceInvokeRequest>) {
    const token = request.getTok();
    refuse(request.getPackageref() !== "", "parameterized packages");
    refuse(packageOf(token) === "pulumi", `the function ${token}`);
    const reference =
      request.getProvider() ||
      (await deployment.defaultProvider(packageOf(token), request.getVersion(), request.getPlugindownloadurl()));
    const provider = await deployment.provider(reference);
    const { result, failures } = await provider.invoke(token, fromStruct(request.getArgs())).catch((error: Error) => {
      throw new Error(`invocation of ${token} returned an error: ${error.message}`, { cause: error });
    });
    return new providerMessages.InvokeResponse()
      .setReturn(toStruct(result, { secrets: true, resources: request.getAcceptresources() }))
      .setFailuresList(
        failures.map((failure) =>
          new providerMessages.CheckFailure().setProperty(failure.property).setReason(failure.reason),
        ),
      );
  }

  const server = await serve(monitorServices.ResourceMonitorService, {
    supportsFeature: answering(async (request: InstanceType<typeof monitorMessages.SupportsFeatureRequest>) =>
      new monitorMessages.SupportsFeatureResponse().setHassupport(features.has(request.getId())),
    ),
    registerResource: answering(registerResource),
    registerResourceOutputs: answering(
      async (request: InstanceType<typeof monitorMessages.RegisterResourceOutputsRequest>) => {
        deployment.registerOutputs(request.getUrn(), fromStruct(request.getOutputs()));
        return new emptyMessages.Empty();
      },
    ),
    readResource: answering(readResource),
    invoke: answering(invoke),
    signalAndWaitForShutdown: answering(async () => {
      deployment.finished();
      await shutdown;
      return new emptyMessages.Empty();
    }),
    getDeploymentInfo: unsupported("GetDeploymentInfo"),
    call: unsupported("methods of resources"),
    registerStackTransform: unsupported("transforms"),
    registerStackInvokeTransform: unsupported("transforms of invokes"),
    registerResourceHook: unsupported("resource hooks"),
    registerErrorHook: unsupported("error hooks"),
    registerPackage: unsupported("parameterized packages"),
  });
  return { address: server.address, release: endShutdown, close: server.close };
}

function answering<Request, Response>(handle: (request: Request) => Promise<Response>) {
  return (call: Call<Request>, callback: Reply<Response>): void => {
    handle(call.request).then(
      (response) => callback(null, response),
      (error: Error) =>
        callback({
          // On "unavailable" the SDK ends the program quietly: whatever went wrong has been told.
          code: error instanceof HaltedError || error instanceof ToldError ? status.UNAVAILABLE : status.UNKNOWN,
          details: error.message,
        }),
    );
  };
}

function unsupported(what: string) {
  return (_call: unknown, callback: Reply<never>): void => {
    callback({ code: status.UNIMPLEMENTED, details: notSupported(what) });
  };
}

function notSupported(what: string): string {
  return `the embedded engine does not support ${what}: use the Pulumi CLI`;
}

function refuse(condition: boolean, what: string): void {
  if (condition) {
    throw new Error(notSupported(what));
  }
}

function refuseUnsupported(request: RegisterRequest): void {
  refuse(request.getRemote(), `remote components (${request.getType()})`);
  refuse(
    request.getCustom() && !isProviderType(request.getType()) && packageOf(request.getType()) === "pulumi",
    `the resource type ${request.getType()}`,
  );
  refuse(request.getPackageref() !== "", "parameterized packages");
  refuse(request.getTransformsList().length > 0, "the resource option transforms");
  refuse(request.getReplaceWithList().length > 0, "the resource option replaceWith");
  refuse(request.getReplacementTrigger() !== undefined, "the resource option replacementTrigger");
  refuse(request.getHidediffsList().length > 0, "the resource option hideDiffs");
  refuse(request.getEnvvarmappingsMap().getLength() > 0, "the provider option envVarMappings");
  refuse(
    Object.values(request.getHooks()?.toObject() ?? {}).some((names) => names.length > 0),
    "the resource option hooks",
  );
}

function inheritedProvider(parent: Goal | undefined, type: string): string {
  return parent !== undefined &&
    parent.provider !== "" &&
    packageOf(parseProviderReference(parent.provider).urn.split("::")[2] ?? "") === packageOf(type)
    ? parent.provider
    : "";
}

function withVersion(properties: PropertyMap, request: RegisterRequest): PropertyMap {
  return {
    ...properties,
    ...(request.getVersion() !== "" && { version: request.getVersion(), __internal: {} }),
    ...(request.getPlugindownloadurl() !== "" && {
      __internal: { pluginDownloadURL: request.getPlugindownloadurl() },
    }),
  };
}

function propertyDependencies(
  request: RegisterRequest,
  properties: PropertyMap,
  dependencies: readonly string[],
): Record<string, readonly string[]> {
  const told = request.getPropertydependenciesMap();
  if (told.getLength() === 0) {
    return Object.fromEntries(Object.keys(properties).map((name) => [name, dependencies]));
  }
  const result: Record<string, readonly string[]> = Object.fromEntries(
    Object.keys(properties).map((name) => [name, []]),
  );
  told.forEach((value, name) => {
    result[name] = value.getUrnsList();
  });
  return result;
}

function toAlias(message: AliasMessage): Alias {
  const spec = message.getSpec();
  if (message.getAliasCase() === aliasMessages.Alias.AliasCase.URN || spec === undefined) {
    return { urn: message.getUrn() };
  }
  return {
    name: spec.getName(),
    type: spec.getType(),
    project: spec.getProject(),
    stack: spec.getStack(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
  };
}

/** Reads the SDKs' notation of a time limit, Go's: `1h30m`, `90s`, `500ms`. */
function seconds(text: string | undefined): number {
  if (text === undefined || text === "") {
    return 0;
  }
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };
  let total = 0;
  const rest = text.replaceAll(/(\d+(?:\.\d+)?)(h|ms|us|µs|ns|m|s)/g, (_, amount: string, unit: string) => {
    total += Number(amount) * (units[unit] as number);
    return "";
  });
  if (rest !== "") {
    throw new Error(`unable to parse customTimeout value ${text}: it is a number with a unit, such as "5m"`);
  }
  return total;
}

function projectPosition(position: SourcePosition | undefined, projectDirectory: string): string {
  if (position === undefined || !position.getUri().startsWith("file:")) {
    return "";
  }
  const path = relative(projectDirectory, fileURLToPath(position.getUri())).replaceAll("\\", "/");
  const column = position.getColumn() === 0 ? "" : `,${position.getColumn()}`;
  return `project:///${path}#${position.getLine()}${column}`;
}
