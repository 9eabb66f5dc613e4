import structMessages from "google-protobuf/google/protobuf/struct_pb.js";
import { isMap, type PropertyMap, type PropertyValue, Secret, Unknown } from "./value.ts";

type WireStruct = structMessages.Struct;
type WireValue = structMessages.Value;

/** What the receiver understands beyond JSON. */
export interface WireOptions {
  /** Otherwise secrets go out in the clear. */
  readonly secrets: boolean;
  /** Otherwise a reference to a resource goes out as its ID, or as its URN if it has none. */
  readonly resources: boolean;
}

/** The key that marks a special object on the wire and in state; its value says which kind. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const fileSignatures: Readonly<Record<string, string>> = {
  c44067f5952c0a294b673a41bacd8c17: "an asset",
  "0def7320c3a5731c473e5ecbe6d01bc7": "an archive",
};

/** What stands for an unknown on the wire; other SDKs send other markers by type. */
export const unknownMarker = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownMarkers = new Set([
  unknownMarker,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Writes properties for a program or a provider. */
export function toStruct(properties: PropertyMap, options: WireOptions): WireStruct {
  const struct = new structMessages.Struct();
  const fields = struct.getFieldsMap();
  for (const [name, value] of Object.entries(properties)) {
    fields.set(name, toValue(value, options));
  }
  return struct;
}

function toValue(value: PropertyValue, options: WireOptions): WireValue {
  const wire = new structMessages.Value();
  if (value instanceof Unknown) {
    return wire.setStringValue(unknownMarker);
  }
  if (value instanceof Secret) {
    return options.secrets
      ? wire.setStructValue(toStruct({ [signatureKey]: secretSignature, value: value.element }, options))
      : toValue(value.element, options);
  }
  if (Array.isArray(value)) {
    const list = new structMessages.ListValue();
    list.setValuesList(value.map((element) => toValue(element, options)));
    return wire.setListValue(list);
  }
  if (isMap(value)) {
    if (value[signatureKey] === resourceSignature && !options.resources) {
      return toValue(value.id ?? value.urn ?? null, options);
    }
    return wire.setStructValue(toStruct(value, options));
  }
  switch (typeof value) {
    case "boolean":
      return wire.setBoolValue(value);
    case "number":
      return wire.setNumberValue(value);
    case "string":
      return wire.setStringValue(value);
    default:
      return wire.setNullValue(structMessages.NullValue.NULL_VALUE);
  }
}

/**
 * Reads properties from a program or a provider. References to resources stay as they are on the wire, which is also
 * how state holds them.
 * @throws Error for assets and archives, naming the property.
 */
export function fromStruct(struct: WireStruct | undefined): PropertyMap {
  const properties: PropertyMap = {};
  struct?.getFieldsMap().forEach((value, name) => {
    properties[name] = fromValue(value, name);
  });
  return properties;
}

function fromValue(wire: WireValue, name: string): PropertyValue {
  const kinds = structMessages.Value.KindCase;
  switch (wire.getKindCase()) {
    case kinds.BOOL_VALUE:
      return wire.getBoolValue();
    case kinds.NUMBER_VALUE:
      return wire.getNumberValue();
    case kinds.STRING_VALUE: {
      const text = wire.getStringValue();
      return unknownMarkers.has(text) ? Unknown.value : text;
    }
    case kinds.LIST_VALUE:
      return (wire.getListValue()?.getValuesList() ?? []).map((element) => fromValue(element, name));
    case kinds.STRUCT_VALUE:
      return fromSigned(fromStruct(wire.getStructValue()), name);
    default:
      return null;
  }
}

function fromSigned(map: PropertyMap, name: string): PropertyValue {
  const signature = map[signatureKey];
  if (typeof signature !== "string") {
    return map;
  }
  if (signature === secretSignature) {
    return new Secret(map.value ?? null);
  }
  if (signature === outputSignature) {
    const value = map.value ?? Unknown.value;
    return map.secret === true ? new Secret(value) : value;
  }
  const kind = fileSignatures[signature];
  if (kind !== undefined) {
    throw new Error(`property ${name} is ${kind}, which the embedded engine does not support: use the Pulumi CLI`);
  }
  return map;
}
