// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { GetPowerAutomateSettingsArgs, GetPowerAutomateSettingsOutputArgs, GetPowerAutomateSettingsResult } from "../../groupid/getPowerAutomateSettings.js";

export type { GetPowerAutomateSettingsArgs, GetPowerAutomateSettingsOutputArgs, GetPowerAutomateSettingsResult };

/** Reads how an identity store is linked to Power Automate. */
export function getPowerAutomateSettings(args: GetPowerAutomateSettingsArgs, options?: pulumi.InvokeOptions): Promise<GetPowerAutomateSettingsResult> {
  return invoke("groupid:getPowerAutomateSettings", args, options);
}

/**
 * Reads how an identity store is linked to Power Automate.
 *
 * For arguments that are outputs of resources.
 */
export function getPowerAutomateSettingsOutput(args: GetPowerAutomateSettingsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<GetPowerAutomateSettingsResult> {
  return invokeOutput("groupid:getPowerAutomateSettings", args, options);
}
