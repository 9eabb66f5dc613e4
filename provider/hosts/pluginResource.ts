import * as pulumi from "@pulumi/pulumi";
import { traceCallerOnly } from "./callerOnly.ts";
import { dynamicType, type ResourceShape, registeredProperties } from "./resourceShape.ts";

/** A resource whose provider is the plugin. A dynamic resource of the same name in state becomes this one. */
export abstract class PluginResource extends pulumi.CustomResource {
  protected constructor(
    shape: ResourceShape,
    name: string,
    args: object,
    options: pulumi.CustomResourceOptions | undefined,
  ) {
    const restore = traceCallerOnly();
    try {
      super(
        `groupware:${shape.type}`,
        name,
        registeredProperties(shape, args),
        pulumi.mergeOptions(options, {
          aliases: [{ type: dynamicType(shape.type) }],
          additionalSecretOutputs: [...shape.secretOutputs],
        }),
      );
    } finally {
      restore();
    }
  }
}

/** A provider with connections of its own. */
export abstract class PluginProvider extends pulumi.ProviderResource {
  protected constructor(
    name: string,
    {
      connections,
      adopt,
    }: { connections?: pulumi.Input<object> | undefined; adopt?: pulumi.Input<boolean> | undefined },
    options: pulumi.ResourceOptions | undefined,
  ) {
    // Engines take the settings of a provider as texts.
    const properties = {
      connections: connections === undefined ? undefined : pulumi.secret(pulumi.jsonStringify(connections)),
      adopt: adopt === undefined ? undefined : pulumi.jsonStringify(adopt),
    };
    super("groupware", name, properties, options);
  }
}
