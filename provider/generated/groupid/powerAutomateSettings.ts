// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../../hosts/dynamicResource.js";

/** What a `PowerAutomateSettings` is made of. */
export interface PowerAutomateSettingsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The ID of the user of Power Automate. */
  userId: pulumi.Input<string>;
  /** The URL at which Power Automate reaches GroupID's data service. */
  serviceUrl: pulumi.Input<string>;
  /** The ID of the Entra ID tenant. */
  tenantId: pulumi.Input<string>;
  /** The organizational code of the flows, such as `Netwrix-US`. */
  organizationCode: pulumi.Input<string>;
  /** The region of the flows, such as `US`. */
  region: pulumi.Input<string>;
  /** Whether the link is signed in. */
  authenticated?: pulumi.Input<boolean> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
  /** Takes over an object that exists already under the same natural key, instead of failing. Properties that differ are brought to what is written here. Alone it never makes a difference. */
  adopt?: pulumi.Input<boolean> | undefined;
}

/**
 * The link of an identity store to Power Automate; each has one.
 *
 * GroupID has no call that removes the link: a deletion takes the settings out of the stack and leaves them in GroupID,
 * and says so. To manage them again, set `adopt`.
 */
export class PowerAutomateSettings extends DynamicResource {
  /** The ID of the identity store. By default that of the connection. */
  declare readonly identityStoreId: pulumi.Output<string | undefined>;
  /** The ID of the user of Power Automate. */
  declare readonly userId: pulumi.Output<string>;
  /** The URL at which Power Automate reaches GroupID's data service. */
  declare readonly serviceUrl: pulumi.Output<string>;
  /** The ID of the Entra ID tenant. */
  declare readonly tenantId: pulumi.Output<string>;
  /** The organizational code of the flows, such as `Netwrix-US`. */
  declare readonly organizationCode: pulumi.Output<string>;
  /** The region of the flows, such as `US`. */
  declare readonly region: pulumi.Output<string>;
  /** Whether the link is signed in. */
  declare readonly authenticated: pulumi.Output<boolean | undefined>;
  /** The ID that GroupID gave to the link. */
  declare readonly powerAutomateId: pulumi.Output<string>;

  constructor(name: string, args: PowerAutomateSettingsArgs, options?: pulumi.CustomResourceOptions) {
    super(
      {
        type: "groupid:PowerAutomateSettings",
        properties: ["identityStoreId","userId","serviceUrl","tenantId","organizationCode","region","authenticated","powerAutomateId"],
        secretInputs: [],
        secretOutputs: [],
      },
      name,
      args,
      options,
    );
  }
}
