// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getPowerAutomateSettings` is asked. */
export interface GetPowerAutomateSettingsArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getPowerAutomateSettingsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetPowerAutomateSettingsOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getPowerAutomateSettings` answers. */
export interface GetPowerAutomateSettingsResult {
  /** The ID of the identity store. */
  readonly identityStoreId: string;
  /** The ID of the link. */
  readonly powerAutomateId: string;
  /** The ID of the user of Power Automate. */
  readonly userId?: string | undefined;
  /** The URL at which Power Automate reaches GroupID. */
  readonly serviceUrl?: string | undefined;
  /** The ID of the Entra ID tenant. */
  readonly tenantId?: string | undefined;
  /** The organizational code of the flows. */
  readonly organizationCode?: string | undefined;
  /** The region of the flows. */
  readonly region?: string | undefined;
  /** Whether the link is signed in. */
  readonly authenticated?: boolean | undefined;
}

/** Reads how an identity store is linked to Power Automate. */
export function getPowerAutomateSettings(args: GetPowerAutomateSettingsArgs): Promise<GetPowerAutomateSettingsResult> {
  return invoke("groupid:getPowerAutomateSettings", args);
}

/**
 * Reads how an identity store is linked to Power Automate.
 *
 * For arguments that are outputs of resources.
 */
export function getPowerAutomateSettingsOutput(args: GetPowerAutomateSettingsOutputArgs): pulumi.Output<GetPowerAutomateSettingsResult> {
  return invokeOutput("groupid:getPowerAutomateSettings", args);
}
