// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { ExchangeContactArgs } from "../../saltstack/exchangeContact.js";

export type { ExchangeContactArgs };

/** Somebody outside, in the address book of an Exchange tenant. */
export class ExchangeContact extends PluginResource {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The name that people see. */
  declare readonly name: pulumi.Output<string>;
  /** The address that mail to the contact goes to. */
  declare readonly email: pulumi.Output<string>;
  /** The first name. */
  declare readonly firstName: pulumi.Output<string>;
  /** The last name. */
  declare readonly lastName: pulumi.Output<string>;
  /** The ID of the contact: 32 hexadecimal digits. */
  declare readonly contactId: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `contactId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ExchangeContactArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ExchangeContact {
    return new ExchangeContact(name, state as ExchangeContactArgs, { ...options, id });
  }

  constructor(name: string, args: ExchangeContactArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ExchangeContact",
        properties: ["tenantId","name","email","firstName","lastName","contactId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
