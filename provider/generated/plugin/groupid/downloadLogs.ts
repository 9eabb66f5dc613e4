// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../../hosts/pluginFunction.js";
import type { DownloadLogsArgs, DownloadLogsOutputArgs, DownloadLogsResult } from "../../groupid/downloadLogs.js";

export type { DownloadLogsArgs, DownloadLogsOutputArgs, DownloadLogsResult };

/** Downloads the logs of one of GroupID's services into a file, each time that the program runs. The archive is encrypted: it is for the vendor's support. */
export function downloadLogs(args: DownloadLogsArgs, options?: pulumi.InvokeOptions): Promise<DownloadLogsResult> {
  return invoke("groupid:downloadLogs", args, options);
}

/**
 * Downloads the logs of one of GroupID's services into a file, each time that the program runs. The archive is encrypted: it is for the vendor's support.
 *
 * For arguments that are outputs of resources.
 */
export function downloadLogsOutput(args: DownloadLogsOutputArgs, options?: pulumi.InvokeOutputOptions): pulumi.Output<DownloadLogsResult> {
  return invokeOutput("groupid:downloadLogs", args, options);
}
