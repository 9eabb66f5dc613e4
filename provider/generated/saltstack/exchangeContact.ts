// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `ExchangeContact` is made of. */
export interface ExchangeContactArgs {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  tenantId: pulumi.Input<string>;
  /** The name that people see. */
  name: pulumi.Input<string>;
  /** The address that mail to the contact goes to. */
  email: pulumi.Input<string>;
  /** The first name. */
  firstName: pulumi.Input<string>;
  /** The last name. */
  lastName: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/** Somebody outside, in the address book of an Exchange tenant. */
export class ExchangeContact extends DynamicResource {
  /** The ID of the Exchange tenant, such as `tenant.tenantId`. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The name that people see. */
  declare readonly name: pulumi.Output<string>;
  /** The address that mail to the contact goes to. */
  declare readonly email: pulumi.Output<string>;
  /** The first name. */
  declare readonly firstName: pulumi.Output<string>;
  /** The last name. */
  declare readonly lastName: pulumi.Output<string>;
  /** The ID of the contact: 32 hexadecimal digits. */
  declare readonly contactId: pulumi.Output<string>;

  constructor(name: string, args: ExchangeContactArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ExchangeContact",
        properties: ["tenantId","name","email","firstName","lastName","contactId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
