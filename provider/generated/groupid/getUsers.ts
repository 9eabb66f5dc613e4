// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getUsers` is asked. */
export interface GetUsersArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: string | undefined;
  /** What names the objects. */
  identities: string[];
  /** The names of the attributes to read, such as `description`. */
  attributes?: string[] | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getUsersOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetUsersOutputArgs {
  /** The ID of the identity store. By default that of the connection. */
  identityStoreId?: pulumi.Input<string> | undefined;
  /** What names the objects. */
  identities: pulumi.Input<pulumi.Input<string>[]>;
  /** The names of the attributes to read, such as `description`. */
  attributes?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getUsers` answers. */
export interface GetUsersResult {
  /** The objects that exist, in the order of their identities. */
  readonly objects: types.DirectoryObject[];
}

/** Reads users of an identity store, those of the given identities that exist. */
export function getUsers(args: GetUsersArgs): Promise<GetUsersResult> {
  return invoke("groupid:getUsers", args);
}

/**
 * Reads users of an identity store, those of the given identities that exist.
 *
 * For arguments that are outputs of resources.
 */
export function getUsersOutput(args: GetUsersOutputArgs): pulumi.Output<GetUsersResult> {
  return invokeOutput("groupid:getUsers", args);
}
