// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `Contact` is made of. */
export interface ContactArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The DN of the container that the object is in, such as `OU=Groups,DC=example,DC=com`. */
  container: pulumi.Input<string>;
  /** The common name (CN). It tells the object from all others of its container. */
  name: pulumi.Input<string>;
  /** The name that people see. */
  displayName?: pulumi.Input<string> | undefined;
  /** The first name; the attribute `givenName`. */
  firstName?: pulumi.Input<string> | undefined;
  /** The last name; the attribute `sn`. */
  lastName?: pulumi.Input<string> | undefined;
  /** The initials. */
  initials?: pulumi.Input<string> | undefined;
  /** What there is to say about the person. */
  description?: pulumi.Input<string> | undefined;
  /** The mail address. */
  mail?: pulumi.Input<string> | undefined;
  /** The mail alias; the attribute `mailNickname`. */
  alias?: pulumi.Input<string> | undefined;
  /** All mail addresses with their kinds, such as `SMTP:ann@example.com` for the first one. */
  proxyAddresses?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The title. */
  title?: pulumi.Input<string> | undefined;
  /** The department. */
  department?: pulumi.Input<string> | undefined;
  /** The company. */
  company?: pulumi.Input<string> | undefined;
  /** The office; the attribute `physicalDeliveryOfficeName`. */
  office?: pulumi.Input<string> | undefined;
  /** The phone number; the attribute `telephoneNumber`. */
  phoneNumber?: pulumi.Input<string> | undefined;
  /** The mobile phone number; the attribute `mobile`. */
  mobilePhone?: pulumi.Input<string> | undefined;
  /** The fax number; the attribute `facsimileTelephoneNumber`. */
  fax?: pulumi.Input<string> | undefined;
  /** The street. */
  streetAddress?: pulumi.Input<string> | undefined;
  /** The postal code. */
  postalCode?: pulumi.Input<string> | undefined;
  /** The city; the attribute `l`. */
  city?: pulumi.Input<string> | undefined;
  /** The state or province; the attribute `st`. */
  state?: pulumi.Input<string> | undefined;
  /** The country; the attribute `co`. */
  country?: pulumi.Input<string> | undefined;
  /** The manager: a GUID, a DN or an account name. An empty text leaves the person without. */
  manager?: pulumi.Input<string> | undefined;
  /** Any other attributes of the directory by their names, such as `company`; each a text or a list of texts. Names are compared without case. Attributes that are not named here are left alone; an empty text or list clears one. */
  attributes?: pulumi.Input<{ [key: string]: pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]> }> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * A contact of a directory: someone who is reached through it and does not sign in.
 *
 * Identity stores in Microsoft Entra ID have no contacts.
 */
export class Contact extends DynamicResource {
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
  /** The GUID that the directory gave to the object. */
  declare readonly objectId: pulumi.Output<string>;
  /** The DN of the object. */
  declare readonly distinguishedName: pulumi.Output<string>;

  constructor(name: string, args: ContactArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:Contact",
        properties: ["identityStoreId","container","name","displayName","firstName","lastName","initials","description","mail","alias","proxyAddresses","title","department","company","office","phoneNumber","mobilePhone","fax","streetAddress","postalCode","city","state","country","manager","attributes","objectId","distinguishedName"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
