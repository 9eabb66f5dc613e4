// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `SyncJobCollection` is made of. */
export interface SyncJobCollectionArgs {
  /** The name of the collection. It tells it from all others. */
  name: pulumi.Input<string>;
  /** What the collection is for. */
  description?: pulumi.Input<string> | undefined;
  /** The IDs of the jobs, such as `job.jobId`, in the order in which they run. */
  jobs: pulumi.Input<pulumi.Input<string>[]>;
  /** The schedule of GroupID that runs the collection. By default none does. */
  schedule?: pulumi.Input<string> | undefined;
  /** The smart group update that runs along with it. */
  smartGroupSchedule?: pulumi.Input<string> | undefined;
  /** Who is told of its runs. Left out, notifications are not managed. */
  notifications?: pulumi.Input<types.CollectionNotificationsArgs> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A collection of sync jobs that run one after the other.
 *
 * GroupID copies the jobs into the collection: the single jobs stay beside it, and a job that is replaced leaves the
 * collection as it is until its new copy takes the place of the old one, in the same run. A copy that was changed in
 * GroupID shows as drift of `jobs`, with the ID of the copy; the next `up` puts a fresh copy of the job there.
 */
export class SyncJobCollection extends DynamicResource {
  /** The name of the collection. It tells it from all others. */
  declare readonly name: pulumi.Output<string>;
  /** What the collection is for. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The IDs of the jobs, such as `job.jobId`, in the order in which they run. */
  declare readonly jobs: pulumi.Output<string[]>;
  /** The schedule of GroupID that runs the collection. By default none does. */
  declare readonly schedule: pulumi.Output<string | undefined>;
  /** The smart group update that runs along with it. */
  declare readonly smartGroupSchedule: pulumi.Output<string | undefined>;
  /** Who is told of its runs. Left out, notifications are not managed. */
  declare readonly notifications: pulumi.Output<types.CollectionNotifications | undefined>;
  /** The ID that GroupID gave to the collection. */
  declare readonly jobCollectionId: pulumi.Output<string>;
  /** When it was made, in ISO 8601. */
  declare readonly created: pulumi.Output<string | undefined>;
  /** When it last ran. */
  declare readonly lastRun: pulumi.Output<string | undefined>;
  /** How that went, in GroupID's words. */
  declare readonly lastOutcome: pulumi.Output<string | undefined>;
  /** When it runs next. */
  declare readonly nextRun: pulumi.Output<string | undefined>;
  /** How often it has run. */
  declare readonly timesRun: pulumi.Output<number | undefined>;

  constructor(name: string, args: SyncJobCollectionArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:SyncJobCollection",
        properties: ["name","description","jobs","schedule","smartGroupSchedule","notifications","jobCollectionId","created","lastRun","lastOutcome","nextRun","timesRun"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
