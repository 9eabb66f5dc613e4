// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `downloadLogs` is asked. */
export interface DownloadLogsArgs {
  /** Whose logs. */
  service: types.LogService;
  /** The file to write, such as `logs.zip`; one that is there is replaced once all has come. */
  file: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `downloadLogsOutput` is asked: the same, as values that may be outputs of resources. */
export interface DownloadLogsOutputArgs {
  /** Whose logs. */
  service: pulumi.Input<types.LogService>;
  /** The file to write, such as `logs.zip`; one that is there is replaced once all has come. */
  file: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `downloadLogs` answers. */
export interface DownloadLogsResult {
  /** The whole path of the file. */
  readonly file: string;
  /** How many bytes it has. */
  readonly bytes: number;
}

/** Downloads the logs of one of GroupID's services into a file, each time that the program runs. The archive is encrypted: it is for the vendor's support. */
export function downloadLogs(args: DownloadLogsArgs): Promise<DownloadLogsResult> {
  return invoke("groupid:downloadLogs", args);
}

/**
 * Downloads the logs of one of GroupID's services into a file, each time that the program runs. The archive is encrypted: it is for the vendor's support.
 *
 * For arguments that are outputs of resources.
 */
export function downloadLogsOutput(args: DownloadLogsOutputArgs): pulumi.Output<DownloadLogsResult> {
  return invokeOutput("groupid:downloadLogs", args);
}
