// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getExchangeTenant` is asked. */
export interface GetExchangeTenantArgs {
  /** Only those of this tenant; give this or `domain`, if it is one, by its ID. */
  tenantId?: string | undefined;
  /** The domain of the tenant. Give this or `tenantId`. */
  domain?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getExchangeTenantOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetExchangeTenantOutputArgs {
  /** Only those of this tenant; give this or `domain`, if it is one, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The domain of the tenant. Give this or `tenantId`. */
  domain?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getExchangeTenant` answers. */
export interface GetExchangeTenantResult {
  /** The ID of the tenant. */
  readonly tenantId: string;
  /** The name of the tenant. */
  readonly name?: string | undefined;
  /** What the tenant is for. */
  readonly description?: string | undefined;
  /** The domain of the tenant. */
  readonly domain?: string | undefined;
  /** The state of the tenant: `Online` once it can be used. */
  readonly state: string;
  /** What the system says of a tenant that is `Erred`. */
  readonly errorMessage?: string | undefined;
  /** When the tenant was begun, in ISO 8601. */
  readonly created?: string | undefined;
  /** When the tenant came to life, in ISO 8601. */
  readonly startTime?: string | undefined;
  /** The ID of the link that the tenant was made through. */
  readonly linkId?: string | undefined;
  /** The ID of the service. */
  readonly serviceId?: string | undefined;
  /** The name of the service. */
  readonly serviceName?: string | undefined;
  /** The ID of the project. */
  readonly projectId?: string | undefined;
  /** The name of the project. */
  readonly projectName?: string | undefined;
  /** The ID of the customer. */
  readonly customerId?: string | undefined;
  /** The name of the customer. */
  readonly customerName?: string | undefined;
  /** How much there may be in the tenant, and how much there is. */
  readonly quotas: types.Quota[];
  /** The size of all mailboxes together in MB. */
  readonly mailboxSize?: number | undefined;
  /** The URL of Outlook Web Access. */
  readonly owaUrl?: string | undefined;
  /** The URL of the Exchange control panel. */
  readonly ecpUrl?: string | undefined;
}

/** Reads one Exchange tenant, by its ID or its domain, with its quotas and their use. */
export function getExchangeTenant(args: GetExchangeTenantArgs): Promise<GetExchangeTenantResult> {
  return invoke("saltstack:getExchangeTenant", args);
}

/**
 * Reads one Exchange tenant, by its ID or its domain, with its quotas and their use.
 *
 * For arguments that are outputs of resources.
 */
export function getExchangeTenantOutput(args: GetExchangeTenantOutputArgs): pulumi.Output<GetExchangeTenantResult> {
  return invokeOutput("saltstack:getExchangeTenant", args);
}
