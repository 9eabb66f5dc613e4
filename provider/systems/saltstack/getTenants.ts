import * as z from "zod";
import { defineFunction, type Values } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { ExchangeTenant } from "./api/exchangeTenants.ts";
import type { SharepointTenant } from "./api/sharepointTenants.ts";
import type { Tenant, TenantsApi } from "./api/tenants.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching, only, quota } from "./matching.ts";

/** What tenants can be looked for by: seeds/004, "Tenant display". */
const tenantFilters = {
  customerId: idFilter("customer"),
  customerName: filter("customer's name"),
  customerNativeName: filter("customer's native name"),
  customerAbbreviation: filter("customer's abbreviation"),
  projectId: idFilter("project"),
  projectName: filter("project's name"),
  projectGroupId: idFilter("project group"),
  projectGroupName: filter("project group's name"),
  serviceId: idFilter("service"),
  serviceName: filter("service's name"),
  name: filter("name"),
  description: filter("description"),
  state: z.string().min(1).optional().meta({ description: "Only those in this state, such as `Online`." }),
  domain: filter("domain"),
  match,
};

const tenantResult = {
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  name: z.string().optional().meta({ description: "The name of the tenant." }),
  description: z.string().optional().meta({ description: "What the tenant is for." }),
  domain: z.string().optional().meta({ description: "The domain of the tenant." }),
  state: z.string().meta({ description: "The state of the tenant: `Online` once it can be used." }),
  errorMessage: z.string().optional().meta({ description: "What the system says of a tenant that is `Erred`." }),
  created: z.string().optional().meta({ description: "When the tenant was begun, in ISO 8601." }),
  startTime: z.string().optional().meta({ description: "When the tenant came to life, in ISO 8601." }),
  linkId: z.string().optional().meta({ description: "The ID of the link that the tenant was made through." }),
  serviceId: z.string().optional().meta({ description: "The ID of the service." }),
  serviceName: z.string().optional().meta({ description: "The name of the service." }),
  projectId: z.string().optional().meta({ description: "The ID of the project." }),
  projectName: z.string().optional().meta({ description: "The name of the project." }),
  customerId: z.string().optional().meta({ description: "The ID of the customer." }),
  customerName: z.string().optional().meta({ description: "The name of the customer." }),
  quotas: z.array(quota).meta({ description: "How much there may be in the tenant, and how much there is." }),
};
const exchangeResult = {
  ...tenantResult,
  mailboxSize: z.number().optional().meta({ description: "The size of all mailboxes together in MB." }),
  owaUrl: z.string().optional().meta({ description: "The URL of Outlook Web Access." }),
  ecpUrl: z.string().optional().meta({ description: "The URL of the Exchange control panel." }),
};
const sharepointResult = {
  ...tenantResult,
  storage: z.number().optional().meta({ description: "The storage in MB." }),
  accessUrl: z.string().optional().meta({ description: "The URL of the main site collection." }),
  managementIp: z.string().optional().meta({ description: "The IP address that the domain should lead to." }),
  adminId: z.string().optional().meta({ description: "The ID of the administrator, a SharePoint user." }),
  mainSiteCollectionId: z.string().optional().meta({ description: "The ID of the main site collection." }),
  adminSiteCollectionId: z.string().optional().meta({ description: "The ID of the admin site collection." }),
};
const one = {
  tenantId: idFilter("tenant; give this or `domain`, if it is one"),
  domain: z.string().min(1).optional().meta({ description: "The domain of the tenant. Give this or `tenantId`." }),
};

/** `saltstack.getExchangeTenants`: GET exchange-tenants/. */
export const getExchangeTenants = defineFunction({
  type: "saltstack:getExchangeTenants",
  description: "Lists the Exchange tenants that fit all that is given.",
  inputs: tenantFilters,
  outputs: {
    tenants: z
      .array(z.object(exchangeResult).meta({ typeName: "ExchangeTenantResult", description: "An Exchange tenant." }))
      .meta({ description: "The tenants." }),
  },
  invoke: async ({ api }: SaltstackClient, wanted, { signal }) => ({
    tenants: (await tenantsBy(api.exchangeTenants, wanted, signal)).map(exchangeTenantOf),
  }),
});

