import * as z from "zod";
import { StatusError } from "../../http/statusError.ts";
import { defineResource } from "../../resource/definition.ts";
import { NotFoundError, SystemError } from "../../resource/errors.ts";
import type { Service } from "./api/services.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf } from "./objectList.ts";
import { reference } from "./properties.ts";

/** `saltstack.Service`: seeds/004, "Create a SaltStack service". */
export const service = defineResource({
  type: "saltstack:Service",
  description: `A SaltStack service of a customer: the installation that hosts Exchange and SharePoint.

Many installations let nobody but their administrator make services, and refuse this with "Wrong settings"; most programs
begin with \`getServices\` and \`getServiceProjectLinks\` instead. No documented call changes or deletes a service: a change
replaces it, and where the installation cannot delete one, a deletion is an error that says so.`,
  inputs: {
    name: z.string().min(1).meta({ description: "The name of the service." }),
    customerId: reference("The ID of the customer that the service belongs to."),
    settings: z.string().min(1).optional().meta({
      description:
        "The URL of existing SaltStack settings. Left out, settings are made from `backendUrl`, `username` and `password`.",
    }),
    dummy: z.boolean().optional().meta({ description: "Whether the service is a dummy, without a backend." }),
    backendUrl: z.string().min(1).optional().meta({
      description: "The URL of the SaltStack master's API, such as `http://salt-master.example.com:8080`.",
      notObservable: true,
    }),
    username: z.string().min(1).optional().meta({
      description: "The user that signs in to the SaltStack master.",
      notObservable: true,
    }),
    password: z.string().min(1).optional().meta({
      description: "That user's password.",
      secret: true,
      writeOnly: true,
    }),
  },
  outputs: { serviceId: z.string().meta({ description: "The ID of the service: 32 hexadecimal digits." }) },
  id: ["serviceId"],
  naturalKey: ["customerId", "name"],
  warnings: (olds, news) =>
    Object.keys(news).some((name) => name !== "connection" && name !== "adopt" && olds[name] !== news[name])
      ? [
          `no documented call changes or deletes a service: the service ${String(olds.serviceId)} can be replaced only ` +
            "where the installation can delete it.",
        ]
      : [],
  list: {
    within: [],
    read: async (saltstack: SaltstackClient) => (await saltstack.services.all()).map(liveOf),
  },

  async find(saltstack: SaltstackClient, { customerId, name }, { fresh }) {
    return (await saltstack.services.withKey(keyOf(customerId, name), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, inputs, { signal }) {
    try {
      return { live: liveOf(await saltstack.api.services.create(inputs, signal)) };
    } finally {
      saltstack.services.wrote({ key: keyOf(inputs.customerId, inputs.name) });
    }
  },

  async read(saltstack: SaltstackClient, { serviceId = "" }) {
    const found = await saltstack.read(saltstack.services, serviceId);
    return found === undefined ? undefined : liveOf(found);
  },

  updates: [],

  async delete(saltstack: SaltstackClient, { serviceId = "" }, { signal }) {
    try {
      await saltstack.delete(saltstack.services, serviceId, () => saltstack.api.services.delete(serviceId, signal));
    } catch (error) {
      const lacksCall = error instanceof NotFoundError || (error instanceof StatusError && error.status === 405);
      if (!lacksCall) {
        throw error;
      }
      if ((await saltstack.services.withId(serviceId, true)) !== undefined) {
        throw new SystemError(
          "this installation has no call that deletes a service. Have its administrator delete it, or give the " +
            `resource the option \`retainOnDelete: true\`. ${error.message}`,
          "no",
          { cause: error },
        );
      }
    }
  },
});

function liveOf({ serviceId, name, customerId, settings, dummy }: Service) {
  return { serviceId, name, customerId, settings, ...(dummy === undefined ? {} : { dummy }) };
}
