// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getDataSourceFiles` is asked. */
export interface GetDataSourceFilesArgs {
  /** What the files are. */
  type: types.FileType;
  /** Where they are. */
  fileServer?: types.FileServer | undefined;
  /** The account that reads them on OneDrive. */
  serviceAccount?: string | undefined;
  /** That account's password. */
  serviceAccountPassword?: string | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: string | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getDataSourceFilesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetDataSourceFilesOutputArgs {
  /** What the files are. */
  type: pulumi.Input<types.FileType>;
  /** Where they are. */
  fileServer?: pulumi.Input<types.FileServer> | undefined;
  /** The account that reads them on OneDrive. */
  serviceAccount?: pulumi.Input<string> | undefined;
  /** That account's password. */
  serviceAccountPassword?: pulumi.Input<string> | undefined;
  /** The ID of the application that is registered in Entra ID. */
  applicationId?: pulumi.Input<string> | undefined;
  /** The ID of the Entra ID tenant that it is registered in. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getDataSourceFiles` answers. */
export interface GetDataSourceFilesResult {
  /** The names of the files. */
  readonly files: string[];
}

/** Lists the files that an account sees, such as the Excel files of a OneDrive. */
export function getDataSourceFiles(args: GetDataSourceFilesArgs): Promise<GetDataSourceFilesResult> {
  return invoke("groupid:getDataSourceFiles", args);
}

/**
 * Lists the files that an account sees, such as the Excel files of a OneDrive.
 *
 * For arguments that are outputs of resources.
 */
export function getDataSourceFilesOutput(args: GetDataSourceFilesOutputArgs): pulumi.Output<GetDataSourceFilesResult> {
  return invokeOutput("groupid:getDataSourceFiles", args);
}
