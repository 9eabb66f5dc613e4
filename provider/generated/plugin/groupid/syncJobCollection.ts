// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../groupid/types.js";

import type { SyncJobCollectionArgs } from "../../groupid/syncJobCollection.js";

export type { SyncJobCollectionArgs };

/**
 * A collection of sync jobs that run one after the other.
 *
 * GroupID copies the jobs into the collection: the single jobs stay beside it, and a job that is replaced leaves the
 * collection as it is until its new copy takes the place of the old one, in the same run. A copy that was changed in
 * GroupID shows as drift of `jobs`, with the ID of the copy; the next `up` puts a fresh copy of the job there.
 */
export class SyncJobCollection extends PluginResource {
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

  /**
   * Reads one that exists, without managing it.
   * @param id `jobCollectionId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<SyncJobCollectionArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): SyncJobCollection {
    return new SyncJobCollection(name, state as SyncJobCollectionArgs, { ...options, id });
  }

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
