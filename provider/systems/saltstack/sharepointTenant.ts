import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { SharepointTenant } from "./api/sharepointTenants.ts";
import type { SaltstackClient } from "./client.ts";
import { megabytes, phoneForNotification, reference } from "./properties.ts";
import {
  cameToLife,
  domainName,
  replacementWarnings,
  tenantDescription,
  tenantLife,
  tenantName,
  tenantOutputs,
} from "./tenant.ts";

const replacing = ["linkId", "domain", "siteName", "siteDescription", "templateId"];

const { renaming, ...life } = tenantLife((saltstack) => saltstack.sharepointTenants, liveOf);

/** `saltstack.SharepointTenant`: seeds/004, "MS Sharepoint". */
export const sharepointTenant = defineResource({
  type: "saltstack:SharepointTenant",
  description: `A SharePoint tenant: a domain with its users and site collections.

A tenant takes a while to come to life, and comes with an administrator and with the main and the admin site collection.
One that ends \`Erred\` instead is an error with the system's message, and the next \`up\` makes it anew; one that becomes
\`Erred\` later is left as it is, with the sites in it.
Only name, description and storage can be changed; a change of anything else replaces the tenant, and **deletes all sites
in it**: give it the resource option \`protect: true\`.`,
  inputs: {
    linkId: reference(
      "The ID of the link between a service and a project that the tenant is made through. A change replaces the tenant and deletes all sites in it.",
      { refersTo: "saltstack:ServiceProjectLink.linkId" },
    ),
    name: tenantName,
    description: tenantDescription,
    domain: domainName("The domain of the tenant's sites. A change replaces the tenant and deletes all sites in it."),
    storage: megabytes("The storage of the tenant in MB, at least 1024.", 1024),
    siteName: z.string().min(1).meta({
      description: "The name of the main site collection. A change replaces the tenant and deletes all sites in it.",
    }),
    siteDescription: z.string().min(1).meta({
      description:
        "The description of the main site collection. A change replaces the tenant and deletes all sites in it.",
    }),
    templateId: reference(
      "The ID of the main site collection's template: see `getSharepointTemplates`. A change replaces the tenant and deletes all sites in it.",
    ),
    notify: z.boolean().optional().meta({
      description: "Whether the administrator gets the password by SMS. Needs `phone`.",
      createOnly: true,
      writeOnly: true,
    }),
    phone: z.string().min(1).optional().meta({ description: "The administrator's phone number.", createOnly: true }),
  },
  outputs: {
    ...tenantOutputs,
    accessUrl: z.string().optional().meta({ description: "The URL of the main site collection." }),
    managementIp: z.string().optional().meta({
      description: "The IP address that the domain should lead to, or `Unknown`.",
    }),
    adminId: z.string().optional().meta({ description: "The ID of the administrator, a SharePoint user." }),
    adminUsername: z.string().optional().meta({ description: "The name that the administrator signs in with." }),
    adminPassword: z.string().optional().meta({
      description: "The password that the system generated for the administrator. It cannot be chosen.",
      secret: true,
    }),
    mainSiteCollectionId: z.string().optional().meta({ description: "The ID of the main site collection." }),
    adminSiteCollectionId: z.string().optional().meta({ description: "The ID of the admin site collection." }),
  },
  id: ["tenantId"],
  naturalKey: ["domain"],
  validate: phoneForNotification,
  warnings: replacementWarnings(replacing, "ALL SITES IN IT"),
  ...life,

  async create(saltstack: SaltstackClient, inputs, operation) {
    const { sharepointTenants } = saltstack;
    const send = () => saltstack.api.sharepointTenants.create(inputs, operation.signal);
    const tenant = await sharepointTenants.create(inputs.domain, send, operation);
    return { live: await liveOf(saltstack, tenant) };
  },

  updates: [
    renaming,
    {
      properties: ["storage"],
      async apply(saltstack: SaltstackClient, { tenantId = "" }, { inputs }, operation) {
        const send = () => saltstack.api.sharepointTenants.changeSize(tenantId, inputs.storage, operation.signal);
        await saltstack.sharepointTenants.change(tenantId, send, operation);
        return undefined;
      },
    },
  ],
});

/** A tenant as the resource shows it. */
async function liveOf(saltstack: SaltstackClient, tenant: SharepointTenant) {
  const linkId = await saltstack.linkOf(tenant);
  const { tenantId, name, domain, storage, state, startTime, errorMessage, accessUrl, managementIp } = tenant;
  const { admin, mainSite, adminSite } = tenant;
  return {
    tenantId,
    ...(linkId === undefined ? {} : { linkId }),
    name,
    description: tenant.description ?? "",
    domain,
    ...(storage === undefined ? {} : { storage }),
    ...(mainSite === undefined
      ? {}
      : {
          siteName: mainSite.name,
          siteDescription: mainSite.description,
          ...(mainSite.templateId === null ? {} : { templateId: mainSite.templateId }),
          mainSiteCollectionId: mainSite.siteCollectionId,
        }),
    ...(adminSite === undefined ? {} : { adminSiteCollectionId: adminSite.siteCollectionId }),
    ...(admin === undefined
      ? {}
      : {
          adminId: admin.userId,
          adminUsername: admin.username,
          adminPassword: admin.password,
          ...(admin.phone === undefined || admin.phone === "" ? {} : { phone: admin.phone }),
        }),
    state,
    startTime,
    errorMessage,
    ...cameToLife(tenant),
    accessUrl,
    managementIp,
  };
}