/** `saltstack.getExchangeTenant`: GET exchange-tenants/{uuid}/, or the list by domain. */
export const getExchangeTenant = defineFunction({
  type: "saltstack:getExchangeTenant",
  description: "Reads one Exchange tenant, by its ID or its domain, with its quotas and their use.",
  inputs: one,
  outputs: exchangeResult,
  invoke: async ({ api }: SaltstackClient, wanted, { signal }) =>
    exchangeTenantOf(await tenantBy(api.exchangeTenants, "saltstack:getExchangeTenant", wanted, signal)),
});

/** `saltstack.getSharepointTenants`: GET sharepoint-tenants/. */
export const getSharepointTenants = defineFunction({
  type: "saltstack:getSharepointTenants",
  description: "Lists the SharePoint tenants that fit all that is given.",
  inputs: tenantFilters,
  outputs: {
    tenants: z
      .array(
        z.object(sharepointResult).meta({ typeName: "SharepointTenantResult", description: "A SharePoint tenant." }),
      )
      .meta({ description: "The tenants." }),
  },
  invoke: async ({ api }: SaltstackClient, wanted, { signal }) => ({
    tenants: (await tenantsBy(api.sharepointTenants, wanted, signal)).map(sharepointTenantOf),
  }),
});

/** `saltstack.getSharepointTenant`: GET sharepoint-tenants/{uuid}/, or the list by domain. */
export const getSharepointTenant = defineFunction({
  type: "saltstack:getSharepointTenant",
  description: "Reads one SharePoint tenant, by its ID or its domain, with its quotas and their use.",
  inputs: one,
  outputs: sharepointResult,
  invoke: async ({ api }: SaltstackClient, wanted, { signal }) =>
    sharepointTenantOf(await tenantBy(api.sharepointTenants, "saltstack:getSharepointTenant", wanted, signal)),
});

async function tenantsBy<Shown extends Tenant>(
  api: TenantsApi<Shown>,
  wanted: Values<typeof tenantFilters>,
  signal: AbortSignal,
): Promise<Shown[]> {
  const { match: how, customerId, projectId, projectGroupId, serviceId, state, ...texts } = wanted;
  const found = await api.list(
    {
      ...texts,
      state,
      customerUuid: customerId,
      projectUuid: projectId,
      projectGroupUuid: projectGroupId,
      serviceUuid: serviceId,
    },
    signal,
  );
  return matching(found, how, { texts, ids: { customerId, projectId, serviceId, state } });
}

async function tenantBy<Shown extends Tenant>(
  api: TenantsApi<Shown>,
  label: string,
  { tenantId, domain }: Values<typeof one>,
  signal: AbortSignal,
): Promise<Shown> {
  if ((tenantId === undefined) === (domain === undefined)) {
    throw new Error(`${label} needs either tenantId or domain.`);
  }
  if (tenantId !== undefined) {
    return api.get(tenantId, signal);
  }
  const found = matching(await api.list({ domain }, signal), "exact", { texts: { domain } });
  return only(found, `${label}: domain ${JSON.stringify(domain)}`, (tenant) => tenant.tenantId);
}

function exchangeTenantOf(tenant: ExchangeTenant) {
  return { ...present(tenant), quotas: [...tenant.quotas] };
}

function sharepointTenantOf({ admin, mainSite, adminSite, ...tenant }: SharepointTenant) {
  return {
    ...present(tenant),
    quotas: [...tenant.quotas],
    ...present({
      adminId: admin?.userId,
      mainSiteCollectionId: mainSite?.siteCollectionId,
      adminSiteCollectionId: adminSite?.siteCollectionId,
    }),
  };
}
