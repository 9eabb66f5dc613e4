// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `Group` is made of. */
export interface GroupArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The DN of the container that the object is in, such as `OU=Groups,DC=example,DC=com`. */
  container: pulumi.Input<string>;
  /** The common name (CN). It tells the object from all others of its container. */
  name: pulumi.Input<string>;
  /** The account name. A new group gets its name where this is left out. */
  samAccountName?: pulumi.Input<string> | undefined;
  /** The name that people see. */
  displayName?: pulumi.Input<string> | undefined;
  /** What the group is for. */
  description?: pulumi.Input<string> | undefined;
  /** Notes; the attribute `info`. */
  notes?: pulumi.Input<string> | undefined;
  /** The mail address. */
  mail?: pulumi.Input<string> | undefined;
  /** The mail alias; the attribute `mailNickname`. */
  alias?: pulumi.Input<string> | undefined;
  /** Whether the group is made as one that takes mail (object class `MailEnabledGroup`). */
  mailEnabled?: pulumi.Input<boolean> | undefined;
  /** The scope, such as `Universal Group`; the attribute `XGroupScope`. */
  groupScope?: pulumi.Input<string> | undefined;
  /** The type as the directory's number: `-2147483640` for a universal security group, `8` for a universal distribution group; in Entra ID 4, 8, 16 or 32. */
  groupType?: pulumi.Input<number> | undefined;
  /** Who may join, such as `Private`, `Semi_Private` or `Public`; the attribute `XGroupSecurity`. */
  securityType?: pulumi.Input<string> | undefined;
  /** After how many days the group expires; 0 for never. The attribute `XGroupExpirationPolicy`. */
  expirationPolicy?: pulumi.Input<number> | undefined;
  /** The owner: a GUID, a DN or an account name; the attribute `managedBy`. An empty text leaves it without. */
  owner?: pulumi.Input<string> | undefined;
  /** Further owners; the attribute `XAdditionalOwner`. */
  additionalOwners?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Any other attributes of the directory by their names, such as `company`; each a text or a list of texts. Names are compared without case. Attributes that are not named here are left alone; an empty text or list clears one. */
  attributes?: pulumi.Input<{ [key: string]: pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]> }> | undefined;
  /** All members: users, contacts and groups, each by its GUID, its DN or its account name. Whoever is not in the list leaves. Left out, members are not managed, and `GroupMembership` can add some. To empty a group on purpose, set `allowEmpty`, too. */
  members?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether `members` may be empty, so that everybody leaves. */
  allowEmpty?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A static group of a directory that GroupID manages: its attributes, its owners and, where you want that, its members.
 *
 * Groups that are changed or deleted together travel in calls of many, and many that are read together are read from lists.
 * Only the attributes that are declared are asked for and compared.
 *
 * `members` is authoritative: who is not in it leaves, and a preview says who. To add members to a group that others
 * manage, use `GroupMembership`, not both on one group.
 */
export class Group extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The DN of the container that the object is in, such as `OU=Groups,DC=example,DC=com`. */
  declare readonly container: pulumi.Output<string>;
  /** The common name (CN). It tells the object from all others of its container. */
  declare readonly name: pulumi.Output<string>;
  /** The account name. A new group gets its name where this is left out. */
  declare readonly samAccountName: pulumi.Output<string | undefined>;
  /** The name that people see. */
  declare readonly displayName: pulumi.Output<string | undefined>;
  /** What the group is for. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** Notes; the attribute `info`. */
  declare readonly notes: pulumi.Output<string | undefined>;
  /** The mail address. */
  declare readonly mail: pulumi.Output<string | undefined>;
  /** The mail alias; the attribute `mailNickname`. */
  declare readonly alias: pulumi.Output<string | undefined>;
  /** Whether the group is made as one that takes mail (object class `MailEnabledGroup`). */
  declare readonly mailEnabled: pulumi.Output<boolean | undefined>;
  /** The scope, such as `Universal Group`; the attribute `XGroupScope`. */
  declare readonly groupScope: pulumi.Output<string | undefined>;
  /** The type as the directory's number: `-2147483640` for a universal security group, `8` for a universal distribution group; in Entra ID 4, 8, 16 or 32. */
  declare readonly groupType: pulumi.Output<number | undefined>;
  /** Who may join, such as `Private`, `Semi_Private` or `Public`; the attribute `XGroupSecurity`. */
  declare readonly securityType: pulumi.Output<string | undefined>;
  /** After how many days the group expires; 0 for never. The attribute `XGroupExpirationPolicy`. */
  declare readonly expirationPolicy: pulumi.Output<number | undefined>;
  /** The owner: a GUID, a DN or an account name; the attribute `managedBy`. An empty text leaves it without. */
  declare readonly owner: pulumi.Output<string | undefined>;
  /** Further owners; the attribute `XAdditionalOwner`. */
  declare readonly additionalOwners: pulumi.Output<string[] | undefined>;
  /** Any other attributes of the directory by their names, such as `company`; each a text or a list of texts. Names are compared without case. Attributes that are not named here are left alone; an empty text or list clears one. */
  declare readonly attributes: pulumi.Output<{ [key: string]: string | string[] } | undefined>;
  /** All members: users, contacts and groups, each by its GUID, its DN or its account name. Whoever is not in the list leaves. Left out, members are not managed, and `GroupMembership` can add some. To empty a group on purpose, set `allowEmpty`, too. */
  declare readonly members: pulumi.Output<string[] | undefined>;
  /** Whether `members` may be empty, so that everybody leaves. */
  declare readonly allowEmpty: pulumi.Output<boolean | undefined>;
  /** The GUID that the directory gave to the object. */
  declare readonly objectId: pulumi.Output<string>;
  /** The DN of the object. */
  declare readonly distinguishedName: pulumi.Output<string>;

  constructor(name: string, args: GroupArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:Group",
        properties: ["identityStoreId","container","name","samAccountName","displayName","description","notes","mail","alias","mailEnabled","groupScope","groupType","securityType","expirationPolicy","owner","additionalOwners","attributes","members","allowEmpty","objectId","distinguishedName"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
