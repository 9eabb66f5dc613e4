// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getSharepointUser` is asked. */
export interface GetSharepointUserArgs {
  /** The ID of the user. */
  userId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSharepointUserOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSharepointUserOutputArgs {
  /** The ID of the user. */
  userId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSharepointUser` answers. */
export interface GetSharepointUserResult {
  /** The ID of the user. */
  readonly userId: string;
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The domain of the tenant. */
  readonly tenantDomain?: string | undefined;
  /** The name that people see. */
  readonly name?: string | undefined;
  /** The e-mail address. */
  readonly email?: string | undefined;
  /** The name to sign in with. */
  readonly username?: string | undefined;
  /** The first name. */
  readonly firstName?: string | undefined;
  /** The last name. */
  readonly lastName?: string | undefined;
  /** The phone number. A list need not show it. */
  readonly phone?: string | undefined;
  /** The ID of the personal site collection. A list need not show it. */
  readonly personalSiteCollectionId?: string | undefined;
  /** Its URL. A list need not show it. */
  readonly personalSiteUrl?: string | undefined;
}

/** Reads one user of a SharePoint tenant, by its ID. */
export function getSharepointUser(args: GetSharepointUserArgs): Promise<GetSharepointUserResult> {
  return invoke("saltstack:getSharepointUser", args);
}

/**
 * Reads one user of a SharePoint tenant, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointUserOutput(args: GetSharepointUserOutputArgs): pulumi.Output<GetSharepointUserResult> {
  return invokeOutput("saltstack:getSharepointUser", args);
}
