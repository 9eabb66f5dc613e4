// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `ExchangeTenant` is made of. */
export interface ExchangeTenantArgs {
  /** The ID of the link between a service and a project that the tenant is made through, such as `1`. A change replaces the tenant and deletes all mail in it. */
  linkId: pulumi.Input<string>;
  /** The name of the tenant, for people. It need not be unique. */
  name: pulumi.Input<string>;
  /** What the tenant is for. Left out, it is not managed; an empty text clears it. */
  description?: pulumi.Input<string> | undefined;
  /** The mail domain. No two tenants can have the same. */
  domain: pulumi.Input<string>;
  /** The size of all mailboxes together in MB, at least 1. */
  mailboxSize: pulumi.Input<number>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * An Exchange tenant: a mail domain with its mailboxes.
 *
 * A tenant takes a while to come to life; nothing is made in it before it is `Online`. One that ends `Erred` instead is an
 * error with the system's message, and the next `up` makes it anew; one that becomes `Erred` later is left as it is, with the
 * mail in it. **Deleting a tenant deletes all mail in it**: give it the resource option `protect: true`. A change of `linkId` replaces the tenant.
 */
export class ExchangeTenant extends DynamicResource {
  /** The ID of the link between a service and a project that the tenant is made through, such as `1`. A change replaces the tenant and deletes all mail in it. */
  declare readonly linkId: pulumi.Output<string>;
  /** The name of the tenant, for people. It need not be unique. */
  declare readonly name: pulumi.Output<string>;
  /** What the tenant is for. Left out, it is not managed; an empty text clears it. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The mail domain. No two tenants can have the same. */
  declare readonly domain: pulumi.Output<string>;
  /** The size of all mailboxes together in MB, at least 1. */
  declare readonly mailboxSize: pulumi.Output<number>;
  /** The ID of the tenant: 32 hexadecimal digits. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The state of the tenant: `Online` once it can be used. */
  declare readonly state: pulumi.Output<string>;
  /** When the tenant came to life, in ISO 8601. Absent for one that never did. */
  declare readonly startTime: pulumi.Output<string | undefined>;
  /** What the system says of a tenant that is `Erred`. */
  declare readonly errorMessage: pulumi.Output<string | undefined>;
  /** `true` for a tenant that became `Erred` when it was made, so that nothing can be in it. */
  declare readonly neverOnline: pulumi.Output<boolean | undefined>;
  /** The URL of Outlook Web Access. */
  declare readonly owaUrl: pulumi.Output<string | undefined>;
  /** The URL of the Exchange control panel, where the user may see it. */
  declare readonly ecpUrl: pulumi.Output<string | undefined>;

  constructor(name: string, args: ExchangeTenantArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "saltstack:ExchangeTenant",
        properties: ["linkId","name","description","domain","mailboxSize","tenantId","state","startTime","errorMessage","neverOnline","owaUrl","ecpUrl"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
