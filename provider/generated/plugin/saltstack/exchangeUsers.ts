// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../saltstack/types.js";

import type { ExchangeUsersArgs } from "../../saltstack/exchangeUsers.js";

export type { ExchangeUsersArgs };

/**
 * Many users of an Exchange tenant, with their mailboxes, as one resource: from a map in the program, or from a CSV file
 * through `getExchangeUsersFromCsv`.
 *
 * All that are new together are made in one bulk request; one that is added later is made by itself, and what changes or goes
 * touches only the mailboxes concerned. Each mailbox has an error of its own. **A mailbox that is taken out is deleted**, and a
 * preview says so; an empty map is refused, so that an empty file deletes nobody. Other users of the tenant are left alone. Managers and delegates need an `ExchangeUser`.
 *
 * An import takes all users of the tenant: its ID is `tenantId/name`, with a name of your own.
 */
export class ExchangeUsers extends PluginResource {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  declare readonly tenantId: pulumi.Output<string>;
  /** Your own name for these users, which tells them from other lists of the tenant. The system does not see it. */
  declare readonly name: pulumi.Output<string>;
  /** The mailboxes by username, the part of the address before the `@`, unique in the tenant. */
  declare readonly users: pulumi.Output<{ [key: string]: types.Mailbox }>;
  /** Whether users get their password by SMS when they are made. They need a `phone` then. */
  declare readonly notify: pulumi.Output<boolean | undefined>;
  /** The IDs of the users by username. */
  declare readonly userIds: pulumi.Output<{ [key: string]: string }>;
  /** The passwords that the system generated, by username. */
  declare readonly passwords: pulumi.Output<{ [key: string]: string }>;

  /**
   * Reads one that exists, without managing it.
   * @param id `tenantId/name`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<ExchangeUsersArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): ExchangeUsers {
    return new ExchangeUsers(name, state as ExchangeUsersArgs, { ...options, id });
  }

  constructor(name: string, args: ExchangeUsersArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ExchangeUsers",
        properties: ["tenantId","name","users","notify","userIds","passwords"],
        secretInputs: [],
        secretOutputs: ["passwords"],
      },
      name,
      args,
      options,
    );
  }
}
