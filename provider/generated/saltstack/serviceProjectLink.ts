// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `ServiceProjectLink` is made of. */
export interface ServiceProjectLinkArgs {
  /** The ID of the service. */
  serviceId: pulumi.Input<string>;
  /** The ID of the project. */
  projectId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * What lets a project use a service: tenants are made through it, and its quotas bound them.
 *
 * A link has nothing that could be changed: another service or project replaces it.
 */
export class ServiceProjectLink extends DynamicResource {
  /** The ID of the service. */
  declare readonly serviceId: pulumi.Output<string>;
  /** The ID of the project. */
  declare readonly projectId: pulumi.Output<string>;
  /** The ID of the link: a whole number, as text. */
  declare readonly linkId: pulumi.Output<string>;

  constructor(name: string, args: ServiceProjectLinkArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ServiceProjectLink",
        properties: ["serviceId","projectId","linkId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
