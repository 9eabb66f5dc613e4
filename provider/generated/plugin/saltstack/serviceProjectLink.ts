// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { ServiceProjectLinkArgs } from "../../saltstack/serviceProjectLink.js";

export type { ServiceProjectLinkArgs };

/**
 * What lets a project use a service: tenants are made through it, and its quotas bound them.
 *
 * A link has nothing that could be changed: another service or project replaces it.
 */
export class ServiceProjectLink extends PluginResource {
  /** The ID of the service. */
  declare readonly serviceId: pulumi.Output<string>;
  /** The ID of the project. */
  declare readonly projectId: pulumi.Output<string>;
  /** The ID of the link: a whole number, as text. */
  declare readonly linkId: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `linkId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ServiceProjectLinkArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ServiceProjectLink {
    return new ServiceProjectLink(name, state as ServiceProjectLinkArgs, { ...options, id });
  }

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
