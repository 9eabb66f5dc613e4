// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getExchangeUser` is asked. */
export interface GetExchangeUserArgs {
  /** Only those of this user; give this, or `tenantId` and `username`, if it is one, by its ID. */
  userId?: string | undefined;
  /** Only those of this tenant, by its ID. */
  tenantId?: string | undefined;
  /** The username, with `tenantId`. */
  username?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeUserOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeUserOutputArgs {
  /** Only those of this user; give this, or `tenantId` and `username`, if it is one, by its ID. */
  userId?: pulumi.Input<string> | undefined;
  /** Only those of this tenant, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The username, with `tenantId`. */
  username?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeUser` answers. */
export interface GetExchangeUserResult {
  /** The ID of the user. */
  readonly userId: string;
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The domain of the tenant. */
  readonly tenantDomain?: string | undefined;
  /** The name that people see. */
  readonly name?: string | undefined;
  /** The part of the address before the `@`. */
  readonly username?: string | undefined;
  /** The address of the mailbox. */
  readonly email?: string | undefined;
  /** The first name. */
  readonly firstName?: string | undefined;
  /** The last name. */
  readonly lastName?: string | undefined;
  /** The size of the mailbox in MB. */
  readonly mailboxSize?: number | undefined;
  /** How much of the mailbox is used, in MB. */
  readonly mailboxUsage?: number | undefined;
  /** The ID of the user's manager. */
  readonly managerId?: string | undefined;
  /** The office. */
  readonly office?: string | undefined;
  /** The phone number. */
  readonly phone?: string | undefined;
  /** The department. */
  readonly department?: string | undefined;
  /** The company. */
  readonly company?: string | undefined;
  /** The title. */
  readonly title?: string | undefined;
  /** The IDs of all users who may send on behalf of this one, wherever that was declared. */
  readonly sendOnBehalf?: string[] | undefined;
  /** The IDs of all users who may send as this one, wherever that was declared. */
  readonly sendAs?: string[] | undefined;
}

/** Reads one user of an Exchange tenant, by its ID or its username. */
export function getExchangeUser(args: GetExchangeUserArgs): Promise<GetExchangeUserResult> {
  return invoke("saltstack:getExchangeUser", args);
}

/**
 * Reads one user of an Exchange tenant, by its ID or its username.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUserOutput(args: GetExchangeUserOutputArgs): pulumi.Output<GetExchangeUserResult> {
  return invokeOutput("saltstack:getExchangeUser", args);
}
