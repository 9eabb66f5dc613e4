// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getExchangeTenants` is asked. */
export interface GetExchangeTenantsArgs {
  /** Only those of this customer, by its ID. */
  customerId?: string | undefined;
  /** Only those whose customer's name is this text, or contains it: see `match`. */
  customerName?: string | undefined;
  /** Only those whose customer's native name is this text, or contains it: see `match`. */
  customerNativeName?: string | undefined;
  /** Only those whose customer's abbreviation is this text, or contains it: see `match`. */
  customerAbbreviation?: string | undefined;
  /** Only those of this project, by its ID. */
  projectId?: string | undefined;
  /** Only those whose project's name is this text, or contains it: see `match`. */
  projectName?: string | undefined;
  /** Only those of this project group, by its ID. */
  projectGroupId?: string | undefined;
  /** Only those whose project group's name is this text, or contains it: see `match`. */
  projectGroupName?: string | undefined;
  /** Only those of this service, by its ID. */
  serviceId?: string | undefined;
  /** Only those whose service's name is this text, or contains it: see `match`. */
  serviceName?: string | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: string | undefined;
  /** Only those whose description is this text, or contains it: see `match`. */
  description?: string | undefined;
  /** Only those in this state, such as `Online`. */
  state?: string | undefined;
  /** Only those whose domain is this text, or contains it: see `match`. */
  domain?: string | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: types.TextMatch | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeTenantsOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeTenantsOutputArgs {
  /** Only those of this customer, by its ID. */
  customerId?: pulumi.Input<string> | undefined;
  /** Only those whose customer's name is this text, or contains it: see `match`. */
  customerName?: pulumi.Input<string> | undefined;
  /** Only those whose customer's native name is this text, or contains it: see `match`. */
  customerNativeName?: pulumi.Input<string> | undefined;
  /** Only those whose customer's abbreviation is this text, or contains it: see `match`. */
  customerAbbreviation?: pulumi.Input<string> | undefined;
  /** Only those of this project, by its ID. */
  projectId?: pulumi.Input<string> | undefined;
  /** Only those whose project's name is this text, or contains it: see `match`. */
  projectName?: pulumi.Input<string> | undefined;
  /** Only those of this project group, by its ID. */
  projectGroupId?: pulumi.Input<string> | undefined;
  /** Only those whose project group's name is this text, or contains it: see `match`. */
  projectGroupName?: pulumi.Input<string> | undefined;
  /** Only those of this service, by its ID. */
  serviceId?: pulumi.Input<string> | undefined;
  /** Only those whose service's name is this text, or contains it: see `match`. */
  serviceName?: pulumi.Input<string> | undefined;
  /** Only those whose name is this text, or contains it: see `match`. */
  name?: pulumi.Input<string> | undefined;
  /** Only those whose description is this text, or contains it: see `match`. */
  description?: pulumi.Input<string> | undefined;
  /** Only those in this state, such as `Online`. */
  state?: pulumi.Input<string> | undefined;
  /** Only those whose domain is this text, or contains it: see `match`. */
  domain?: pulumi.Input<string> | undefined;
  /** `exact` (the default): a text is just what is given. `contains`: it has what is given anywhere, in any letter case, as the system looks for it. */
  match?: pulumi.Input<types.TextMatch> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeTenants` answers. */
export interface GetExchangeTenantsResult {
  /** The tenants. */
  readonly tenants: types.ExchangeTenantResult[];
}

/** Lists the Exchange tenants that fit all that is given. */
export function getExchangeTenants(args: GetExchangeTenantsArgs): Promise<GetExchangeTenantsResult> {
  return invoke("saltstack:getExchangeTenants", args);
}

/**
 * Lists the Exchange tenants that fit all that is given.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeTenantsOutput(args: GetExchangeTenantsOutputArgs): pulumi.Output<GetExchangeTenantsResult> {
  return invokeOutput("saltstack:getExchangeTenants", args);
}
