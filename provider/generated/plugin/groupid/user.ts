// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { UserArgs } from "../../groupid/user.js";

export type { UserArgs };

/**
 * A user of a directory.
 *
 * The password is sent, and never shown by the system: a change of it behind Pulumi's back cannot be seen.
 */
export class User extends PluginResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The DN of the container that the object is in, such as `OU=Groups,DC=example,DC=com`. */
  declare readonly container: pulumi.Output<string>;
  /** The common name (CN). It tells the object from all others of its container. */
  declare readonly name: pulumi.Output<string>;
  /** The name that people see. */
  declare readonly displayName: pulumi.Output<string | undefined>;
  /** The first name; the attribute `givenName`. */
  declare readonly firstName: pulumi.Output<string | undefined>;
  /** The last name; the attribute `sn`. */
  declare readonly lastName: pulumi.Output<string | undefined>;
  /** The initials. */
  declare readonly initials: pulumi.Output<string | undefined>;
  /** What there is to say about the person. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The mail address. */
  declare readonly mail: pulumi.Output<string | undefined>;
  /** The mail alias; the attribute `mailNickname`. */
  declare readonly alias: pulumi.Output<string | undefined>;
  /** All mail addresses with their kinds, such as `SMTP:ann@example.com` for the first one. */
  declare readonly proxyAddresses: pulumi.Output<string[] | undefined>;
  /** The title. */
  declare readonly title: pulumi.Output<string | undefined>;
  /** The department. */
  declare readonly department: pulumi.Output<string | undefined>;
  /** The company. */
  declare readonly company: pulumi.Output<string | undefined>;
  /** The office; the attribute `physicalDeliveryOfficeName`. */
  declare readonly office: pulumi.Output<string | undefined>;
  /** The phone number; the attribute `telephoneNumber`. */
  declare readonly phoneNumber: pulumi.Output<string | undefined>;
  /** The mobile phone number; the attribute `mobile`. */
  declare readonly mobilePhone: pulumi.Output<string | undefined>;
  /** The fax number; the attribute `facsimileTelephoneNumber`. */
  declare readonly fax: pulumi.Output<string | undefined>;
  /** The street. */
  declare readonly streetAddress: pulumi.Output<string | undefined>;
  /** The postal code. */
  declare readonly postalCode: pulumi.Output<string | undefined>;
  /** The city; the attribute `l`. */
  declare readonly city: pulumi.Output<string | undefined>;
  /** The state or province; the attribute `st`. */
  declare readonly state: pulumi.Output<string | undefined>;
  /** The country; the attribute `co`. */
  declare readonly country: pulumi.Output<string | undefined>;
  /** The manager: a GUID, a DN or an account name. An empty text leaves the person without. */
  declare readonly manager: pulumi.Output<string | undefined>;
  /** Any other attributes of the directory by their names, such as `company`; each a text or a list of texts. Names are compared without case. Attributes that are not named here are left alone; an empty text or list clears one. */
  declare readonly attributes: pulumi.Output<{ [key: string]: string | string[] } | undefined>;
  /** The account name. A new user gets its name where this is left out. */
  declare readonly samAccountName: pulumi.Output<string | undefined>;
  /** The name that the user signs in with, such as `ann@example.com`. */
  declare readonly userPrincipalName: pulumi.Output<string | undefined>;
  /** The password. */
  declare readonly password: pulumi.Output<string | undefined>;
  /** The GUID that the directory gave to the object. */
  declare readonly objectId: pulumi.Output<string>;
  /** The DN of the object. */
  declare readonly distinguishedName: pulumi.Output<string>;

  /**
   * Reads one that exists, without managing it.
   * @param id `identityStoreId/objectId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<UserArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): User {
    return new User(name, state as UserArgs, { ...options, id });
  }

  constructor(name: string, args: UserArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:User",
        properties: ["identityStoreId","container","name","displayName","firstName","lastName","initials","description","mail","alias","proxyAddresses","title","department","company","office","phoneNumber","mobilePhone","fax","streetAddress","postalCode","city","state","country","manager","attributes","samAccountName","userPrincipalName","password","objectId","distinguishedName"],
        secretInputs: [["password"]],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
