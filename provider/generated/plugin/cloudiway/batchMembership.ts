// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { BatchMembershipArgs } from "../../cloudiway/batchMembership.js";

export type { BatchMembershipArgs };

/**
 * One group in one batch, added and removed on its own. A group is in one batch at the most.
 *
 * Cloudiway shows the groups of a batch by numbers only. Which one is this group is proven when it is added: that happens
 * alone, and the number that is new is the group's (`customerGroupId`). Then it shows when the group has left the batch. Where
 * the number could not be proven, as after an import, whether the group is still in the batch is not observable, unless the
 * batch is empty or gone; a refresh says so.
 */
export class BatchMembership extends PluginResource {
  /** The name of the batch, such as `batch.batchName`. */
  declare readonly batchName: pulumi.Output<string>;
  /** The migration tag of the group, such as `group.migrationTag`. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** The number under which the batch shows the group; absent where it could not be proven. */
  declare readonly customerGroupId: pulumi.Output<string | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `batchName/migrationTag`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<BatchMembershipArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): BatchMembership {
    return new BatchMembership(name, state as BatchMembershipArgs, { ...options, id });
  }

  constructor(name: string, args: BatchMembershipArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:BatchMembership",
        properties: ["batchName","migrationTag","customerGroupId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
