// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";
import type * as types from "../../cloudiway/types.js";

import type { GroupArgs } from "../../cloudiway/group.js";

export type { GroupArgs };

/**
 * A group that Cloudiway migrates from one system to another.
 *
 * All properties can be changed in place. Cloudiway shows the names and URLs of a group, and nothing else: what somebody
 * changes of its connectors, its e-mail address or its recipient type is not observable. An update sends all that is declared
 * and the URLs; declare these four, too, because nothing says whether Cloudiway keeps what an update leaves out. The status
 * of the migration is read only where `migration` is declared. Letter case makes no difference between names.
 *
 * The list, by which groups are read, has no migration tags. A group that somebody deletes and makes anew under the same
 * names is therefore taken for the one that was there. Names need not be unique: two groups that have those of a new one are
 * an error that gives their tags.
 *
 * `pulumi import` takes the migration tag, or `sourceGroupName/targetGroupName`, each percent-encoded.
 */
export class Group extends PluginResource {
  /** The name of the group at the source, such as `sales@example.com`. */
  declare readonly sourceGroupName: pulumi.Output<string>;
  /** The name of the group at the target. */
  declare readonly targetGroupName: pulumi.Output<string>;
  /** The URL of the group at the source. */
  declare readonly sourceGroupUrl: pulumi.Output<string | undefined>;
  /** The URL of the group at the target. Where the list of groups does not show it, no drift of it is seen. */
  declare readonly targetGroupUrl: pulumi.Output<string | undefined>;
  /** The display name of the connector to the source, one of `getSourceConnectors`. A migration needs it. */
  declare readonly sourceConnectorName: pulumi.Output<string | undefined>;
  /** The display name of the connector to the target, one of `getTargetConnectors`. A migration needs it. */
  declare readonly targetConnectorName: pulumi.Output<string | undefined>;
  /** The e-mail address of the group's owner at the source. */
  declare readonly sourceEmail: pulumi.Output<string | undefined>;
  /** What the group becomes at the target: a Microsoft 365 group, or a shared mailbox. */
  declare readonly recipientType: pulumi.Output<types.RecipientType | undefined>;
  /** Whether the migration is to be started, or stopped. One that failed, or that somebody stopped, counts as stopped, and `pulumi up` starts it again; one that is finished is left alone. It is started as soon as the group is made, before a `GroupLicense` of the group: where it needs one, leave the start to a `Batch` that depends on the license. Left out, the migration is not managed. */
  declare readonly migration: pulumi.Output<types.Migration | undefined>;
  /** How far `pulumi up` waits for a migration that it starts. By default it does not wait. A status that says that the migration failed ends the wait with an error. A migration takes hours: raise `customTimeouts`, or `timeout` of the connection. */
  declare readonly waitUntil: pulumi.Output<types.WaitUntil | undefined>;
  /** The migration tag, by which Cloudiway knows the group. */
  declare readonly migrationTag: pulumi.Output<string>;
  /** The status of the migration when it was last read; only where `migration` is declared. */
  declare readonly status: pulumi.Output<types.MigrationStatus | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `migrationTag`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<GroupArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): Group {
    return new Group(name, state as GroupArgs, { ...options, id });
  }

  constructor(name: string, args: GroupArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "cloudiway:Group",
        properties: ["sourceGroupName","targetGroupName","sourceGroupUrl","targetGroupUrl","sourceConnectorName","targetConnectorName","sourceEmail","recipientType","migration","waitUntil","migrationTag","status"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
