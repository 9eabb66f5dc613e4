// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";

/** What `getExchangeContact` is asked. */
export interface GetExchangeContactArgs {
  /** The ID of the contact. */
  contactId: string;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeContactOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeContactOutputArgs {
  /** The ID of the contact. */
  contactId: pulumi.Input<string>;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeContact` answers. */
export interface GetExchangeContactResult {
  /** The ID of the contact. */
  readonly contactId: string;
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The domain of the tenant. */
  readonly tenantDomain?: string | undefined;
  /** The name that people see. */
  readonly name?: string | undefined;
  /** The address. */
  readonly email?: string | undefined;
  /** The first name. */
  readonly firstName?: string | undefined;
  /** The last name. */
  readonly lastName?: string | undefined;
}

/** Reads one contact of an Exchange tenant, by its ID. */
export function getExchangeContact(args: GetExchangeContactArgs): Promise<GetExchangeContactResult> {
  return invoke("saltstack:getExchangeContact", args);
}

/**
 * Reads one contact of an Exchange tenant, by its ID.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeContactOutput(args: GetExchangeContactOutputArgs): pulumi.Output<GetExchangeContactResult> {
  return invokeOutput("saltstack:getExchangeContact", args);
}
