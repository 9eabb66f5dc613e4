// Written from the definitions by `npm run generate`. Do not edit.
import type * as pulumi from "@pulumi/pulumi";
import { invoke, invokeOutput } from "../../hosts/dynamicFunction.js";
import type * as types from "./types.js";

/** What `getSharepointTenant` is asked. */
export interface GetSharepointTenantArgs {
  /** Only those of this tenant; give this or `domain`, if it is one, by its ID. */
  tenantId?: string | undefined;
  /** The domain of the tenant. Give this or `tenantId`. */
  domain?: string | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: string | undefined;
}

/** What `getSharepointTenantOutput` is asked: the same, as values that may be outputs of resources. */
export interface GetSharepointTenantOutputArgs {
  /** Only those of this tenant; give this or `domain`, if it is one, by its ID. */
  tenantId?: pulumi.Input<string> | undefined;
  /** The domain of the tenant. Give this or `tenantId`. */
  domain?: pulumi.Input<string> | undefined;
  /** The name of the connection to use, one of those in the configuration `groupware:connections`. By default the one named like the system. */
  connection?: pulumi.Input<string> | undefined;
}

/** What `getSharepointTenant` answers. */
export interface GetSharepointTenantResult {
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
  /** The storage in MB. */
  readonly storage?: number | undefined;
  /** The URL of the main site collection. */
  readonly accessUrl?: string | undefined;
  /** The IP address that the domain should lead to. */
  readonly managementIp?: string | undefined;
  /** The ID of the administrator, a SharePoint user. */
  readonly adminId?: string | undefined;
  /** The ID of the main site collection. */
  readonly mainSiteCollectionId?: string | undefined;
  /** The ID of the admin site collection. */
  readonly adminSiteCollectionId?: string | undefined;
}

/** Reads one SharePoint tenant, by its ID or its domain, with its quotas and their use. */
export function getSharepointTenant(args: GetSharepointTenantArgs): Promise<GetSharepointTenantResult> {
  return invoke("saltstack:getSharepointTenant", args);
}

/**
 * Reads one SharePoint tenant, by its ID or its domain, with its quotas and their use.
 *
 * For arguments that are outputs of resources.
 */
export function getSharepointTenantOutput(args: GetSharepointTenantOutputArgs): pulumi.Output<GetSharepointTenantResult> {
  return invokeOutput("saltstack:getSharepointTenant", args);
}
