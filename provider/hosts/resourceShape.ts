import * as pulumi from "@pulumi/pulumi";

/** What the constructor of a generated class needs to know of its definition. */
export interface ResourceShape {
  /** `<system>:<Object>`. */
  readonly type: string;
  /** All properties that the class shows: inputs and outputs. */
  readonly properties: readonly string[];
  /** The paths of secret inputs; `*` stands for every element. */
  readonly secretInputs: readonly (readonly string[])[];
  readonly secretOutputs: readonly string[];
}

/** The type of a dynamic resource in state; also an alias of the plugin's resource. */
export function dynamicType(type: string): string {
  return `pulumi-nodejs:dynamic/groupware/${type}`;
}

/** What a resource is registered with: its arguments, secrets marked, and a place for every property of the class. */
export function registeredProperties(shape: ResourceShape, args: object): pulumi.Inputs {
  const properties: pulumi.Inputs = { ...args };
  for (const path of shape.secretInputs) {
    wrapSecret(properties, path);
  }
  for (const name of shape.properties) {
    properties[name] ??= undefined;
  }
  return properties;
}

/** Marks what stands at a path as secret, as deep as the value is known; beyond that, all of it. */
function wrapSecret(value: Record<string, unknown>, [name, ...rest]: readonly string[]): void {
  const names = name === "*" ? Object.keys(value) : [name ?? ""];
  for (const member of names) {
    const inner = value[member];
    if (inner === undefined || inner === null) {
      continue;
    }
    if (rest.length > 0 && isPlain(inner)) {
      const copy = Array.isArray(inner) ? [...inner] : { ...inner };
      wrapSecret(copy as Record<string, unknown>, rest);
      value[member] = copy;
    } else {
      value[member] = pulumi.secret(inner);
    }
  }
}

function isPlain(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === "object" && value !== null && !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}
