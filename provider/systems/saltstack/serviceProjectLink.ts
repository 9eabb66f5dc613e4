import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import type { ServiceProjectLink } from "./api/services.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf } from "./objectList.ts";
import { reference } from "./properties.ts";

/** `saltstack.ServiceProjectLink`: seeds/004, "Project-service connection list"; how it is made is known from elsewhere. */
export const serviceProjectLink = defineResource({
  type: "saltstack:ServiceProjectLink",
  description: `What lets a project use a service: tenants are made through it, and its quotas bound them.

A link has nothing that could be changed: another service or project replaces it.`,
  inputs: {
    serviceId: reference("The ID of the service.", {
      followsReplacement: true,
      refersTo: "saltstack:Service.serviceId",
    }),
    projectId: reference("The ID of the project."),
  },
  outputs: { linkId: z.string().meta({ description: "The ID of the link: a whole number, as text." }) },
  id: ["linkId"],
  naturalKey: ["serviceId", "projectId"],
  list: {
    within: [],
    read: async (saltstack: SaltstackClient) => (await saltstack.links.all()).map(liveOf),
  },

  async find(saltstack: SaltstackClient, { serviceId, projectId }, { fresh }) {
    return (await saltstack.links.withKey(keyOf(serviceId, projectId), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, { serviceId, projectId }, { signal }) {
    try {
      return { live: liveOf(await saltstack.api.services.createLink(serviceId, projectId, signal)) };
    } finally {
      saltstack.links.wrote({ key: keyOf(serviceId, projectId) });
    }
  },

  async read(saltstack: SaltstackClient, { linkId = "" }) {
    const link = await saltstack.read(saltstack.links, linkId);
    return link === undefined ? undefined : liveOf(link);
  },

  updates: [],

  async delete(saltstack: SaltstackClient, { linkId = "" }, { signal }) {
    await saltstack.delete(saltstack.links, linkId, () => saltstack.api.services.deleteLink(linkId, signal));
  },
});

function liveOf({ linkId, serviceId, projectId }: ServiceProjectLink) {
  return { linkId, serviceId, projectId };
}
