import { createHash } from "node:crypto";
import { type PropertyMap, type PropertyValue, Secret, Unknown } from "../property/value.ts";
import { secretSignature, signatureKey } from "../property/wire.ts";
import type { PassphraseCrypter } from "./passphrase.ts";
import type { Deployment, PendingOperation, ResourceState } from "./resource.ts";

/** A reference to a resource stays the map that it is: the signature, a `urn` and an `id`. */
const resourceReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
/** The version of Pulumi whose files and verbs these are. */
export const pulumiVersion = "v3.248.0";

type Json = Record<string, unknown>;

/** The fields of a resource that are taken as they are. */
const fields = [
  "urn",
  "custom",
  "delete",
  "id",
  "type",
  "parent",
  "protect",
  "external",
  "initErrors",
  "provider",
  "pendingReplacement",
  "additionalSecretOutputs",
  "aliases",
  "customTimeouts",
  "importID",
  "retainOnDelete",
  "deletedWith",
  "created",
  "modified",
  "sourcePosition",
  "ignoreChanges",
  "replaceOnChanges",
] as const satisfies (keyof ResourceState)[];

/** The resources and operations of a deployment as its file holds them, secrets encrypted or shown. */
export interface SerializedDeployment {
  readonly version: 3;
  readonly deployment: Json;
}

/** Writes deployments; the text of a resource that has not changed is not made again. */
export class DeploymentWriter {
  readonly #stack: string;
  readonly #crypter: PassphraseCrypter;
  readonly #texts = new WeakMap<ResourceState, string>();

  /** @param stack its full name, `organization/<project>/<stack>`. */
  constructor(stack: string, crypter: PassphraseCrypter) {
    this.#stack = stack;
    this.#crypter = crypter;
  }

