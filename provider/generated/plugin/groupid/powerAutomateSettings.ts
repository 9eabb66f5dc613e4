// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { PluginResource } from "../../../hosts/pluginResource.js";

import type { PowerAutomateSettingsArgs } from "../../groupid/powerAutomateSettings.js";

export type { PowerAutomateSettingsArgs };

/**
 * The link of an identity store to Power Automate; each has one.
 *
 * GroupID has no call that removes the link: a deletion takes the settings out of the stack and leaves them in GroupID,
 * and says so. To manage them again, set `adopt`.
 */
export class PowerAutomateSettings extends PluginResource {
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

  /**
   * Reads one that exists, without managing it.
   * @param id `identityStoreId`, each part percent-encoded.
   * @param state the `connection`, where it is not the default one.
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state: Pick<PowerAutomateSettingsArgs, "connection"> = {},
    options?: pulumi.CustomResourceOptions,
  ): PowerAutomateSettings {
    return new PowerAutomateSettings(name, state as PowerAutomateSettingsArgs, { ...options, id });
  }

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
