import structMessages from "google-protobuf/google/protobuf/struct_pb.js";
import type { Properties } from "../../resource/errors.ts";
import { unknownMarker } from "../../resource/unknown.ts";
import { RequestError } from "./requestError.ts";

type Struct = structMessages.Struct;

/** A value that must not be shown; properties hold these until `plain` takes them off. */
export class Secret {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** The key that marks a special object on the wire; its value says which kind (Pulumi's `sig.go`). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const fileSignatures: ReadonlySet<unknown> = new Set([
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
]);

/** What stands for a value that is not known yet; there is a marker for each type. */
const unknownMarkers: ReadonlySet<string> = new Set([
  unknownMarker,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Where the dynamic host keeps its provider among the properties of a resource: no property of the object. */
const dynamicProviderKey = "__provider";

/** Reads properties off the wire. Properties that are null are absent to Pulumi. */
export function fromStruct(struct: Struct | undefined): Properties {
  const { [dynamicProviderKey]: _, ...properties } = membersOf(struct?.toJavaScript() ?? {});
  return properties;
}

/** Writes properties to the wire; what is `undefined` is left out. */
export function toStruct(properties: Properties): Struct {
  return structMessages.Struct.fromJavaScript(
    encoded(properties) as Parameters<typeof structMessages.Struct.fromJavaScript>[0],
  );
}

/** Reads a value off the wire or out of JSON: secrets become `Secret`, every unknown the one marker. */
export function decoded(value: unknown): unknown {
  if (typeof value === "string") {
    return unknownMarkers.has(value) ? unknownMarker : value;
  }
  if (Array.isArray(value)) {
    return value.map(decoded);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const members = membersOf(value);
  const signature = members[signatureKey];
  if (signature === undefined) {
    return members;
  }
  if (signature === secretSignature) {
    return new Secret(members.value ?? null);
  }
  if (signature === outputSignature) {
    const known = "value" in members ? members.value : unknownMarker;
    return members.secret === true ? new Secret(known) : known;
  }
  if (signature === resourceSignature) {
    const { id, urn } = members;
    return id === undefined || id === "" ? urn : id;
  }
  throw new RequestError(
    fileSignatures.has(signature)
      ? "an asset or archive stands where the provider expects a plain value"
      : `a value has the signature ${JSON.stringify(signature)}, which the provider does not know`,
  );
}

function membersOf(value: object): Properties {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, decoded(member)]),
  );
}

function encoded(value: unknown): unknown {
  if (value instanceof Secret) {
    return { [signatureKey]: secretSignature, value: encoded(value.value) };
  }
  if (Array.isArray(value)) {
    return value.map((element) => encoded(element) ?? null);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [name, encoded(member)]),
    );
  }
  return value;
}

/** The properties with their secrets in the clear, at every depth. */
export function plain(properties: Properties): Properties {
  return plainValue(properties) as Properties;
}

function plainValue(value: unknown): unknown {
  if (value instanceof Secret) {
    return plainValue(value.value);
  }
  if (Array.isArray(value)) {
    return value.map(plainValue);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plainValue(member)]));
  }
  return value;
}
