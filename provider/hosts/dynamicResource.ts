import * as pulumi from "@pulumi/pulumi";
import { traceCallerOnly } from "./callerOnly.ts";
import { dynamicType, type ResourceShape, registeredProperties } from "./resourceShape.ts";

/**
 * The text that the engine keeps with every resource and runs in its provider process. It names the package and never
 * changes between releases: it is what finds the provider again from old state.
 */
export function providerText(type: string): string {
  return `exports.handler=()=>require("pulumi-groupware/dynamic").handler(${JSON.stringify(type)})`;
}

/** A resource whose provider is this npm package, run by Pulumi's own host for dynamic providers. */
export abstract class DynamicResource extends pulumi.CustomResource {
  protected constructor(
    shape: ResourceShape,
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
    const restore = traceCallerOnly();
    try {
      super(
        dynamicType(shape.type),
        name,
        { ...registeredProperties(shape, args), __provider: providerText(shape.type) },
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
