// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";
import type * as types from "./types.js";

/** What a `SmartGroup` is made of. */
export interface SmartGroupArgs {
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
  /** The criteria, such as `(department Contains "engineering")`, or an LDAP filter where the installation takes one; the attribute `IMSGCriteria`. */
  query?: pulumi.Input<string> | undefined;
  /** The types of the objects that are found: 1 users with mailboxes, 2 users and 3 contacts with external addresses, 4 mail-enabled groups, 5 mail-enabled public folders, 6 users, 7 contacts, 8 groups, 9 workstations, 10 servers, 11 domain controllers. */
  objectTypes?: pulumi.Input<pulumi.Input<number>[]> | undefined;
  /** Where the query looks; the attribute `IMSGStartPath`. */
  searchContainers?: pulumi.Input<pulumi.Input<types.SearchContainerArgs>[]> | undefined;
  /** Objects that are members whatever the query finds; the attribute `IMSGIncludes`. */
  include?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Objects that are never members; the attribute `IMSGExcludes`. */
  exclude?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A Smart Group: GroupID keeps its members at what a query finds in the directory.
 *
 * A change of the query takes effect when the membership is next computed: on GroupID's schedule, or at once with a
 * `SmartGroupUpdate` whose `triggers` name the query. `getSmartGroupMembers` shows what a query would find.
 * Options of a query on a database have no names in the public documents: write them under `attributes`.
 */
export class SmartGroup extends DynamicResource {
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
  /** The criteria, such as `(department Contains "engineering")`, or an LDAP filter where the installation takes one; the attribute `IMSGCriteria`. */
  declare readonly query: pulumi.Output<string | undefined>;
  /** The types of the objects that are found: 1 users with mailboxes, 2 users and 3 contacts with external addresses, 4 mail-enabled groups, 5 mail-enabled public folders, 6 users, 7 contacts, 8 groups, 9 workstations, 10 servers, 11 domain controllers. */
  declare readonly objectTypes: pulumi.Output<number[] | undefined>;
  /** Where the query looks; the attribute `IMSGStartPath`. */
  declare readonly searchContainers: pulumi.Output<types.SearchContainer[] | undefined>;
  /** Objects that are members whatever the query finds; the attribute `IMSGIncludes`. */
  declare readonly include: pulumi.Output<string[] | undefined>;
  /** Objects that are never members; the attribute `IMSGExcludes`. */
  declare readonly exclude: pulumi.Output<string[] | undefined>;
  /** The GUID that the directory gave to the object. */
  declare readonly objectId: pulumi.Output<string>;
  /** The DN of the object. */
  declare readonly distinguishedName: pulumi.Output<string>;

  constructor(name: string, args: SmartGroupArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:SmartGroup",
        properties: ["identityStoreId","container","name","samAccountName","displayName","description","notes","mail","alias","mailEnabled","groupScope","groupType","securityType","expirationPolicy","owner","additionalOwners","attributes","query","objectTypes","searchContainers","include","exclude","objectId","distinguishedName"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