  /** The text of a stack's file in the file back end. A `ResourceState` must not change once it is written. */
  text(deployment: Deployment): string {
    const list = (resources: readonly ResourceState[]) => resources.map((resource) => this.#text(resource)).join(",");
    const operations = deployment.pendingOperations
      .map((operation) => `{"resource":${this.#text(operation.resource)},"type":${JSON.stringify(operation.type)}}`)
      .join(",");
    const head = JSON.stringify(manifest());
    const secrets = JSON.stringify(secretsProviders(this.#crypter));
    return (
      `{"version":3,"checkpoint":{"stack":${JSON.stringify(this.#stack)},"latest":{"manifest":${head},"secrets_providers":${secrets},` +
      `"resources":[${list(deployment.resources)}]` +
      `${operations === "" ? "" : `,"pending_operations":[${operations}]`},"metadata":{}}}}`
    );
  }

  #text(resource: ResourceState): string {
    let text = this.#texts.get(resource);
    if (text === undefined) {
      text = JSON.stringify(resourceJson(resource, (value) => encrypted(value, this.#crypter, resource.urn)));
      this.#texts.set(resource, text);
    }
    return text;
  }
}

/** What `pulumi stack export` prints. With `showSecrets`, secrets stand in the clear. */
export function exportDeployment(
  deployment: Deployment,
  crypter: PassphraseCrypter,
  showSecrets: boolean,
): SerializedDeployment {
  const write = (resource: ResourceState) =>
    resourceJson(resource, (value) =>
      showSecrets ? { plaintext: JSON.stringify(plain(value)) } : encrypted(value, crypter, resource.urn),
    );
  return {
    version: 3,
    deployment: {
      manifest: manifest(),
      secrets_providers: secretsProviders(crypter),
      resources: deployment.resources.map(write),
      ...(deployment.pendingOperations.length === 0
        ? {}
        : {
            pending_operations: deployment.pendingOperations.map(({ resource, type }) => ({
              resource: write(resource),
              type,
            })),
          }),
      metadata: {},
    },
  };
}

/** Turns the ciphertext of a secret of a resource, given by its URN, into its JSON. */
export type Decrypt = (ciphertext: string, urn: string) => string;

/** Who can decrypt a deployment, as its `secrets_providers` says. */
export interface SecretsProvider {
  readonly type: string;
  /** The salt of a passphrase. */
  readonly salt: string | undefined;
}

/**
 * Reads what the file back end or `stack export` wrote.
 * @param decryptWith answers how the secrets of the deployment are decrypted; called when there are any.
 */
export function readDeployment(
  value: unknown,
  decryptWith: (provider: SecretsProvider | undefined) => Decrypt,
): Deployment {
  const { version } = value as { version?: unknown };
  if (version !== 3) {
    throw new Error(
      `the embedded engine reads deployments of version 3, not ${JSON.stringify(version)}; use the Pulumi CLI`,
    );
  }
  const { resources, pending_operations: operations } = latestOf(value);
  let decrypt: Decrypt | undefined;
  const decryptLazily: Decrypt = (ciphertext, urn) => {
    decrypt ??= decryptWith(secretsProviderOf(value));
    return decrypt(ciphertext, urn);
  };
  return {
    resources: (resources ?? []).map((resource) => resourceState(resource, decryptLazily)),
    pendingOperations: (operations ?? []).map(({ resource, type }) => ({
      resource: resourceState(resource, decryptLazily),
      type,
    })),
  };
}

/** Who can decrypt what the file back end or `stack export` wrote; absent when it holds no secrets. */
export function secretsProviderOf(value: unknown): SecretsProvider | undefined {
  const { secrets_providers: provider } = latestOf(value);
  return provider?.type === undefined ? undefined : { type: provider.type, salt: provider.state?.salt };
}

/** How many resources a state holds, without decrypting it. */
export function resourceCount(value: unknown): number {
  return latestOf(value).resources?.length ?? 0;
}

interface SerializedState {
  readonly secrets_providers?: { readonly type?: string; readonly state?: { readonly salt?: string } };
  readonly resources?: readonly Json[] | null;
  readonly pending_operations?: readonly { readonly resource: Json; readonly type: PendingOperation["type"] }[] | null;
}

function latestOf(value: unknown): SerializedState {
  const { deployment, checkpoint } = value as {
    deployment?: SerializedState;
    checkpoint?: { latest?: SerializedState };
  };
  return deployment ?? checkpoint?.latest ?? {};
}

function manifest(): Json {
  return {
    time: new Date().toISOString(),
    magic: createHash("sha256").update(pulumiVersion).digest("hex"),
    version: pulumiVersion,
  };
}

function secretsProviders(crypter: PassphraseCrypter): Json {
  return { type: "passphrase", state: { salt: crypter.salt } };
}

function encrypted(value: PropertyValue, crypter: PassphraseCrypter, urn: string): Json {
  return { ciphertext: crypter.encrypt(JSON.stringify(plain(value)), urn) };
}

function plain(value: PropertyValue): unknown {
  if (value instanceof Secret) {
    return plain(value.element);
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === "object" && value !== null && !(value instanceof Unknown)) {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, plain(value[name] ?? null)]),
    );
  }
  return value;
}

function propertiesJson(properties: PropertyMap, secret: (value: PropertyValue) => Json): Json {
  return Object.fromEntries(
    Object.keys(properties)
      .sort()
      .map((name) => [name, valueJson(properties[name] ?? null, secret)]),
  );
}

function valueJson(value: PropertyValue, secret: (value: PropertyValue) => Json): unknown {
  if (value instanceof Secret) {
    return { [signatureKey]: secretSignature, ...secret(value.element) };
  }
  if (value instanceof Unknown) {
    throw new Error("an unknown value would get into state");
  }
  if (Array.isArray(value)) {
    return value.map((element) => valueJson(element, secret));
  }
  return typeof value === "object" && value !== null ? propertiesJson(value, secret) : value;
}

function resourceJson(resource: ResourceState, secret: (value: PropertyValue) => Json): Json {
  const { inputs, outputs, propertyDependencies, dependencies, ...rest } = resource;
  const json: Json = {
    urn: rest.urn,
    custom: rest.custom,
    delete: rest.delete === true ? true : undefined,
    id: rest.id === "" ? undefined : rest.id,
    type: rest.type,
    inputs: Object.keys(inputs).length === 0 ? undefined : propertiesJson(inputs, secret),
    outputs: Object.keys(outputs).length === 0 ? undefined : propertiesJson(outputs, secret),
    parent: rest.parent,
    protect: rest.protect === true ? true : undefined,
    external: rest.external === true ? true : undefined,
    dependencies: dependencies.length === 0 ? undefined : dependencies,
    initErrors: rest.initErrors === undefined || rest.initErrors.length === 0 ? undefined : rest.initErrors,
    provider: rest.provider,
    propertyDependencies: Object.keys(propertyDependencies).length === 0 ? undefined : propertyDependencies,
    pendingReplacement: rest.pendingReplacement === true ? true : undefined,
    additionalSecretOutputs: rest.additionalSecretOutputs,
    aliases: rest.aliases,
    customTimeouts: rest.customTimeouts,
    importID: rest.importID,
    retainOnDelete: rest.retainOnDelete === true ? true : undefined,
    deletedWith: rest.deletedWith,
    created: rest.created,
    modified: rest.modified,
    sourcePosition: rest.sourcePosition,
    ignoreChanges: rest.ignoreChanges,
    replaceOnChanges: rest.replaceOnChanges,
    ...rest.unsupported,
  };
  return json;
}

function resourceState(json: Json, decrypt: Decrypt): ResourceState {
  const {
    inputs = {},
    outputs = {},
    dependencies = [],
    propertyDependencies = {},
    ...rest
  } = json as unknown as ResourceState;
  const known = new Set<string>(fields);
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => known.has(name))) as typeof rest;
  const unsupported = Object.fromEntries(
    // Where a resource was registered is written anew with every registration.
    Object.entries(rest).filter(([name]) => !known.has(name) && name !== "stackTrace"),
  );
  const values = (properties: unknown) =>
    valueFrom(properties ?? {}, (ciphertext) => decrypt(ciphertext, rest.urn)) as PropertyMap;
  return {
    ...own,
    inputs: values(inputs),
    outputs: values(outputs),
    dependencies: dependencies ?? [],
    propertyDependencies: propertyDependencies ?? {},
    ...(Object.keys(unsupported).length === 0 ? {} : { unsupported }),
  };
}

function valueFrom(value: unknown, decrypt: (ciphertext: string) => string): PropertyValue {
  if (Array.isArray(value)) {
    return value.map((element) => valueFrom(element, decrypt));
  }
  if (typeof value === "object" && value !== null) {
    const object = value as Json;
    if (object[signatureKey] === secretSignature) {
      const text = typeof object.plaintext === "string" ? object.plaintext : decrypt(String(object.ciphertext));
      return new Secret(JSON.parse(text) as PropertyValue);
    }
    if (object[signatureKey] !== undefined && object[signatureKey] !== resourceReferenceSignature) {
      throw new Error("the state holds an asset or an archive; the embedded engine knows none");
    }
    return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, valueFrom(member, decrypt)]));
  }
  return value as PropertyValue;
}
