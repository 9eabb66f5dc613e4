import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { SaltstackClient } from "./client.ts";
import { filter, idFilter, match, matching, quota } from "./matching.ts";

/** `saltstack.getServices`: GET saltstack/. */
export const getServices = defineFunction({
  type: "saltstack:getServices",
  description: "Lists the SaltStack services that the connection's user may see.",
  inputs: { name: filter("name"), customerId: idFilter("customer"), match },
  outputs: {
    services: z
      .array(
        z
          .object({
            serviceId: z.string().meta({ description: "The ID of the service." }),
            name: z.string().optional().meta({ description: "The name of the service." }),
            customerId: z.string().optional().meta({ description: "The ID of the customer that it belongs to." }),
            settings: z.string().optional().meta({ description: "The URL of its settings." }),
          })
          .meta({ typeName: "ServiceResult", description: "A service." }),
      )
      .meta({ description: "The services." }),
  },

  async invoke(saltstack: SaltstackClient, { name, customerId, match: how }, { signal }) {
    const found = matching(await saltstack.api.services.list(signal), how, { texts: { name }, ids: { customerId } });
    return {
      services: found.map(({ serviceId, name: shown, customerId: customer, settings }) =>
        present({ serviceId, name: shown, customerId: customer, settings }),
      ),
    };
  },
});

/** `saltstack.getServiceProjectLinks`: GET saltstack-service-project-link/. */
export const getServiceProjectLinks = defineFunction({
  type: "saltstack:getServiceProjectLinks",
  description:
    "Lists the links between services and projects that the connection's user has a role in, with their quotas. Tenants are made through them.",
  inputs: {
    serviceId: idFilter("service"),
    projectId: idFilter("project"),
    serviceName: filter("service's name"),
    projectName: filter("project's name"),
    match,
  },
  outputs: {
    links: z
      .array(
        z
          .object({
            linkId: z.string().meta({ description: "The ID of the link." }),
            serviceId: z.string().meta({ description: "The ID of the service." }),
            serviceName: z.string().optional().meta({ description: "The name of the service." }),
            projectId: z.string().meta({ description: "The ID of the project." }),
            projectName: z.string().optional().meta({ description: "The name of the project." }),
            quotas: z.array(quota).meta({ description: "How much may be made through the link, and how much was." }),
          })
          .meta({ typeName: "ServiceProjectLinkResult", description: "A link between a service and a project." }),
      )
      .meta({ description: "The links." }),
  },

  async invoke(saltstack: SaltstackClient, { serviceId, projectId, serviceName, projectName, match: how }, { signal }) {
    const links = await saltstack.api.services.listLinks(signal);
    const wanted = { texts: { serviceName, projectName }, ids: { serviceId, projectId } };
    return { links: matching(links, how, wanted).map((link) => ({ ...present(link), quotas: [...link.quotas] })) };
  },
});
