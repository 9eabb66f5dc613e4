import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { ExchangeTenant } from "./api/exchangeTenants.ts";
import type { SaltstackClient } from "./client.ts";
import { megabytes, reference } from "./properties.ts";
import {
  cameToLife,
  domainName,
  replacementWarnings,
  tenantDescription,
  tenantLife,
  tenantName,
  tenantOutputs,
} from "./tenant.ts";

const { renaming, ...life } = tenantLife((saltstack) => saltstack.exchangeTenants, liveOf);

/** `saltstack.ExchangeTenant`: seeds/004, "MS Exchange". */
export const exchangeTenant = defineResource({
  type: "saltstack:ExchangeTenant",
  description: `An Exchange tenant: a mail domain with its mailboxes.

A tenant takes a while to come to life; nothing is made in it before it is \`Online\`. One that ends \`Erred\` instead is an
error with the system's message, and the next \`up\` makes it anew; one that becomes \`Erred\` later is left as it is, with the
mail in it. **Deleting a tenant deletes all mail in it**: give it the resource option \`protect: true\`. A change of \`linkId\` replaces the tenant.`,
  inputs: {
    linkId: reference(
      "The ID of the link between a service and a project that the tenant is made through, such as `1`. A change replaces the tenant and deletes all mail in it.",
      { refersTo: "saltstack:ServiceProjectLink.linkId" },
    ),
    name: tenantName,
    description: tenantDescription,
    domain: domainName("The mail domain. No two tenants can have the same."),
    mailboxSize: megabytes("The size of all mailboxes together in MB, at least 1."),
  },
  outputs: {
    ...tenantOutputs,
    owaUrl: z.string().optional().meta({ description: "The URL of Outlook Web Access." }),
    ecpUrl: z
      .string()
      .optional()
      .meta({ description: "The URL of the Exchange control panel, where the user may see it." }),
  },
  id: ["tenantId"],
  naturalKey: ["domain"],
  warnings: replacementWarnings(["linkId"], "ALL MAIL IN IT"),
  ...life,

  async create(saltstack: SaltstackClient, inputs, operation) {
    const { exchangeTenants } = saltstack;
    const send = () => saltstack.api.exchangeTenants.create(inputs, operation.signal);
    const tenant = await exchangeTenants.create(inputs.domain, send, operation);
    return { live: await liveOf(saltstack, tenant) };
  },

  updates: [
    renaming,
    {
      properties: ["domain"],
      async apply(saltstack: SaltstackClient, { tenantId = "" }, { inputs }, operation) {
        const { signal } = operation;
        const send = async () => {
          try {
            await saltstack.api.exchangeTenants.changeDomain(tenantId, inputs.domain, signal);
          } catch (error) {
            // A repetition after a lost answer may be refused because the domain is taken: by this very tenant.
            const held = await saltstack.exchangeTenants.get(tenantId, signal).catch(() => undefined);
            if (held?.domain?.toLowerCase() !== inputs.domain.toLowerCase()) {
              throw error;
            }
          }
        };
        await saltstack.exchangeTenants.change(tenantId, send, operation);
        return undefined;
      },
    },
    {
      properties: ["mailboxSize"],
      async apply(saltstack: SaltstackClient, { tenantId = "" }, { inputs }, operation) {
        const send = () => saltstack.api.exchangeTenants.changeSize(tenantId, inputs.mailboxSize, operation.signal);
        await saltstack.exchangeTenants.change(tenantId, send, operation);
        return undefined;
      },
    },
  ],
});

/** A tenant as the resource shows it. */
async function liveOf(saltstack: SaltstackClient, tenant: ExchangeTenant) {
  const linkId = await saltstack.linkOf(tenant);
  const { tenantId, name, domain, mailboxSize, state, startTime, errorMessage, owaUrl, ecpUrl } = tenant;
  return {
    tenantId,
    ...(linkId === undefined ? {} : { linkId }),
    name,
    description: tenant.description ?? "",
    domain,
    ...(mailboxSize === undefined ? {} : { mailboxSize }),
    state,
    startTime,
    errorMessage,
    ...cameToLife(tenant),
    owaUrl,
    ecpUrl,
  };
}
