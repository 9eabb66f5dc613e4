// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `GroupMembership` is made of. */
export interface GroupMembershipArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUID of the group, such as `group.objectId`. */
  groupId: pulumi.Input<string>;
  /** Who is a member of the group because of this resource: each by a GUID, a DN or an account name. All others are left alone. */
  members: pulumi.Input<pulumi.Input<string>[]>;
  /** Makes members join and leave, so that the group's security type and its workflows apply: `true` each on its own behalf, `false` the user who signs in, who must then be the only member. Left out, the group's attribute `member` is written, which also takes contacts and groups, and many at once. */
  onBehalf?: pulumi.Input<boolean> | undefined;
  /** With `onBehalf`: the number of the kind of membership; 1 by default, as in the document. */
  membershipType?: pulumi.Input<number> | undefined;
  /** With `onBehalf`: when the membership begins, in ISO 8601. */
  startDate?: pulumi.Input<string> | undefined;
  /** With `onBehalf`: when the membership ends, in ISO 8601. */
  endDate?: pulumi.Input<string> | undefined;
  /** With `onBehalf`: why, for the owner of the group. */
  reason?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * Members of a static group that others manage, too: these members are added and, when the resource goes, removed. Nobody else is touched.
 *
 * Where one place manages all members of a group, `members` of `groupid.Group` does that; both on one group is an error.
 */
export class GroupMembership extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The GUID of the group, such as `group.objectId`. */
  declare readonly groupId: pulumi.Output<string>;
  /** Who is a member of the group because of this resource: each by a GUID, a DN or an account name. All others are left alone. */
  declare readonly members: pulumi.Output<string[]>;
  /** Makes members join and leave, so that the group's security type and its workflows apply: `true` each on its own behalf, `false` the user who signs in, who must then be the only member. Left out, the group's attribute `member` is written, which also takes contacts and groups, and many at once. */
  declare readonly onBehalf: pulumi.Output<boolean | undefined>;
  /** With `onBehalf`: the number of the kind of membership; 1 by default, as in the document. */
  declare readonly membershipType: pulumi.Output<number | undefined>;
  /** With `onBehalf`: when the membership begins, in ISO 8601. */
  declare readonly startDate: pulumi.Output<string | undefined>;
  /** With `onBehalf`: when the membership ends, in ISO 8601. */
  declare readonly endDate: pulumi.Output<string | undefined>;
  /** With `onBehalf`: why, for the owner of the group. */
  declare readonly reason: pulumi.Output<string | undefined>;
  /** The member that the ID of this resource names: the first one that it had. */
  declare readonly member: pulumi.Output<string>;

  constructor(name: string, args: GroupMembershipArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:GroupMembership",
        properties: ["identityStoreId","groupId","members","onBehalf","membershipType","startDate","endDate","reason","member"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
