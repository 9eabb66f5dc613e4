// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `Batch` is made of. */
export interface BatchArgs {
  /** The name of the batch, unique in the project. */
  batchName: pulumi.Input<string>;
  /** The migration tags of the groups in the batch. A group is in one batch at the most. Left out, the groups of the batch are not managed here. */
  members?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether `members` may be an empty list. */
  allowEmpty?: pulumi.Input<boolean> | undefined;
  /** Whether the batch is to be started, which starts the migration of the groups that are in it then, or stopped. Left out, neither is done. */
  running?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A batch of groups, which are started and stopped together.
 *
 * The groups of a batch are declared here as `members`, or one by one as `BatchMembership`, not both. Cloudiway shows them
 * by numbers only, and no call tells which migration tag a number belongs to. It is proven when a group is added: that
 * happens alone, and the number that is new is the group's. A group whose number is proven and that has left the batch is
 * shown as drift and put back. A group that somebody else put into the batch is shown as drift, too, by its number; it
 * cannot be taken out here, because that takes its tag. Where a number could not be proven (`customerGroupIds` says so),
 * whether that group is still in the batch is not observable; only that the batch has more groups, or fewer, than are
 * declared is drift.
 *
 * No call renames a batch: another name replaces it.
 */
export class Batch extends DynamicResource {
  /** The name of the batch, unique in the project. */
  declare readonly batchName: pulumi.Output<string>;
  /** The migration tags of the groups in the batch. A group is in one batch at the most. Left out, the groups of the batch are not managed here. */
  declare readonly members: pulumi.Output<string[] | undefined>;
  /** Whether `members` may be an empty list. */
  declare readonly allowEmpty: pulumi.Output<boolean | undefined>;
  /** Whether the batch is to be started, which starts the migration of the groups that are in it then, or stopped. Left out, neither is done. */
  declare readonly running: pulumi.Output<boolean | undefined>;
  /** The number of the batch. */
  declare readonly batchId: pulumi.Output<string | undefined>;
  /** The number of the customer whose batch it is. */
  declare readonly customerId: pulumi.Output<string | undefined>;
  /** How many groups the batch had when it was last read. */
  declare readonly groupCount: pulumi.Output<number | undefined>;
  /** The numbers of `members` in the batch, by migration tag; `not observable` where one could not be proven. */
  declare readonly customerGroupIds: pulumi.Output<{ [key: string]: string } | undefined>;

  constructor(name: string, args: BatchArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:Batch",
        properties: ["batchName","members","allowEmpty","running","batchId","customerId","groupCount","customerGroupIds"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
