import type * as pulumi from "@pulumi/pulumi";
import { invokeOutput } from "../hosts/pluginFunction.ts";
import { PluginProvider, PluginResource } from "../hosts/pluginResource.ts";
import type { ResourceShape } from "../hosts/resourceShape.ts";
import { loadInto } from "./lazyLoad.ts";
import type { Registered } from "./register.ts";

export type { Registered };

class ManifestResource extends PluginResource {
  constructor(shape: ResourceShape, name: string, args: object, options: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}

class ManifestProvider extends PluginProvider {
  constructor(name: string, args: object, options: pulumi.ResourceOptions) {
    super(name, args, options);
  }
}

/**
 * Makes resources of YAML files in the form of Pulumi YAML, over the plugin: `manifest.load("groups/")`.
 *
 * Everything is checked first. When anything is wrong, nothing is registered, and the error names each place.
 * @param paths files, and folders with all YAML files below them; relative ones start from the program's folder. All of
 * them share one space of names.
 * @returns the resources by their names, and what stands under `outputs`.
 */
export function load(...paths: readonly string[]): Registered {
  return loadInto(
    {
      name: "plugin",
      resource: (shape, name, args, options) => new ManifestResource(shape, name, args, options),
      provider: (name, args, options) => new ManifestProvider(name, args, options),
      invoke: invokeOutput,
    },
    paths,
  );
}
