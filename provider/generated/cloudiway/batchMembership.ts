// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `BatchMembership` is made of. */
export interface BatchMembershipArgs {
  /** The name of the batch, such as `batch.batchName`. */
  batchName: pulumi.Input<string>;
  /** The migration tag of the group, such as `group.migrationTag`. */
  migrationTag: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * One group in one batch, added and removed on its own. A group is in one batch at the most.
 *
 * Cloudiway shows the groups of a batch by numbers only. Which one is this group is proven when it is added: that happens
 * alone, and the number that is new is the group's (`customerGroupId`). Then it shows when the group has left the batch. Where
 * the number could not be proven, as after an import, whether the group is still in the batch is not observable, unless the
 * batch is empty or gone; a refresh says so.
 */
export class BatchMembership extends DynamicResource {
  /** The name of the batch, such as `batch.batchName`. */
  declare readonly batchName: pulumi.Output<string>;
  /** The migration tag of the group, such as `group.migrationTag`. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** The number under which the batch shows the group; absent where it could not be proven. */
  declare readonly customerGroupId: pulumi.Output<string | undefined>;

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
