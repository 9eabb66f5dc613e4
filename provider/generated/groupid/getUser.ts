// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getUser` is asked. */
export interface GetUserArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** The GUID of the object, or its DN, or its account name. */
  identity: string;
  /** The names of the attributes to read, such as `description`. */
  attributes?: string[] | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getUserOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetUserOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** The GUID of the object, or its DN, or its account name. */
  identity: pulumi.Input<string>;
  /** The names of the attributes to read, such as `description`. */
  attributes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getUser` answers. */
export interface GetUserResult {
  /** The GUID of the object. */
  readonly objectId: string;
  /** The class of the object, such as `group`. */
  readonly objectType?: string | undefined;
  /** The name that people see. */
  readonly displayName?: string | undefined;
  /** The DN of the object. */
  readonly distinguishedName?: string | undefined;
  /** The attributes that were asked for and those that always come, each with its values, by their names in lower case. */
  readonly attributes: { [key: string]: string[] };
}

/** Reads one user of an identity store. */
export function getUser(args: GetUserArgs): Promise<GetUserResult> {
  return invoke("groupid:getUser", args);
}

/**
 * Reads one user of an identity store.
 *
 * For arguments that are outputs of resources.
 */
export function getUserOutput(args: GetUserOutputArgs): pulumi.Output<GetUserResult> {
  return invokeOutput("groupid:getUser", args);
}
