// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getExchangeUserDelegates` is asked. */
export interface GetExchangeUserDelegatesArgs {
  /** The ID of the user. */
  userId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeUserDelegatesOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeUserDelegatesOutputArgs {
  /** The ID of the user. */
  userId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeUserDelegates` answers. */
export interface GetExchangeUserDelegatesResult {
  /** Those who may send on behalf of the user. */
  readonly sendOnBehalf: types.ExchangeUserResult[];
  /** Those who may send as the user. */
  readonly sendAs: types.ExchangeUserResult[];
}

/** Lists who may send on behalf of a user, and as the user, wherever that was declared. */
export function getExchangeUserDelegates(args: GetExchangeUserDelegatesArgs): Promise<GetExchangeUserDelegatesResult> {
  return invoke("saltstack:getExchangeUserDelegates", args);
}

/**
 * Lists who may send on behalf of a user, and as the user, wherever that was declared.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUserDelegatesOutput(args: GetExchangeUserDelegatesOutputArgs): pulumi.Output<GetExchangeUserDelegatesResult> {
  return invokeOutput("saltstack:getExchangeUserDelegates", args);
}
