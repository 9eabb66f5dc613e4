// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `Service` is made of. */
export interface ServiceArgs {
  /** The name of the service. */
  name: pulumi.Input<string>;
  /** The ID of the customer that the service belongs to. */
  customerId: pulumi.Input<string>;
  /** The URL of existing SaltStack settings. Left out, settings are made from `backendUrl`, `username` and `password`. */
  settings?: pulumi.Input<string> | undefined;
  /** Whether the service is a dummy, without a backend. */
  dummy?: pulumi.Input<boolean> | undefined;
  /** The URL of the SaltStack master's API, such as `http://salt-master.example.com:8080`. */
  backendUrl?: pulumi.Input<string> | undefined;
  /** The user that signs in to the SaltStack master. */
  username?: pulumi.Input<string> | undefined;
  /** That user's password. */
  password?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A SaltStack service of a customer: the installation that hosts Exchange and SharePoint.
 *
 * Many installations let nobody but their administrator make services, and refuse this with "Wrong settings"; most programs
 * begin with `getServices` and `getServiceProjectLinks` instead. No documented call changes or deletes a service: a change
 * replaces it, and where the installation cannot delete one, a deletion is an error that says so.
 */
export class Service extends DynamicResource {
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
