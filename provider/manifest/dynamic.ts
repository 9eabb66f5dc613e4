import * as pulumi from "@pulumi/pulumi";
import { invokeOutput } from "../hosts/dynamicFunction.ts";
import { DynamicResource } from "../hosts/dynamicResource.ts";
import type { ResourceShape } from "../hosts/resourceShape.ts";
import { loadInto } from "./lazyLoad.ts";
import type { Registered } from "./register.ts";

export type { Registered };

class ManifestResource extends DynamicResource {
  constructor(shape: ResourceShape, name: string, args: object, options: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}

/**
 * Makes resources of YAML files in the form of Pulumi YAML, as dynamic resources: `manifest.load("groups/")`.
 *
 * Everything is checked first. When anything is wrong, nothing is registered, and the error names each place.
 * @param paths files, and folders with all YAML files below them; relative ones start from the program's folder. All of
 * them share one space of names.
 * @returns the resources by their names, and what stands under `outputs`.
 */
export function load(...paths: readonly string[]): Registered {
  return loadInto(
    {
      name: "dynamic",
      resource: (shape, name, args, options) => new ManifestResource(shape, name, args, options),
      invoke: (type, args, { dependsOn }) =>
        invokeOutput(
          type,
          pulumi.all([args, ids(dependsOn)]).apply(([known]) => known),
        ),
    },
    paths,
  );
}

/** Known when the resources exist: a preview that makes them must not ask about them. */
function ids(dependsOn: pulumi.InvokeOutputOptions["dependsOn"]): pulumi.Output<unknown> {
  return pulumi.output((dependsOn as pulumi.CustomResource[] | undefined)?.map(({ id }) => id));
}
