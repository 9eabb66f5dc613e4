import * as pulumi from "@pulumi/pulumi";

/** What the constructor of a generated class needs to know of its definition. */
export interface DynamicResourceShape {
  /** `<system>:<Object>`. */
  readonly type: string;
  /** The outputs that are not inputs. */
  readonly outputs: readonly string[];
  /** The paths of secret inputs; `*` stands for every element. */
  readonly secretInputs: readonly (readonly string[])[];
  readonly secretOutputs: readonly string[];
}

/**
 * The text that the engine keeps with every resource and runs in its provider process. It names the package and never
 * changes between releases: it is what finds the provider again from old state.
 */
export function providerText(type: string): string {
  return `exports.handler=()=>require("pulumi-groupware/dynamic").handler(${JSON.stringify(type)})`;
}

/** The type of a dynamic resource in state; also an alias of the plugin's resource. */
export function dynamicType(type: string): string {
  return `pulumi-nodejs:dynamic/groupware/${type}`;
}

/** A resource whose provider is this npm package, run by Pulumi's own host for dynamic providers. */
export abstract class DynamicResource extends pulumi.CustomResource {
  protected constructor(
    shape: DynamicResourceShape,
    name: string,
    args: object,
    options: pulumi.CustomResourceOptions | undefined,
  ) {
    if (options?.import !== undefined) {
      throw new pulumi.RunError(
        `${shape.type} "${name}": a dynamic resource cannot be imported. ` +
          "Set `adopt: true` on it to take over an object that exists, or use the plugin.",
      );
    }
    const inputs: pulumi.Inputs = { ...args, __provider: providerText(shape.type) };
    for (const path of shape.secretInputs) {
      wrapSecret(inputs, path);
    }
    for (const output of shape.outputs) {
      inputs[output] = undefined;
    }
    const restore = traceCallerOnly();
    try {
      super(
        dynamicType(shape.type),
        name,
        inputs,
        pulumi.mergeOptions(options, { additionalSecretOutputs: [...shape.secretOutputs] }),
      );
    } finally {
      restore();
    }
    if (options?.customTimeouts !== undefined) {
      void pulumi.log.warn(
        "customTimeouts has no effect on a dynamic resource; set `timeout` on the connection, or use the plugin.",
        this,
      );
    }
  }
}

/** The frames that the SDK passes over: its own three, this constructor, and that of the generated class. */
const ownFrames = 5;

/**
 * The SDK stores the whole stack of every resource in state, some 1,000 bytes that tell nobody anything, and takes the
 * generated class for the place where the resource was declared. Until it is restored, a stack consists of the frames
 * that the SDK passes over and of the program's line.
 */
function traceCallerOnly(): () => void {
  const original = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, frames) => {
    const kept = [...frames.slice(0, ownFrames), ...frames.slice(ownFrames + 1, ownFrames + 2)];
    return original === undefined
      ? [String(error), ...kept.map((frame) => `    at ${frame}`)].join("\n")
      : (original(error, kept) as string);
  };
  return () => {
    Error.prepareStackTrace = original;
  };
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
