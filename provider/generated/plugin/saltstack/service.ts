// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { ServiceArgs } from "../../saltstack/service.js";

export type { ServiceArgs };

/**
 * A SaltStack service of a customer: the installation that hosts Exchange and SharePoint.
 *
 * Many installations let nobody but their administrator make services, and refuse this with "Wrong settings"; most programs
 * begin with `getServices` and `getServiceProjectLinks` instead. No documented call changes or deletes a service: a change
 * replaces it, and where the installation cannot delete one, a deletion is an error that says so.
 */
export class Service extends PluginResource {
  /** The name of the service. */
  declare readonly name: pulumi.Output<string>;
  /** The ID of the customer that the service belongs to. */
  declare readonly customerId: pulumi.Output<string>;
  /** The URL of existing SaltStack settings. Left out, settings are made from `backendUrl`, `username` and `password`. */
  declare readonly settings: pulumi.Output<string | undefined>;
  /** Whether the service is a dummy, without a backend. */
  declare readonly dummy: pulumi.Output<boolean | undefined>;
  /** The URL of the SaltStack master's API, such as `http://salt-master.example.com:8080`. */
  declare readonly backendUrl: pulumi.Output<string | undefined>;
  /** The user that signs in to the SaltStack master. */
  declare readonly username: pulumi.Output<string | undefined>;
  /** That user's password. */
  declare readonly password: pulumi.Output<string | undefined>;
  /** The ID of the service: 32 hexadecimal digits. */
  declare readonly serviceId: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `serviceId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ServiceArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): Service {
    return new Service(name, state as ServiceArgs, { ...options, id });
  }

  constructor(name: string, args: ServiceArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:Service",
        properties: ["name","customerId","settings","dummy","backendUrl","username","password","serviceId"],
        secretInputs: [["password"]],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
