// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../groupid/types.js";

import type { SyncJobArgs } from "../../groupid/syncJob.js";

export type { SyncJobArgs };

/**
 * A sync job: it reads one data source or identity store and writes another.
 *
 * GroupID cannot change a job, so any change replaces it: the job is deleted and made anew, with another ID. Collections
 * hold copies of jobs: they keep running as they are meanwhile, and a `SyncJobCollection` that names the job gets the new
 * one in the same run.
 */
export class SyncJob extends PluginResource {
  /** The name of the job. It tells the job from all others. */
  declare readonly name: pulumi.Output<string>;
  /** What the job is for. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** What the job reads. */
  declare readonly source: pulumi.Output<types.SyncJobProvider>;
  /** What the job writes. */
  declare readonly destination: pulumi.Output<types.SyncJobProvider>;
  /** The types of objects that the job deals with. */
  declare readonly objects: pulumi.Output<types.SyncJobObject[]>;
  /** How the fields of the destination are filled. */
  declare readonly mappings: pulumi.Output<types.SyncJobMapping[]>;
  /** Which records of the source are read, in its own language. By default all of the table or the type. */
  declare readonly sourceQuery: pulumi.Output<string | undefined>;
  /** Which objects of the destination are compared. By default all of the type. */
  declare readonly destinationQuery: pulumi.Output<string | undefined>;
  /** The field of the source that tells when a record changed: then only changed ones are read. */
  declare readonly timestampField: pulumi.Output<string | undefined>;
  /** The schedule of GroupID that runs the job. By default none does. */
  declare readonly schedule: pulumi.Output<string | undefined>;
  /** The smart group update that runs along with the job. */
  declare readonly smartGroupSchedule: pulumi.Output<string | undefined>;
  /** What becomes of the other jobs of a collection when this one fails. */
  declare readonly onFailure: pulumi.Output<types.SyncJobFailure | undefined>;
  /** Whether the job runs. */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** Who owns the job. By default whoever GroupID says. */
  declare readonly owner: pulumi.Output<types.SyncJobOwner | undefined>;
  /** Settings that have no other form here, under GroupID's own keys, such as `memberkey` or `Destination.ScriptingLanguage`. */
  declare readonly settings: pulumi.Output<{ [key: string]: string } | undefined>;
  /** The same for what must not be shown, such as `Destination.MessagingProviderPassword`. */
  declare readonly secretSettings: pulumi.Output<{ [key: string]: string } | undefined>;
  /** The ID that GroupID gave to the job. */
  declare readonly jobId: pulumi.Output<string>;
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
   * @param id `jobId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<SyncJobArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): SyncJob {
    return new SyncJob(name, state as SyncJobArgs, { ...options, id });
  }

  constructor(name: string, args: SyncJobArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:SyncJob",
        properties: ["name","description","source","destination","objects","mappings","sourceQuery","destinationQuery","timestampField","schedule","smartGroupSchedule","onFailure","enabled","owner","settings","secretSettings","jobId","created","lastRun","lastOutcome","nextRun","timesRun"],
        secretInputs: [["mappings","*","transform","password","value"],["secretSettings"]],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
