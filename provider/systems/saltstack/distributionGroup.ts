import * as z from "zod";
import { defineResource } from "../../resource/definition.ts";
import { IncompleteError, messageOf } from "../../resource/errors.ts";
import { containsUnknown } from "../../resource/unknown.ts";
import type { DistributionGroup } from "./api/distributionGroups.ts";
import type { SaltstackClient } from "./client.ts";
import { keyOf } from "./objectList.ts";
import { reference, tenantReference, username } from "./properties.ts";

/** `saltstack.DistributionGroup`: seeds/004, "Create distribution group". */
export const distributionGroup = defineResource({
  type: "saltstack:DistributionGroup",
  description: `A distribution group of an Exchange tenant: an address whose mail goes to all members.

Left out, \`members\` and \`deliveryMembers\` are not managed. What is written is the whole set: a preview tells who leaves.`,
  inputs: {
    tenantId: tenantReference("The ID of the Exchange tenant, such as `tenant.tenantId`.", "Exchange"),
    managerId: reference(
      "The ID of the user who manages the group, such as `boss.userId`. When that user is deleted, the system deletes the group.",
      { followsReplacement: true, refersTo: "saltstack:ExchangeUser.userId" },
    ),
    name: z.string().min(1).meta({ description: "The name that people see." }),
    username: username(
      "The part of the group's address before the `@`; unique among the users, groups and rooms of the tenant.",
    ),
    members: z
      .array(reference("The ID of a user.", { refersTo: "saltstack:ExchangeUser.userId" }))
      .optional()
      .meta({
        description: "The IDs of the users who are members. Empty only with `allowEmpty: true`.",
        set: true,
      }),
    allowEmpty: z.boolean().optional().meta({
      description: "Whether `members` may be empty, so that nobody gets the group's mail.",
      notObservable: true,
    }),
    sendersOut: z.boolean().optional().meta({
      description:
        "Whether senders outside of the tenant may write to the group. By default the system lets nobody in.",
    }),
    deliveryMembers: z
      .array(
        reference("The ID of a user or a contact.", {
          refersTo: ["saltstack:ExchangeUser.userId", "saltstack:ExchangeContact.contactId"],
        }),
      )
      .optional()
      .meta({
        description: "The IDs of the users and contacts who alone may write to the group. Empty for everybody.",
        set: true,
      }),
  },
  outputs: {
    groupId: z.string().meta({ description: "The ID of the group: 32 hexadecimal digits." }),
    email: z.string().optional().meta({ description: "The address of the group." }),
  },
  id: ["groupId"],
  naturalKey: ["tenantId", "username"],
  validate: ({ members, allowEmpty }) =>
    members?.length === 0 && allowEmpty !== true && !containsUnknown(allowEmpty)
      ? [
          {
            path: ["members"],
            reason:
              "would be emptied, and nobody would get the group's mail. If that is meant, set allowEmpty to true; to leave the members as they are, leave members out",
          },
        ]
      : [],
  warnings: (olds, news) =>
    (["members", "deliveryMembers"] as const).flatMap((name) => {
      const [before, after] = [olds[name], news[name]];
      return Array.isArray(before) && Array.isArray(after) && !containsUnknown(after)
        ? before
            .filter((member) => !after.includes(member))
            .map((member) => `${String(member)} leaves the ${name} of the group ${String(olds.username)}.`)
        : [];
    }),
  list: {
    within: [],
    read: async (saltstack: SaltstackClient) => (await saltstack.distributionGroups.all()).map(liveOf),
  },

  async find(saltstack: SaltstackClient, inputs, { fresh }) {
    return (await saltstack.distributionGroups.withKey(keyOf(inputs.tenantId, inputs.username), fresh)).map(liveOf);
  },

  async create(saltstack: SaltstackClient, inputs, operation) {
    const { tenantId, managerId, name, members, sendersOut } = inputs;
    const { distributionGroups: api } = saltstack.api;
    // A create stores that senders outside are let in, and does not send it on: a change does. The document calls
    // neither that nor the members optional.
    const fields = { managerId, name, username: inputs.username, members: members ?? [], sendersOut: false };
    const send = () => api.create(tenantId, fields, operation.signal);
    let group: DistributionGroup;
    try {
      group = await saltstack.exchangeTenants.inside(tenantId, send, operation);
    } finally {
      saltstack.distributionGroups.wrote({ key: keyOf(tenantId, inputs.username) });
    }
    if (sendersOut === true) {
      const letIn = () => api.update(group.groupId, { sendersOut }, operation.signal);
      try {
        await saltstack.changeInTenant(saltstack.distributionGroups, { id: group.groupId, tenantId }, letIn, operation);
      } catch (error) {
        throw new IncompleteError(
          `the group was made, but letting senders outside in failed: ${messageOf(error)}`,
          { ...liveOf(group), sendersOut: false },
          { cause: error },
        );
      }
      group = { ...group, sendersOut };
    }
    return { live: liveOf(group) };
  },

  async read(saltstack: SaltstackClient, { groupId = "" }, { signal }, known) {
    const { distributionGroups: api } = saltstack.api;
    const group = await saltstack.read(saltstack.distributionGroups, groupId, (id) => api.get(id, signal));
    if (group === undefined) {
      return undefined;
    }
    // Lists need not show who may write to a group: that is asked for where it matters.
    const isImport = known.tenantId === undefined;
    const needsDelivery = group.deliveryMembers === undefined && (isImport || known.deliveryMembers !== undefined);
    return needsDelivery
      ? { ...liveOf(group), deliveryMembers: await api.getDeliveryMembers(groupId, signal) }
      : liveOf(group);
  },

  updates: [
    {
      properties: ["name", "username", "managerId", "members", "sendersOut"],
      outputs: ["email"],
      async apply(saltstack: SaltstackClient, { groupId = "" }, { changed, inputs: { tenantId } }, operation) {
        const send = () => saltstack.api.distributionGroups.update(groupId, changed, operation.signal);
        await saltstack.changeInTenant(saltstack.distributionGroups, { id: groupId, tenantId }, send, operation);
        return changed.username === undefined
          ? undefined
          : { email: (await saltstack.distributionGroups.withId(groupId))?.email };
      },
    },
    {
      properties: ["deliveryMembers"],
      followUp: true,
      async apply(saltstack: SaltstackClient, { groupId = "" }, { changed, inputs: { tenantId } }, operation) {
        const members = await saltstack.deliveryMembers(changed.deliveryMembers ?? [], operation.signal);
        const send = () => saltstack.api.distributionGroups.setDeliveryMembers(groupId, members, operation.signal);
        await saltstack.changeInTenant(saltstack.distributionGroups, { id: groupId, tenantId }, send, operation);
        return undefined;
      },
    },
    // Only check reads it.
    { properties: ["allowEmpty"], apply: async () => undefined },
  ],

  async delete(saltstack: SaltstackClient, { groupId = "" }, operation, { tenantId }) {
    await saltstack.deleteDistributionGroup({ id: groupId, tenantId }, operation);
  },
});

function liveOf({ sendersOut, members, deliveryMembers, ...group }: DistributionGroup) {
  const { groupId, tenantId, managerId, name, username: alias, email } = group;
  return {
    groupId,
    tenantId,
    managerId,
    name,
    username: alias,
    ...(sendersOut === undefined ? {} : { sendersOut }),
    ...(members === undefined ? {} : { members }),
    ...(deliveryMembers === undefined ? {} : { deliveryMembers }),
    email,
  };
}
