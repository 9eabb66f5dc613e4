import * as z from "zod";
import { defineFunction } from "../../resource/definition.ts";
import { present } from "../present.ts";
import type { SaltstackClient } from "./client.ts";
import { exchangeUserOf, exchangeUserResult } from "./getExchangeUsers.ts";
import { filter, idFilter, match, matching, only } from "./matching.ts";

const groupResult = {
  groupId: z.string().meta({ description: "The ID of the group." }),
  tenantId: z.string().meta({ description: "The ID of the tenant." }),
  tenantDomain: z.string().optional().meta({ description: "The domain of the tenant." }),
  managerId: z.string().optional().meta({ description: "The ID of the user who manages the group." }),
  managerName: z.string().optional().meta({ description: "That user's name." }),
  name: z.string().optional().meta({ description: "The name that people see." }),
  username: z.string().optional().meta({ description: "The part of the address before the `@`." }),
  email: z.string().optional().meta({ description: "The address of the group." }),
  sendersOut: z.boolean().optional().meta({ description: "Whether senders outside of the tenant may write to it." }),
  members: z.array(z.string()).optional().meta({ description: "The IDs of the members." }),
  deliveryMembers: z.array(z.string()).optional().meta({
    description: "The IDs of the users and contacts who alone may write to it. A list need not show them.",
  }),
};

/** `saltstack.getDistributionGroups`: GET exchange-groups/. */
export const getDistributionGroups = defineFunction({
  type: "saltstack:getDistributionGroups",
  description: "Lists the distribution groups of Exchange tenants that fit all that is given.",
  inputs: {
    tenantId: idFilter("tenant"),
    tenantDomain: filter("tenant's domain"),
    name: filter("name"),
    username: filter("username"),
    match,
  },
  outputs: {
    groups: z
      .array(z.object(groupResult).meta({ typeName: "DistributionGroupResult", description: "A distribution group." }))
      .meta({ description: "The groups." }),
  },

  async invoke({ api }: SaltstackClient, { tenantId, match: how, ...texts }, { signal }) {
    const found = await api.distributionGroups.list({ ...texts, tenantUuid: tenantId }, signal);
    return { groups: matching(found, how, { texts, ids: { tenantId } }).map(present) };
  },
});

/** `saltstack.getDistributionGroup`: exchange-groups/{uuid}/ where an installation has it, else the list. */
export const getDistributionGroup = defineFunction({
  type: "saltstack:getDistributionGroup",
  description: "Reads one distribution group, by its ID, with who may write to it.",
  inputs: { groupId: z.string().min(1).meta({ description: "The ID of the group." }) },
  outputs: groupResult,

  async invoke(saltstack: SaltstackClient, { groupId }, { signal }) {
    const { distributionGroups: api } = saltstack.api;
    const found = await saltstack.read(saltstack.distributionGroups, groupId, (id) => api.get(id, signal));
    const label = `saltstack:getDistributionGroup: ID ${groupId}`;
    const group = only(found === undefined ? [] : [found], label, ({ groupId: id }) => id);
    const deliveryMembers = group.deliveryMembers ?? (await api.getDeliveryMembers(groupId, signal));
    return present({ ...group, deliveryMembers });
  },
});

/** `saltstack.getDistributionGroupMembers`: GET exchange-groups/{uuid}/members/. */
export const getDistributionGroupMembers = defineFunction({
  type: "saltstack:getDistributionGroupMembers",
  description: "Lists the members of a distribution group as whole users.",
  inputs: { groupId: z.string().min(1).meta({ description: "The ID of the group." }) },
  outputs: {
    members: z
      .array(
        z
          .object(exchangeUserResult)
          .meta({ typeName: "ExchangeUserResult", description: "A user of an Exchange tenant." }),
      )
      .meta({ description: "The members." }),
  },

  async invoke({ api }: SaltstackClient, { groupId }, { signal }) {
    return { members: (await api.distributionGroups.getMembers(groupId, signal)).map(exchangeUserOf) };
  },
});
