// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { GroupArgs } from "../../barium/group.js";

export type { GroupArgs };

/**
 * A group of users in a domain of Barium Live.
 *
 * Groups form a tree through `parentId`. Groups that are created, changed or deleted together travel in calls of many,
 * and all reads of a domain share one list, so thousands of groups cost few calls.
 *
 * Barium Live can change the name and the parent of a group; a change of anything else replaces it. A group that is
 * replaced under the same key is deleted first, and its child groups with it; they are made anew below the new one.
 */
export class Group extends PluginResource {
  /** The ID of the domain that the group belongs to. */
  declare readonly domainId: pulumi.Output<string>;
  /** Your own key of the group, such as `G_1234`. It tells the group from all others of its domain. */
  declare readonly key: pulumi.Output<string>;
  /** The name that users see. */
  declare readonly name: pulumi.Output<string>;
  /** The ID of the group above this one, such as `parent.groupId`. Left out, the parent is not managed: a new group becomes a root. */
  declare readonly parentId: pulumi.Output<string | undefined>;
  /** The system that the group comes from, usually a GUID. */
  declare readonly origin: pulumi.Output<string | undefined>;
  /** The key of the group in the system that it comes from. */
  declare readonly originKey: pulumi.Output<string | undefined>;
  /** The ID that Barium Live gave to the group. */
  declare readonly groupId: pulumi.Output<string>;
  /** The ID of the group in Barium Live's access rights. The call that creates a group does not tell it: it is known after the next refresh, or from `getGroup`. */
  declare readonly securityId: pulumi.Output<string | undefined>;

  /**
   * Reads one that exists, without managing it.
   * @param id `domainId/groupId`, each part percent-encoded.
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
        type: "barium:Group",
        properties: ["domainId","key","name","parentId","origin","originKey","groupId","securityId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
