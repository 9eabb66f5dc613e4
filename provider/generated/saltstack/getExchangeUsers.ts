// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getExchangeUsers` is asked. */
export interface GetExchangeUsersArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: string | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those whose address is this text, or contains it: see `match`. */
  email?: string | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: string | undefined;
  /** Only those whose first name is this text, or contains it: see `match`. */
  firstName?: string | undefined;
  /** Only those whose last name is this text, or contains it: see `match`. */
  lastName?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeUsersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeUsersOutputArgs {
  /** Only those of this tenant, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those whose address is this text, or contains it: see `match`. */
  email?: pulumi.Input<string> | undefined;
  /** Only those whose username is this text, or contains it: see `match`. */
  username?: pulumi.Input<string> | undefined;
  /** Only those whose first name is this text, or contains it: see `match`. */
  firstName?: pulumi.Input<string> | undefined;
  /** Only those whose last name is this text, or contains it: see `match`. */
  lastName?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeUsers` answers. */
export interface GetExchangeUsersResult {
  /** The users. */
  readonly users: types.ExchangeUserResult[];
}

/** Lists the users of Exchange tenants that fit all that is given. */
export function getExchangeUsers(args: GetExchangeUsersArgs): Promise<GetExchangeUsersResult> {
  return invoke("saltstack:getExchangeUsers", args);
}

/**
 * Lists the users of Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeUsersOutput(args: GetExchangeUsersOutputArgs): pulumi.Output<GetExchangeUsersResult> {
  return invokeOutput("saltstack:getExchangeUsers", args);
}
